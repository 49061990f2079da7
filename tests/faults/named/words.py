"""Kinds of faults: words, numbers and references."""
import re

from faults.document import DATES, Fault
from faults.shapes import ALL, at_match, kind, of, pick, replaced, swap

kind("the spelling -ise", "spelling", ("en",))(
    replaced(r"\b(?:recogn|organ|util|emphas|real|final|mobil|priorit)iz(?=e|ing|ed|ation)",
             lambda m: m.group()[:-1] + "s"))


MISSPELT = {
    "en": {"international": "internatonal", "development": "developement", "including": "inculding",
           "government": "goverment", "implementation": "implemention", "necessary": "neccessary",
           "resolution": "resoluton", "Assembly": "Assemby", "security": "secuirty",
           "environment": "enviroment", "cooperation": "coorperation"},
    "fr": {"développement": "dévelopement", "internationale": "internationnale",
           "notamment": "notament", "coopération": "coopèration", "résolution": "resolution",
           "Assemblée": "Asemblée"},
    "es": {"desarrollo": "dessarrollo", "cooperación": "coperación",
           "internacional": "internaciónal",
           "resolución": "resolucion", "aplicación": "aplicasión", "Asamblea": "Asemblea"},
    "ru": {"развития": "развитя", "международного": "междунородного", "государств": "госудрств",
           "осуществления": "осуществленя", "Ассамблеи": "Асамблеи", "резолюции": "резолюци"},
    "ar": {"الدولية": "الدوليه", "المتحدة": "المتحده", "الجمعية": "الجمعيه", "التنمية": "التنميه",
           "القرار": "القرر"},
    "zh": {"发展": "发殿", "决议": "决义", "国际": "国标", "大会": "大匯"},
}


@kind("a common word is misspelt", "spelling misspelling typo arabic-letter",
      ("en", "fr", "es", "ru", "ar"))
def _(rng, d):
    table = MISSPELT[d.language]
    return at_match(rng, d, r"\b(?:" + "|".join(table) + r")\b", lambda m: table[m.group()])


@kind("a symbol in the text has a hyphen for a solidus", "symbol-form", ALL)
def _(rng, d):
    match = pick(rng, d.sites(r"(?<=>)A/RES(/)\d+/\d+|(?<=>)A(/)\d\d/\d+", ("note", "preambular",
                                                                         "operative", "item")))
    if not match:
        return None
    at = match.start(1) if match.group(1) else match.start(2)
    return Fault([(at, at + 1, "-")])


kind("a symbol in the text has small letters", "symbol-form")(
    replaced(r"(?<=>)A/(?=(?:RES/)?\d\d/\d+)", "a/", ("note", "preambular", "operative", "item")))


@kind("the number of a linked resolution is another", "link-target")
def _(rng, d):
    match = pick(rng, d.sites(r"(?<=>)\d\d/(\d{1,3})(?=</a>)"))
    match = match or None
    return match and Fault([(match.start(1), match.end(1), str(int(match.group(1)) + 1))])


@kind("the year of a resolution's date is impossible", "resolution-date", ("en", "fr", "es", "ru"))
def _(rng, d):
    between = {"en": r" of ", "fr": r" du ", "es": r", de ", "ru": r" от "}[d.language]
    pattern = re.compile(r"(\d\d)/\d+(?:</a>)?" + between.replace(" ", "[ \u00a0]") +
                         DATES[d.language])
    found = [m for m in pattern.finditer(d.xml)
             if int(m.group(1)) > 40 and abs(int(m.group("y")) - 1945 - int(m.group(1))) <= 1]
    match = pick(rng, found)
    return match and Fault([(match.start("y"), match.end("y"), str(int(match.group("y")) + 4))])


@kind("an impossible day", "date-impossible date-form")
def _(rng, d):
    return at_match(rng, d, DATES[d.language], lambda m: m.group().replace(m.group("d"), "34", 1)
                    if d.language != "zh" else m.group().replace(f"{m.group('d')}日", "34日"))


kind("a date in the American order", "date-form", ("en",))(
    replaced(DATES["en"], lambda m: f"{m.group('m')} {m.group('d')}, {m.group('y')}"))
kind("a day with a leading zero", "date-form", ("en", "fr", "es", "ru", "ar", "zh"))(
    replaced(DATES, lambda m: (re.sub( rf"(?<!\d){m.group('d')}(?=\D)", "0"
                 + m.group("d"), m.group(),
                                      count=1) if re.fullmatch(r"\d", m.group("d"))
                               else m.group())))


@kind("a month is misspelt", "date-form spelling misspelling month typo", ("en", "fr", "es", "ru"))
def _(rng, d):
    def swap(match):
        month = match.group("m")
        at = match.start("m") - match.start() + 1
        text = match.group()
        return text if len(month) < 5 else text[:at] + text[at + 1] + text[at] + text[at + 2:]
    return at_match(rng, d, DATES[d.language], swap)


kind("the first of a month in figures", "date-form", ("fr",))(
    replaced("1er(?=[ \u00a0](?:jan|fév|mars|avr|mai|juin|juil|août|sep|oct|nov|déc))", "1"))
kind("a date has lost its year word", "date-form", ("ru",))(
    replaced(DATES["ru"], lambda m: m.group()[:-len(m.group("g"))]))


@kind("a range with the wrong dash", "range-form")
def _(rng, d):
    if d.language in ("en", "ru"):
        return at_match(rng, d, r"(?<=\b20\d\d)–(?=20\d\d\b)", "-")
    return at_match(rng, d, r"(?<=\b20\d\d)[-\u2011](?=20\d\d(?!\d))", "–")


kind("a range is reversed", "range-order range-form range-reversed")(
    replaced(r"\b20(\d\d)([-–\u2011])20(\d\d)(?!\d)",
             lambda m: f"20{m.group(3)}{m.group(2)}20{m.group(1)}"))


THOUSANDS = {"en": (",", " "), "fr": ("\u00a0", ","), "ru": ("\u00a0", ","), "es": (".", ","),
             "zh": (" ", ",")}


@kind("thousands in the way of another language", "thousands-form", ("en", "fr", "ru", "zh"))
def _(rng, d):
    good, bad = THOUSANDS[d.language]
    return at_match(rng, d, rf"(?<![\d.,/]){'[1-9]'}\d{{0,2}}(?:{good}\d{{3}})+(?![\d/.,])",
                    lambda m: m.group().replace(good, bad))


kind("a per cent sign", "per-cent", ("en",))(replaced(r"(?<=\d)[ \u00a0]per cent", "%"))
kind("percent in one word", "per-cent spelling", ("en",))(
    replaced(r"(?<=\d[ \u00a0])per cent", "percent"))
kind("a plain space between day and month", "no-break", ("en", "fr", "ru"))(
    replaced(DATES, lambda m: m.group().replace("\u00a0", " ", 1)))
kind("a known name without its hyphen", "spelling name-form house-term", ("en",))(
    replaced(r"Secretary-General", "Secretary General"))


@kind("a small letter in a known name", "spelling name-form house-term", ("en", "fr", "es"))
def _(rng, d):
    pattern, new = {"en": ("Member States", "Member states"),
                    "fr": ("États Membres", "Etats Membres"),
                    "es": ("Estados Miembros", "Estados miembros")}[d.language]
    return at_match(rng, d, pattern, new)


@kind("resolution with a capital in the text", "resolution-form capital", ("en", "fr", "es"))
def _(rng, d):
    word = {"en": "resolution", "fr": "résolution", "es": "resolución"}[d.language]
    return at_match(rng, d, rf"(?<=[a-z] ){word}(?=[ \u00a0]\d|[ \u00a0]$)", word.capitalize())


@kind("one resolution where two are named", "resolution-form", ("en",))
def _(rng, d):
    match = pick(rng, [m for m in re.finditer(
        r"resolution(s) (?:<a [^>]*>)?\d+/\d+[^<;]*(?:</a>)? and (?:<a [^>]*>)?\d+/\d+", d.xml)])
    return match and Fault([(match.start(1), match.end(1), "")])


kind("the Chinese number has lost its 号", "resolution-form", ("zh",))(
    replaced(r"(?<=>)号(?=决议)", ""))
