"""Kinds of faults: lead phrases, thought of later."""
import re

from faults.document import Fault
from faults.shapes import SPACED, kind, lead_changed, leads, of, pick

SLIPS = "lead-unknown lead-extent lead-place typo spelling doubled-mark mixed-script arabic-letter"


kind("a letter of the lead phrase is missing", SLIPS, SPACED)(
    lead_changed(lambda s, m: (s[:4] + s[5:] if len(s) > 7 and s[4] != " " and s[3] != s[4]
                     and s[4] != s[5] else None)))
kind("a letter of the lead phrase stands twice", SLIPS, SPACED)(
    lead_changed(lambda s, m: s[:4] + s[3:] if len(s) > 7 and s[3] != " " else None))


@kind("a letter of the lead phrase is another", SLIPS, SPACED)
def _(rng, d):
    other = {"ru": "ж", "ar": "ض"}.get(d.language, "x")
    return lead_changed(lambda s, m: s[:4] + other + s[5:] if len(s) > 7 and
                       " " not in s[3:6] else None)(rng, d)


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


kind("the lead phrase begins with a letter of the wrong size", "lead-case",
     ("en", "fr", "es", "ru"))(
    lead_changed(lambda s, m: s[0].swapcase() + s[1:] if s[0].isalpha() else None))
kind("the lead phrase is all in capitals", "lead-case lead-unknown", ("en", "fr", "es", "ru"))(
    lead_changed(lambda s, m: s.upper()))


@kind("the lead phrase is underlined", "lead-look")
def _(rng, d):
    found = [(p, m) for p, m in leads(d, "preambular", "operative") if m.group("class")]
    chosen = pick(rng, found)
    return chosen and Fault([(chosen[1].start("class"), chosen[1].end("class"),
                              ' class="underline"')], (chosen[0].start, chosen[0].end))


@kind("the lead phrase has lost its mark-up and its first letter is small",
      "lead-missing lead-unmarked", ("en", "fr", "es"))
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
    return lead_changed(lambda s, m: bad if s.strip() == good else None)(rng, d)


ACCENTS = {"fr": {"é": "e", "É": "E", "à": "a", "ê": "e"},
           "es": {"é": "e", "ó": "o", "í": "i", "á": "a"},
           "ar": {"إ": "ا", "أ": "ا", "ؤ": "و", "ئ": "ى"}}


@kind("an accent of the lead phrase is lost", "lead-unknown typo spelling arabic-letter",
      ("fr", "es", "ar"))
def _(rng, d):
    plain = ACCENTS[d.language]
    return lead_changed(lambda s, m: "".join(plain.get(c, c) for c in s))(rng, d)

kind("an operative verb without its s", "lead-unknown lead-place", ("en",))(
    lead_changed(lambda s, m: (re.sub(r"(?<=[a-z])s$", "", s)
                     if re.fullmatch(r"[A-Z][a-z]+s", s) else None), ("operative",)))


VERBS = {"zh": "决定", "ar": "تقرر", "en": "Decides", "fr": "Décide", "es": "Decide",
         "ru": "постановляет"}


@kind("the preamble decides", "lead-place")
def _(rng, d):
    return lead_changed(lambda s, m: VERBS[d.language], ("preambular",))(rng, d)


@kind("an operative paragraph has in mind", "lead-place")
def _(rng, d):
    words = {"zh": "铭记", "ar": "وإذ تضع في اعتبارها", "en": "Bearing in mind",
             "fr": "Ayant à l’esprit",
             "es": "Teniendo presente", "ru": "принимая во внимание"}
    return lead_changed(lambda s, m: words[d.language], ("operative",))(rng, d)


@kind("an Arabic verb is the Council's", "lead-gender", ("ar",))
def _(rng, d):
    if "/A/RES/" not in d.xml:
        return None
    return lead_changed(lambda s, m: "ي" + s[1:] if re.fullmatch(
        "تقرر|تطلب|تدعو|تحث|تشجع|ترحب", s.strip()) else None, ("operative",))(rng, d)


@kind("a Russian adjective is the Council's", "lead-gender", ("ru",))
def _(rng, d):
    if "#generalAssembly" not in d.xml:
        return None
    return lead_changed(lambda s,
                        m: re.sub(r"(обеспокоен|убежден|преисполнен)а\b|", r"\1", s))(rng, d)


@kind("the Council is feminine", "lead-gender", ("fr", "es"))
def _(rng, d):
    if "S/RES/" not in d.xml[:6000]:
        return None
    return lead_changed(lambda s, m: re.sub(r"(réoccupé|onvaincu|ésolu)\b", r"\1e", s)
                       if d.language == "fr" else
                       re.sub(r"(onvencid|reocupad|ecidid)o\b", r"\1a", s))(rng, d)


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
