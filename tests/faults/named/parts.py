"""Kinds of faults: parts of a resolution in the wrong place, or wrong among themselves."""
import re

from faults.document import Fault
from faults.shapes import QUOTES, STOP, flat, kind, last_operative, of, pick, quoted, replaced


@kind("the date stands before the meeting", "closing-order closing-form masthead-form")
def _(rng, d):
    match = re.search(r"(<inline name=\"adoptionMeeting\".*?</inline>)(.*?)"
                      r"(<docDate [^>]*adoptionDate.*?</docDate>)", d.xml, re.S)
    if not match:
        return None
    return Fault([(match.start(1), match.end(1), match.group(3)),
                  (match.start(3), match.end(3), match.group(1))])


@kind("a single operative paragraph has a number", "single-operative label-single")
def _(rng, d):
    paragraphs = re.findall(r"<paragraph\b.*?</paragraph>", d.xml, re.S)
    operative = d.of_kind("operative")
    if len(paragraphs) != 1 or len(operative) != 1 or "<num>" in paragraphs[0]:
        return None
    at = d.xml.index("<content", d.xml.index("<paragraph"))
    number = "1 - " if d.language == "ar" else "1."
    return Fault([(at, at, f"<num>{number}</num>")], (at, operative[0].end))


@kind("a preambular paragraph stands after an operative one",
      "part-order order-of-parts lead-place")
def _(rng, d):
    containers = list(re.finditer(r"<container\b(?:(?!</?container).)*</container>", d.xml, re.S))
    operative = list(re.finditer(r"</paragraph>", d.xml))
    if len(containers) < 3 or len(operative) < 3:
        return None
    moved, behind = containers[-2], operative[1]
    if re.search(r"authorialNote|<num>|<item", moved.group()) or moved.end() > behind.start():
        return None
    text = re.sub(r"</?container[^>]*>", "", moved.group())
    new = f"<paragraph class=\"SingleTxt\"><content>{flat(text)}</content></paragraph>"
    lost = "\n" * moved.group().count("\n")
    at = behind.end() - len(moved.group()) + len(lost)
    return Fault([(moved.start(), moved.end(), lost), (behind.end(), behind.end(), new)],
                 (at, at + len(new)))


OPENINGS = {"en": ("The General Assembly", "The Security Council"),
            "fr": ("L’Assemblée générale", "Le Conseil de sécurité"),
            "es": ("La Asamblea General", "El Consejo de Seguridad"),
            "ru": ("Генеральная Ассамблея", "Совет Безопасности"),
            "zh": ("大会", "安全理事会"), "ar": ("الجمعية العامة", "مجلس الأمن")}


@kind("the opening names another organ", "opening-words opening-organ")
def _(rng, d):
    own, other = OPENINGS[d.language]
    for p in d.of_kind("opening"):
        at = d.xml.find(own, p.start, p.end)
        if at > 0:
            return Fault([(at, at + len(own), other)], (p.start, p.end))
    return None


@kind("a quotation inside of a quotation has the same marks", "quote-nesting quote-pair quote-form",
      ("en", "es", "zh", "fr", "ru"))
def _(rng, d):
    opening, closing = QUOTES[d.language]
    matches = [m for m in quoted(d) if 12 < len(m.group()) < 400 and
               " " in m.group() or d.language == "zh" and 8 < len(m.group()) < 400]
    match = pick(rng, matches)
    if not match:
        return None
    middle = match.start() + 2 + len(match.group()) // 3
    space = d.xml.find(" ", middle, match.end())
    at = space + 1 if space > 0 else middle
    end = d.xml.find(" ", at + 1, match.end())
    end = end if end > 0 else min(at + 3, match.end() - 1)
    thin = "\u00a0" if d.language == "fr" else ""
    return Fault([(at, at, opening + thin), (end, end, thin + closing)],
                 (match.start(), match.end() + 4))


kind("a space between Han and figures", "han-latin-space mark-space", ("zh",))(
    replaced(r"(?<=[一-龥])(?=\d)", " "))


@kind("two full stops", "double-mark doubled-mark clause-end")
def _(rng, d):
    end = last_operative(d)
    return Fault([(end, end, of(STOP, d))]) if end else None


@kind("the paragraph is empty", "empty-paragraph paragraph-empty")
def _(rng, d):
    found = [p for p in d.of_kind("operative") if d.label_of(p)]
    p = pick(rng, found)
    if not p:
        return None
    return Fault([(p.start, p.end, "\n" * d.xml.count("\n", p.start, p.end))],
                 (p.start - 300, p.start + 10))


@kind("a title mark is not closed", "quote-pair bracket-pair title-mark", ("zh",))
def _(rng, d):
    match = pick(rng, d.sites("《[^《》]*》"))
    return match and Fault([(match.end() - 1, match.end(), "")], (match.start(), match.end() + 200))


kind("the number and its letter are joined", "resolution-form symbol-form number-letter",
     ("en", "fr", "es", "ru"))(
    replaced(r"(?<=\d)[ \u00a0](?=[A-H](?:<|,| of| du| от| and))", ""))
kind("another currency form", "currency", ("en",))(
    replaced(r"(?<=\d )(?:United States )?dollars", "USD"))


@kind("a mark of another script at the end",
      "clause-end mark-form mark-script mark-width arabic-mark", ("zh", "ar"))
def _(rng, d):
    table = {"；": ";", "؛": ";"}
    end = [(p, d.end_of(p)) for p in d.of_kind("operative")]
    chosen = pick(rng, [e for p, e in end if e and d.xml[e - 1] in table])
    return chosen and Fault([(chosen - 1, chosen, table[d.xml[chosen - 1]])])


@kind("a meeting without its ordinal", "meeting-form closing-form", ("en",))
def _(rng, d):
    match = re.search(r"<inline name=\"adoptionMeeting\"[^>]*>\d+(st|nd|rd|th) ", d.xml)
    return match and Fault([(match.start(1), match.end(1), "")])


@kind("a meeting with the wrong ordinal", "meeting-form closing-form ordinal-form", ("en",))
def _(rng, d):
    match = re.search(r"<inline name=\"adoptionMeeting\"[^>]*>\d+(th) ", d.xml)
    return match and Fault([(match.start(1), match.end(1), "nd")])


@kind("the session in words is another", "session-symbol", ("en", "fr", "es", "ru", "zh", "ar"))
def _(rng, d):
    table = {"en": ("Seventy-", "Sixty-"), "fr": ("Soixante-", "Cinquante-"),
             "es": ("Septuagésimo ", "Sexagésimo "), "ru": ("Семьдесят ", "Шестьдесят "),
             "zh": ("第七十", "第六十"), "ar": ("والسبعون", "والستون")}
    good, bad = table[d.language]
    match = re.search(rf"<session [^>]*>[^<]*?({good})", d.xml)
    return match and Fault([(match.start(1), match.end(1), bad)])
