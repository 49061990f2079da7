"""More kinds of faults, in the form of kinds.py: those of form, labels, masthead, lead phrases,
notes and structure that nobody had thought of at first."""
import re

from faults.document import COLON, COMMA, DATES, SEMICOLON, STOP, Fault
from faults.kinds import (LABELS, SPACED, at_match, end_swapped, flat, kind, last_operative, leads,
                          mark, notes, pick)

# --- ends (more) ----------------------------------------------------------------------------------

@kind("an operative paragraph ends with a full stop", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["operative"], mark(SEMICOLON, d.language, ";"),
                       mark(STOP, d.language, "."))


@kind("an operative paragraph ends with a colon", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["operative"], mark(SEMICOLON, d.language, ";"),
                       mark(COLON, d.language, ":"))


@kind("a preambular paragraph ends with a colon", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["preambular"], mark(COMMA, d.language, ","),
                       mark(COLON, d.language, ":"))


@kind("an item ends with a full stop", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["item"], mark(SEMICOLON, d.language, ";"),
                       mark(STOP, d.language, "."))


@kind("an item ends with a colon", "clause-end list-intro")
def _(rng, d):
    return end_swapped(rng, d, ["item"], mark(SEMICOLON, d.language, ";"),
                       mark(COLON, d.language, ":"))


@kind("the last paragraph ends with a comma", "clause-end")
def _(rng, d):
    end = last_operative(d)
    return Fault([(end - 1, end, mark(COMMA, d.language, ","))]) if end else None


@kind("what opens a list ends with nothing", "list-intro clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["operative"], mark(COLON, d.language, ":"), "")


@kind("what opens a list ends with a comma", "list-intro clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["operative"], mark(COLON, d.language, ":"),
                       mark(COMMA, d.language, ","))


@kind("what opens a list ends with a full stop", "list-intro clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["operative"], mark(COLON, d.language, ":"),
                       mark(STOP, d.language, "."))


@kind("a conjunction joins the items", "list-and", ("en", "fr", "es", "ru", "zh", "ar"))
def _(rng, d):
    if "S/RES/" in d.xml[:6000]:
        return None
    word = {"en": " and", "fr": " et", "es": " y", "ru": " и", "zh": "和", "ar": " و"}[d.language]
    ends = [(p, d.end_of(p)) for p in d.of_kind("item")]
    end = mark(SEMICOLON, d.language, ";")
    chosen = pick(rng, [e for _, e in ends if e and d.xml[:e].endswith(end)])
    return chosen and Fault([(chosen, chosen, word)])


@kind("the opening ends with a full stop", "opening-end opening-words")
def _(rng, d):
    comma = mark(COMMA, d.language, ",")
    for p in d.of_kind("opening"):
        end = d.end_of(p)
        if end and d.xml[:end].endswith(comma):
            return Fault([(end - len(comma), end, mark(STOP, d.language, "."))], (p.start, p.end))
    return None


@kind("the opening ends with a colon", "opening-end opening-words")
def _(rng, d):
    comma = mark(COMMA, d.language, ",")
    for p in d.of_kind("opening"):
        end = d.end_of(p)
        if end and d.xml[:end].endswith(comma):
            return Fault([(end - len(comma), end, mark(COLON, d.language, ":"))], (p.start, p.end))
    return None


@kind("a preambular paragraph ends with a Latin comma",
      "mark-width arabic-mark clause-end mark-script", ("zh", "ar"))
def _(rng, d):
    return end_swapped(rng, d, ["preambular"], mark(COMMA, d.language, ","), ",")


@kind("a preambular paragraph ends with an enumeration comma", "clause-end han-mark", ("zh",))
def _(rng, d):
    return end_swapped(rng, d, ["preambular"], "，", "、")


@kind("two marks end an operative paragraph", "doubled-mark clause-end")
def _(rng, d):
    semicolon = mark(SEMICOLON, d.language, ";")
    return end_swapped(rng, d, ["operative"], semicolon, semicolon + mark(STOP, d.language, "."))


# --- labels (more) --------------------------------------------------------------------------------

def relabel(rng, d, pattern, new, kinds=("item",), where=1500, skip=0):
    """Another label for one that matches; `new` is a function of it."""
    places = [found for p in d.of_kind(*kinds) if (found := d.label_of(p)) and
              re.fullmatch(pattern, found[1])][skip:]
    chosen = pick(rng, places)
    if not chosen:
        return None
    at, label = chosen
    changed = new(label)
    if changed == label:
        return None
    return Fault([(at, at + len(label), changed)], (at - 300, at + where))


@kind("an item has a capital letter", "label-form label-order label-gap")
def _(rng, d):
    return relabel(rng, d, r"\(?[b-h]\)", str.upper)


@kind("an item has a figure for its letter", "label-form label-order label-gap label-twice")
def _(rng, d):
    return relabel(rng, d, r"\(?[b-h]\)",
                   lambda s: re.sub("[b-h]", lambda m: str(ord(m.group()) - 96), s))


@kind("the letter of an item has no bracket", "label-form")
def _(rng, d):
    return relabel(rng, d, r"\(?[a-h]\)|\([أبجدهوزح]\)", lambda s: s.strip("()"))


@kind("the letter of an item has a full stop", "label-form")
def _(rng, d):
    return relabel(rng, d, r"\(?[a-h]\)|\([أبجدوزح]\)", lambda s: s.strip("()") + ".")


@kind("the letter of an item has a square bracket", "label-form")
def _(rng, d):
    return relabel(rng, d, r"\(?[a-h]\)|\([أبجدوزح]\)", lambda s: s.replace(")", "]"))


@kind("the letter of an item is Cyrillic", "label-form mixed-script", ("ru", "en", "fr", "es"))
def _(rng, d):
    return relabel(rng, d, r"\(?[ace]\)", lambda s: s.translate(
        {ord("a"): "а", ord("c"): "с", ord("e"): "е"}))


@kind("the bracket of a label is full-width", "label-form bracket-width", ("zh",))
def _(rng, d):
    return relabel(rng, d, r"\([a-h]\)", lambda s: s.replace("(", "（").replace(")", "）"))


@kind("an item's letter is skipped", LABELS + " single-item")
def _(rng, d):
    letters = "abcdefghijk"
    return relabel(rng, d, r"\(?[b-h]\)", lambda s: re.sub(
        "[b-h]", lambda m: letters[letters.index(m.group()) + 2], s))


@kind("an item has the letter before", LABELS)
def _(rng, d):
    return relabel(rng, d, r"\(?[b-h]\)", lambda s: re.sub(
        "[b-h]", lambda m: chr(ord(m.group()) - 1), s))


@kind("the first item has the second letter", LABELS)
def _(rng, d):
    return relabel(rng, d, r"\(?[aأ]\)|\(أ\)", lambda s: s.replace("a", "b").replace("أ", "ب"))


@kind("an Arabic letter is out of turn", LABELS, ("ar",))
def _(rng, d):
    return relabel(rng, d, r"\([بجد]\)", lambda s: s.translate({ord("ب"): "ج", ord("ج"): "و",
                                                                ord("د"): "ح"}))


@kind("a Roman number is skipped", LABELS)
def _(rng, d):
    return relabel(rng, d, r"\(?ii\)|’2‘|‘2’|㈡", lambda s: s.replace("ii", "iv").replace("2", "4")
                   .replace("㈡", "㈣"))


@kind("the figures of a number change places", LABELS)
def _(rng, d):
    return relabel(rng, d, r"\d\d(?:\.| ?-)", lambda s: s[1] + s[0] + s[2:], ("operative",))


@kind("a number has lost a figure", LABELS)
def _(rng, d):
    return relabel(rng, d, r"1\d(?:\.| ?-)", lambda s: s[1:], ("operative",))


@kind("numbers begin again", LABELS)
def _(rng, d):
    return relabel(rng, d, r"[5-9](?:\.| ?-)", lambda s: "1" + s[1:], ("operative",))


@kind("the first number is two", LABELS)
def _(rng, d):
    return relabel(rng, d, r"1(?:\.| ?-)", lambda s: "2" + s[1:], ("operative",))


@kind("a number has a bracket for its full stop", "label-form", SPACED[:4] + ("zh",))
def _(rng, d):
    return relabel(rng, d, r"\d+\.", lambda s: s[:-1] + ")", ("operative",))


@kind("a number stands in brackets", "label-form", SPACED[:4] + ("zh",))
def _(rng, d):
    return relabel(rng, d, r"\d+\.", lambda s: f"({s[:-1]})", ("operative",))


@kind("a number has lost its full stop", "label-form", SPACED[:4] + ("zh",))
def _(rng, d):
    return relabel(rng, d, r"\d+\.", lambda s: s[:-1], ("operative",))


@kind("a number has a comma for its full stop", "label-form", SPACED[:4] + ("zh",))
def _(rng, d):
    return relabel(rng, d, r"\d+\.", lambda s: s[:-1] + ",", ("operative",))


@kind("a number has a Chinese mark", "label-form", ("zh",))
def _(rng, d):
    return relabel(rng, d, r"\d+\.", lambda s: s[:-1] + "、", ("operative",))


@kind("a paragraph has lost its number", "operative-unnumbered label-gap label-missing")
def _(rng, d):
    found = list(re.finditer(r"<num>\s*\d+(?:\.| ?-)\s*</num>", d.xml))
    match = pick(rng, found[1:-1])
    return match and Fault([(match.start(), match.end(), "")], (match.start(), match.end() + 3000))


@kind("an item has lost its letter", "label-missing label-gap single-item")
def _(rng, d):
    found = [m for m in re.finditer(r"<num>\s*\(?[b-g]\)\s*</num>", d.xml)]
    match = pick(rng, found)
    return match and Fault([(match.start(), match.end(), "<num></num>")],
                           (match.start() - 1500, match.end() + 3000))


@kind("the letter of an item is typed in its text too", "label-typed")
def _(rng, d):
    places = [(p, label) for p in d.of_kind("item") if (found := d.label_of(p))
              for _, label in [found] if re.fullmatch(r"\(?[a-h]\)|\([أبج]\)", label)]
    chosen = pick(rng, places)
    return chosen and Fault([(chosen[0].start, chosen[0].start, chosen[1] + " ")],
                            (chosen[0].start - 300, chosen[0].end))


@kind("the bare number is typed in the text too", "label-typed")
def _(rng, d):
    places = [(p, label) for p in d.of_kind("operative") if (found := d.label_of(p))
              for _, label in [found] if re.fullmatch(r"\d+\.", label)]
    chosen = pick(rng, places)
    return chosen and Fault([(chosen[0].start, chosen[0].start, chosen[1][:-1] + " ")],
                            (chosen[0].start - 300, chosen[0].end))


# --- masthead and closing (more) ------------------------------------------------------------------

def in_line(d, element, pattern, new, flags=re.S):
    """A change of what the pattern's first group holds, inside of the first such element."""
    outer = re.search(element, d.xml, flags)
    match = outer and re.compile(pattern).search(d.xml, outer.start(), outer.end())
    if not match:
        return None
    words = new(match) if callable(new) else new
    if words == match.group(1):
        return None
    return Fault([(match.start(1), match.end(1), words)], (outer.start(), outer.end()))


SESSION = r"<session [^>]*>[^<]*</session>"
ADOPTION = r"<docTitle>(?:(?!</docTitle>).)*</docTitle>"
PROPONENT = r"<docProponent.*?</docProponent>"
CLOSING = r"<conclusions.*?</conclusions>"
DATE = r"<docDate [^>]*adoptionDate.*?</docDate>"


@kind("the session has a slip of the pen", "session-symbol masthead-form")
def _(rng, d):
    return in_line(d, SESSION, r">\s*\S{2}(\S\S)", lambda m: m.group(1)[::-1])


@kind("the report has lost a bracket", "masthead-form bracket-pair")
def _(rng, d):
    return in_line(d, PROPONENT, r"(\])", "")


@kind("the report has lost its inner bracket", "masthead-form bracket-pair")
def _(rng, d):
    return in_line(d, PROPONENT, r"(\))\]", "")


@kind("the report has round brackets", "masthead-form bracket-pair")
def _(rng, d):
    return in_line(d, PROPONENT, r">[^<\[]*(\[)", "(")


@kind("the line of adoption has a slip of the pen", "masthead-form")
def _(rng, d):
    words = {"en": "adopted", "fr": "adoptée", "es": "aprobada", "ru": "принятая", "zh": "大会决议",
             "ar": "اتخذته"}[d.language]
    return in_line(d, ADOPTION, f"({words})", lambda m: m.group(1)[:1] + m.group(1)[2:])


@kind("the date of adoption in the head is another", "adoption-date number-symbol")
def _(rng, d):
    if not re.search(DATE, d.xml, re.S):
        return None
    date = DATES[d.language]
    outer = re.search(ADOPTION, d.xml, re.S)
    match = outer and re.compile(date).search(d.xml, outer.start(), outer.end())
    day = match and re.match(r"\d+", match.group("d"))
    if not day:
        return None
    return Fault([(match.start("d"), match.end("d"), str(int(day.group()) % 27 + 1))],
                 (outer.start(), len(d.xml) - 10))


@kind("the month in the closing is misspelt", "closing-form adoption-date date-form",
      ("en", "fr", "es", "ru", "ar"))
def _(rng, d):
    match = re.search(DATE, d.xml, re.S)
    date = match and re.compile(DATES[d.language]).search(d.xml, match.start(), match.end())
    if not date or len(date.group("m")) < 4:
        return None
    month = date.group("m")
    return Fault([(date.start("m"), date.end("m"), month[0] + month[2] + month[1] + month[3:])
                  if month[1] != month[2] else (date.start("m"), date.end("m"), month[:2] + month[3:])])


@kind("the closing has an American date", "closing-form adoption-date date-form", ("en",))
def _(rng, d):
    match = re.search(DATE, d.xml, re.S)
    date = match and re.compile(DATES[d.language]).search(d.xml, match.start(), match.end())
    return date and Fault([(date.start(), date.end(),
                            f"{date.group('m')} {date.group('d')}, {date.group('y')}")])


@kind("the closing has no meeting", "head-missing closing-form")
def _(rng, d):
    if "/A/RES/" not in d.xml and "A/RES/" not in d.xml:
        return None
    match = re.search(r"<(?:inline name=\"adoptionMeeting\"|location )[^>]*>[^<]*</(?:inline|location)>",
                      d.xml)
    return match and Fault([(match.start(), match.end(), "")], (0, len(d.xml) - 1))


@kind("the agenda item has no number", "masthead-form head-missing")
def _(rng, d):
    match = re.search(r"<docketNumber[^>]*agendaItem.*?</docketNumber>|"
                      r"<[^>]*agendaItem[^>]*>[^<]*?(\d+)[^<]*<", d.xml, re.S)
    if not match or not match.group(1):
        return None
    return Fault([(match.start(1), match.end(1), "")], (match.start(), match.end()))


# --- lead phrases (more) --------------------------------------------------------------------------

def change_lead(rng, d, change, kinds=("preambular", "operative"), spread=0):
    found = []
    for p, match in leads(d, *kinds):
        new = change(match.group("lead"), match)
        if new and new != match.group("lead"):
            found.append(Fault([(match.start("lead"), match.end("lead"), new)], (p.start, p.end)))
    return pick(rng, found)


SLIPS = "lead-unknown lead-extent lead-place typo spelling doubled-mark mixed-script arabic-letter"


@kind("a letter of the lead phrase is missing", SLIPS, SPACED)
def _(rng, d):
    return change_lead(rng, d, lambda s, m: s[:4] + s[5:] if len(s) > 7 and s[4] != " " and
                       s[3] != s[4] and s[4] != s[5] else None)


@kind("a letter of the lead phrase stands twice", SLIPS, SPACED)
def _(rng, d):
    return change_lead(rng, d, lambda s, m: s[:4] + s[3:] if len(s) > 7 and s[3] != " " else None)


@kind("a letter of the lead phrase is another", SLIPS, SPACED)
def _(rng, d):
    other = {"ru": "ж", "ar": "ض"}.get(d.language, "x")
    return change_lead(rng, d, lambda s, m: s[:4] + other + s[5:] if len(s) > 7 and
                       " " not in s[3:6] else None)


@kind("the lead phrase takes in the word behind it", "lead-extent", ("en", "fr", "es"))
def _(rng, d):
    found = []
    for p, match in leads(d, "preambular", "operative"):
        rest = re.compile(r" ?(the|that|its|la|le|les|el|los|las|su|sa|ses)\b").match(d.xml, match.end())
        if rest:
            tag = f"</{match.group('tag')}>"
            found.append(Fault([(match.end("lead"), rest.end(), " " + rest.group(1) + tag)],
                               (p.start, p.end)))
    return pick(rng, found)


@kind("the lead phrase has its comma in it", "lead-extent")
def _(rng, d):
    found = []
    for p, match in leads(d, "preambular", "operative"):
        if d.xml[match.end():match.end() + 1] in tuple(",،，"):
            tag = f"</{match.group('tag')}>"
            found.append(Fault([(match.end("lead"), match.end() + 1, d.xml[match.end()] + tag)],
                               (p.start, p.end)))
    return pick(rng, found)


@kind("the lead phrase is marked in part", "lead-extent")
def _(rng, d):
    found = []
    for p, match in leads(d, "preambular", "operative"):
        lead = match.group("lead").strip()
        if d.language == "zh":
            cut = 1 if len(lead) == 2 else None
        else:
            cut = len(lead) - 2 if len(lead) > 6 and " " not in lead[-4:] else None
        if cut:
            tag = f"</{match.group('tag')}>"
            found.append(Fault([(match.start("lead"), match.end(), lead[:cut] + tag + lead[cut:])],
                               (p.start, p.end)))
    return pick(rng, found)


@kind("the first word alone of the lead phrase is marked", "lead-extent",
      ("en", "fr", "es", "ru", "ar"))
def _(rng, d):
    known = {"en": "Bearing in mind|Taking note|Calls upon|Taking into account|Deeply concerned",
             "fr": "Prend note|Prenant note|Ayant à l’esprit|Se félicite|Prend acte",
             "es": "Toma nota|Tomando nota|Teniendo presente|Acoge con beneplácito|Hace suyas",
             "ru": "принимает к сведению|принимая к сведению|с удовлетворением отмечает",
             "ar": "وإذ تحيط علما|تحيط علما|تعيد تأكيد|وإذ تعيد تأكيد|وإذ تشير"}[d.language]
    found = []
    for p, match in leads(d, "preambular", "operative"):
        lead = match.group("lead").strip()
        if re.fullmatch(known, lead):
            first, rest = lead.split(" ", 1)
            tag = f"</{match.group('tag')}>"
            found.append(Fault([(match.start("lead"), match.end(), first + tag + " " + rest)],
                               (p.start, p.end)))
    return pick(rng, found)


@kind("the lead phrase begins with a letter of the wrong size", "lead-case", ("en", "fr", "es", "ru"))
def _(rng, d):
    return change_lead(rng, d, lambda s, m: s[0].swapcase() + s[1:] if s[0].isalpha() else None)


@kind("the lead phrase is all in capitals", "lead-case lead-unknown", ("en", "fr", "es", "ru"))
def _(rng, d):
    return change_lead(rng, d, lambda s, m: s.upper())


@kind("the lead phrase is underlined", "lead-look")
def _(rng, d):
    found = [(p, m) for p, m in leads(d, "preambular", "operative") if m.group("class")]
    chosen = pick(rng, found)
    return chosen and Fault([(chosen[1].start("class"), chosen[1].end("class"),
                              ' class="underline"')], (chosen[0].start, chosen[0].end))


@kind("the lead phrase has lost its mark-up and its first letter is small", "lead-missing lead-unmarked",
      ("en", "fr", "es"))
def _(rng, d):
    chosen = pick(rng, leads(d, "operative"))
    if not chosen:
        return None
    p, match = chosen
    lead = match.group("lead")
    return Fault([(match.start("tag") - 1, match.end(), lead[0].lower() + lead[1:])],
                 (p.start, p.end))


TRANSLATED = {"en": ("Recalling", "Rappelant"), "fr": ("Rappelant", "Recalling"),
              "es": ("Recordando", "Recordamos"), "ru": ("ссылаясь", "ссылаемся"),
              "ar": ("وإذ تشير", "وإذا تشير")}


@kind("a lead phrase is of another language or person", "lead-unknown typo spelling lead-extent",
      ("en", "fr", "es", "ru", "ar"))
def _(rng, d):
    good, bad = TRANSLATED[d.language]
    return change_lead(rng, d, lambda s, m: bad if s.strip() == good else None)


ACCENTS = {"fr": {"é": "e", "É": "E", "à": "a", "ê": "e"}, "es": {"é": "e", "ó": "o", "í": "i", "á": "a"},
           "ar": {"إ": "ا", "أ": "ا", "ؤ": "و", "ئ": "ى"}}


@kind("an accent of the lead phrase is lost", "lead-unknown typo spelling arabic-letter",
      ("fr", "es", "ar"))
def _(rng, d):
    return change_lead(rng, d, lambda s, m: "".join(ACCENTS[d.language].get(c, c) for c in s))


@kind("an operative verb without its s", "lead-unknown lead-place", ("en",))
def _(rng, d):
    return change_lead(rng, d, lambda s, m: re.sub(r"(?<=[a-z])s$", "", s)
                       if re.fullmatch(r"[A-Z][a-z]+s", s) else None, ("operative",))


VERBS = {"zh": ("preambular", "决定"), "ar": ("preambular", "تقرر"), "en": ("preambular", "Decides"),
         "fr": ("preambular", "Décide"), "es": ("preambular", "Decide"), "ru": ("preambular", "постановляет")}


@kind("the preamble decides", "lead-place")
def _(rng, d):
    return change_lead(rng, d, lambda s, m: VERBS[d.language][1], ("preambular",))


@kind("an operative paragraph has in mind", "lead-place")
def _(rng, d):
    words = {"zh": "铭记", "ar": "وإذ تضع في اعتبارها", "en": "Bearing in mind", "fr": "Ayant à l’esprit",
             "es": "Teniendo presente", "ru": "принимая во внимание"}
    return change_lead(rng, d, lambda s, m: words[d.language], ("operative",))


@kind("an Arabic verb is the Council's", "lead-gender", ("ar",))
def _(rng, d):
    if "/A/RES/" not in d.xml:
        return None
    return change_lead(rng, d, lambda s, m: "ي" + s[1:] if re.fullmatch(
        "تقرر|تطلب|تدعو|تحث|تشجع|ترحب", s.strip()) else None, ("operative",))


@kind("a Russian adjective is the Council's", "lead-gender", ("ru",))
def _(rng, d):
    if "#generalAssembly" not in d.xml:
        return None
    return change_lead(rng, d, lambda s, m: re.sub(r"(обеспокоен|убежден|преисполнен)а\b|", r"\1", s))


@kind("the Council is feminine", "lead-gender", ("fr", "es"))
def _(rng, d):
    if "S/RES/" not in d.xml[:6000]:
        return None
    return change_lead(rng, d, lambda s, m: re.sub(r"(réoccupé|onvaincu|ésolu)\b", r"\1e", s)
                       if d.language == "fr" else
                       re.sub(r"(onvencid|reocupad|ecidid)o\b", r"\1a", s))


@kind("the third of a row says also again", "lead-repeated lead-order", ("en", "es", "fr"))
def _(rng, d):
    word = {"en": ("further", "also"), "es": ("además", "también"), "fr": ("en outre", "également")}
    good, bad = word[d.language]
    if "S/RES/" in d.xml[:6000]:
        return None
    found, previous = [], None
    for p, match in leads(d, "preambular", "operative"):
        lead = match.group("lead").strip()
        if good in lead.lower() and previous and bad in previous.lower() and \
                lead.lower().replace(good, "") == previous.lower().replace(bad, ""):
            new = re.sub(good, bad, lead) if good in lead else re.sub(
                good.capitalize(), bad.capitalize(), lead)
            found.append(Fault([(match.start("lead"), match.end("lead"), new)], (p.start, p.end)))
        previous = lead
    return pick(rng, found)


# --- notes (more) ---------------------------------------------------------------------------------

@kind("a note is empty", "note-empty")
def _(rng, d):
    found = [p for p in d.paragraphs if p.kind == "note" and not p.annex and
             d.xml[p.start - 4:p.start + 1] and "\n" not in d.xml[p.start:p.end]]
    p = pick(rng, found)
    return p and Fault([(p.start, p.end, "")], (p.start - 400, p.start + 40))


@kind("a note ends with a semicolon", "note-end")
def _(rng, d):
    found = []
    for p in d.paragraphs:
        end = d.end_of(p) if p.kind == "note" and not p.annex else None
        if end and d.xml[end - 1] in ".。":
            found.append(Fault([(end - 1, end, mark(SEMICOLON, d.language, ";"))], (p.start, p.end)))
    return pick(rng, found)


@kind("a note ends with two full stops", "doubled-mark note-end")
def _(rng, d):
    found = []
    for p in d.paragraphs:
        end = d.end_of(p) if p.kind == "note" and not p.annex else None
        if end and d.xml[end - 1] in ".。":
            found.append(Fault([(end, end, d.xml[end - 1])], (p.start, p.end)))
    return pick(rng, found)


@kind("a number of a note is skipped", "note-order")
def _(rng, d):
    match = pick(rng, notes(d)[:-1])
    return match and Fault([(match.start("n"), match.end("n"), str(int(match.group("n")) + 1))],
                           (match.start() - 200, match.end() + 4000))


@kind("a call without a note", "note-no-body call-without-note note-missing")
def _(rng, d):
    if not notes(d):
        return None
    last = int(notes(d)[-1].group("n"))
    p = pick(rng, [p for p in d.of_kind("preambular", "operative") if d.end_of(p)])
    if not p:
        return None
    end = d.end_of(p)
    return Fault([(end, end, f"<sup>{last + 1}</sup>")], (p.start, p.end))


@kind("a space stands before the call", "note-space", ("en", "es", "zh", "ru"))
def _(rng, d):
    found = [m for m in notes(d) if d.xml[m.start() - 1].isalpha() or d.xml[m.start() - 1] in ",，;"]
    match = pick(rng, found)
    return match and Fault([(match.start(), match.start(), " ")], (match.start() - 5, match.start() + 5))


@kind("text follows the call at once", "note-space", ("en", "fr", "es", "ru"))
def _(rng, d):
    found = [m for m in notes(d) if re.match(r" \w", d.xml[m.end():m.end() + 2])]
    match = pick(rng, found)
    return match and Fault([(match.end(), match.end() + 1, "")], (match.start(), match.end() + 3))


@kind("ibid. has lost its full stop", "note-form note-end", ("en", "fr"))
def _(rng, d):
    all_notes = [p for p in d.paragraphs if p.kind == "note" and not p.annex and
                 "\n" not in d.xml[p.start:p.end]]
    if len(all_notes) < 2:
        return None
    p = all_notes[1]
    return Fault([(p.start, p.end, "Ibid, para. 3." if d.language == "en" else "Ibid, par. 3.")],
                 (p.start, p.end))


@kind("a note has a word of another language", "note-language note-form spelling house-term", SPACED)
def _(rng, d):
    swap = {"en": ("annex", "annexe"), "fr": ("annexe", "annex"), "es": ("anexo", "annex"),
            "ru": ("приложение", "annex"), "ar": ("المرفق", "annex")}
    return at_match(rng, d, swap[d.language][0] + r"(?=[.。 ،,])", swap[d.language][1], ("note",))


SEE = {"en": ("See", "Sea"), "fr": ("Voir", "Voire"), "es": ("Véase", "Vease"), "ru": ("См.", "См"),
       "zh": ("见", "现"), "ar": ("انظر", "أنظر")}


@kind("see is misspelt in a note", "note-form spelling typo house-term")
def _(rng, d):
    good, bad = SEE[d.language]
    return at_match(rng, d, f"(?<=[>\t ]){good}(?=[ <A-Z])", bad, ("note",))


@kind("a note begins with a small letter", "note-form note-case", ("en", "fr", "es", "ru"))
def _(rng, d):
    word = {"en": "Resolution|See", "fr": "Résolution|Voir", "es": "Resolución|Véase",
            "ru": "Резолюция|См"}[d.language]
    return at_match(rng, d, rf"(?<=[>\t ])(?:{word})(?=[ .])",
                    lambda m: m.group()[0].lower() + m.group()[1:], ("note",))


TREATIES = {"en": ("Treaty Series", "Treaties Series"), "fr": ("Recueil des Traités", "Recueil de Traités"),
            "es": ("Treaty Series", "Treaties Series"), "ru": ("Treaty Series", "Treaties Series"),
            "zh": ("条约汇编", "条约彙编"), "ar": ("Treaty Series", "Treaties Series")}


@kind("the treaty series has another name", "note-form traditional spelling")
def _(rng, d):
    good, bad = TREATIES[d.language]
    return at_match(rng, d, good, bad, ("note",))


@kind("the session of the official records is another", "note-session note-form", ("en", "fr", "es", "ru", "zh"))
def _(rng, d):
    table = {"en": ("Seventy-", "Sixty-"), "fr": ("oixante-", "inquante-"),
             "es": ("eptuagésimo ", "exagésimo "), "ru": ("емьдесят ", "естьдесят "),
             "zh": ("第七十", "第六十")}
    good, bad = table[d.language]
    return at_match(rng, d, good, bad, ("note",))


# --- structure (more) -----------------------------------------------------------------------------

@kind("a paragraph stands twice", "clause-twice label-twice")
def _(rng, d):
    found = [m for m in re.finditer(r"<container\b(?:(?!</?container).)*</container>", d.xml, re.S)
             if "authorialNote" not in m.group() and "<table" not in m.group() and
             len(re.sub("<[^>]*>", "", m.group())) > 120]
    match = pick(rng, found)
    return match and Fault([(match.end(), match.end(), flat(match.group()))],
                           (match.start(), match.end() + 100))


@kind("an operative paragraph stands twice", "clause-twice")
def _(rng, d):
    found = [m for m in re.finditer(r"<paragraph\b(?:(?!</?paragraph).)*</paragraph>", d.xml, re.S)
             if "authorialNote" not in m.group() and "<list" not in m.group() and
             re.search(r"<num>\s*\d", m.group()) and len(re.sub("<[^>]*>", "", m.group())) > 160]
    match = pick(rng, found)
    return match and Fault([(match.end(), match.end(), flat(match.group()))],
                           (match.start(), match.end() + 100))


@kind("an item stands twice", "clause-twice label-twice")
def _(rng, d):
    found = [m for m in re.finditer(r"<point\b(?:(?!</?point).)*</point>", d.xml, re.S)
             if "authorialNote" not in m.group() and len(re.sub("<[^>]*>", "", m.group())) > 160]
    match = pick(rng, found)
    return match and Fault([(match.end(), match.end(), flat(match.group()))],
                           (match.start(), match.end() + 100))


ROMAN = r"<subheading>\s*(II|III|IV)\s*</subheading>"


@kind("a section's number is skipped", "section-order")
def _(rng, d):
    match = pick(rng, list(re.finditer(ROMAN, d.xml)))
    new = {"II": "III", "III": "V", "IV": "VI"}
    return match and Fault([(match.start(1), match.end(1), new[match.group(1)])],
                           (match.start(), match.end() + 40000))


@kind("a section's number stands twice", "section-order")
def _(rng, d):
    match = pick(rng, list(re.finditer(ROMAN, d.xml)))
    new = {"II": "I", "III": "II", "IV": "III"}
    return match and Fault([(match.start(1), match.end(1), new[match.group(1)])],
                           (match.start(), match.end() + 200))


@kind("an empty item", "empty-paragraph")
def _(rng, d):
    p = pick(rng, [p for p in d.of_kind("item") if d.label_of(p) and "\n" not in d.xml[p.start:p.end]])
    return p and Fault([(p.start, p.end, "")], (p.start - 300, p.start + 10))


@kind("only the mark of a paragraph is left", "empty-paragraph")
def _(rng, d):
    p = pick(rng, [p for p in d.of_kind("operative") if d.label_of(p)
                   and "\n" not in d.xml[p.start:p.end]])
    return p and Fault([(p.start, p.end, mark(SEMICOLON, d.language, ";"))],
                       (p.start - 300, p.start + 10))


@kind("an operative paragraph stands in the preamble", "order-of-parts lead-place label-gap label-order")
def _(rng, d):
    operative = [m for m in re.finditer(r"<paragraph\b(?:(?!</?paragraph).)*</paragraph>", d.xml, re.S)
                 if re.search(r"<num>\s*1(?:\.| -)", m.group()) and "authorialNote" not in m.group()]
    containers = list(re.finditer(r"<container\b(?:(?!</?container).)*</container>", d.xml, re.S))
    if not operative or len(containers) < 3:
        return None
    moved, before = operative[0], containers[-2]
    if before.start() > moved.start():
        return None
    new = flat(moved.group())
    lost = "\n" * moved.group().count("\n")
    return Fault([(before.start(), before.start(), new), (moved.start(), moved.end(), lost)],
                 (before.start(), moved.end()))


@kind("the opening words are lost", "opening-missing")
def _(rng, d):
    match = re.search(r"<formula\b.*?</formula>", d.xml, re.S)
    if not match:
        return None
    return Fault([(match.start(), match.end(), "\n" * match.group().count("\n"))],
                 (match.start() - 200, match.end() + 2000))
