"""Kinds of faults: marks, letters and scripts."""
from faults.document import Fault
from faults.shapes import COMMA, SPACED, at_match, kind, of, pick, quoted, replaced

# --- marks ---------------------------------------------------------------------------------

@kind("a quotation is not closed", "quote-pair")
def _(rng, d):
    match = pick(rng, quoted(d))
    return match and Fault([(match.end() - 1, match.end(), "")],
                           (match.start() - 1500, match.end()))


@kind("a quotation is not opened", "quote-pair")
def _(rng, d):
    match = pick(rng, quoted(d))
    return match and Fault([(match.start(), match.start() + 1, "")], (match.start(), match.end()))


@kind("straight quotation marks", "quote-form")
def _(rng, d):
    match = pick(rng, quoted(d))
    return match and Fault([(match.start(), match.start() + 1, '"'),
                            (match.end() - 1, match.end(), '"')])


@kind("quotation marks of another language", "quote-form")
def _(rng, d):
    match = pick(rng, quoted(d))
    new = "“”" if d.language in ("fr", "ru") else "„“" if d.language == "ar" else \
        "「」" if d.language == "zh" else "«»"
    return match and Fault([(match.start(), match.start() + 1, new[0]),
                            (match.end() - 1, match.end(), new[1])])


kind("a straight apostrophe", "apostrophe quote-form", ("en", "fr"))(
    replaced(r"(?<=[a-z])’(?=[a-zéêèh])", "'"))


@kind("two commas", "double-mark doubled-mark")
def _(rng, d):
    comma = of(COMMA, d)
    return at_match(rng, d, f"(?<=\\w){comma}(?= \\w|[一-龥])", comma * 2)


@kind("a word stands twice", "doubled-word")
def _(rng, d):
    if d.language == "zh":
        return at_match(rng, d, r"(?<=[一-龥])(?:的|和|在|与|对)(?=[一-龥])", lambda m: m.group() * 2)
    words = {"en": "the|of|and|in|to", "fr": "les|des|de|la|et", "es": "los|de|la|las|en",
             "ru": "и|в|по|на", "ar": "في|من|على|إلى"}[d.language]
    return at_match(rng, d, f"(?<= )({words})(?= )", lambda m: m.group() + " " + m.group())


@kind("a space before a comma", "mark-space space-before")
def _(rng, d):
    comma = of(COMMA, d)
    return at_match(rng, d, f"(?<=\\w){comma}(?= \\w|[一-龥])", " " + comma)


@kind("no space after a comma", "mark-space space-after", SPACED)
def _(rng, d):
    comma = of(COMMA, d)
    return at_match(rng, d, f"(?<=[^\\W\\d]{{2}}){comma} (?=[^\\W\\d]{{2}})", comma)


@kind("a bracket is not closed", "bracket-pair")
def _(rng, d):
    match = pick(rng, d.sites(r"[(（][^()（）<>]{3,60}[)）]", ("preambular", "operative", "item")))
    return match and Fault([(match.end() - 1, match.end(), "")], (match.start(), match.end()))


kind("a plain space before a French mark", "mark-space no-break french-space quote-space", ("fr",))(
    replaced("\u00a0(?=[;:?!»])", " "))
kind("no space before a French mark", "mark-space no-break french-space", ("fr",))(
    replaced("(?<=\\w)\u00a0(?=[;:])", ""))
kind("a half-width comma in Chinese", "mark-width half-width mark-form", ("zh",))(
    replaced("(?<=[一-龥])，(?=[一-龥])", ","))
kind("a full-width figure", "full-width", ("zh",))(
    replaced(r"(?<=[一-龥])\d(?=[一-龥])", lambda m: chr(ord(m.group()) + 0xFEE0)))
kind("a hyphen for a dash", "hyphen-form dash-form", ("en", "fr", "ru"))(
    replaced("(?<=[ \u00a0])[–—](?=[ \u00a0])", "-"))

# --- scripts -------------------------------------------------------------------------------

LOOK_ALIKES = {"а": "a", "о": "o", "е": "e", "с": "c", "р": "p", "х": "x"}


kind("a Latin letter in a Russian word", "mixed-script latin-in-cyrillic look-alike", ("ru",))(
    replaced("(?<=[а-я]{2})[аоесрх](?=[а-я]{2})", lambda m: LOOK_ALIKES[m.group()]))


@kind("a Cyrillic letter in a Latin word", "mixed-script cyrillic-in-latin look-alike",
      ("en", "fr", "es"))
def _(rng, d):
    back = {latin: cyrillic for cyrillic, latin in LOOK_ALIKES.items()}
    return at_match(rng, d, "(?<=[a-z]{2})[aoecpx](?=[a-z]{2})", lambda m: back[m.group()])


kind("a Persian letter in an Arabic word", "arabic-letter look-alike", ("ar",))(
    replaced("(?<=[ء-ي])[كي](?=[ء-ي])", lambda m: "ک" if m.group() == "ك" else "ی"))
kind("an Arabic-Indic figure", "arabic-digit arabic-figure digit", ("ar",))(
    replaced(r"(?<=[ \d])\d(?=[ \d])", lambda m: chr(0x660 + int(m.group()))))
kind("a Latin comma in Arabic", "arabic-mark mark-form mark-script", ("ar",))(
    replaced("(?<=[ء-ي])،(?= [ء-ي])", ","))
kind("a tatweel", "tatweel arabic-letter", ("ar",))(
    replaced("(?<=[بتسشعفقلمن])(?=[بتسشعفقلمن])", "ـ"))
kind("a space of no width", "stray-character control invisible")(
    replaced(r"(?<=[^\W\d])(?=[^\W\d])", "\u200b"))
kind("a replacement character", "stray-character damaged-text")(
    replaced(r"(?<=[^\W\d])[^\W\d](?=[^\W\d])", "\ufffd"))
kind("a soft hyphen", "stray-character control soft-hyphen", ("en", "fr", "es", "ru"))(
    replaced(r"(?<=[^\W\d]{3})(?=[^\W\d]{3})", "\u00ad"))
kind("an accent apart from its letter", "decomposed normal-form", ("fr", "es"))(
    replaced("(?<=[a-z])[éó](?=[a-z])", lambda m: {"é": "e\u0301", "ó": "o\u0301"}[m.group()]))
kind("a ligature as a character", "ligature stray-character look-alike", ("en", "fr", "es"))(
    replaced("(?<=[a-z])f[il](?=[a-z])", lambda m: {"fi": "ﬁ", "fl": "ﬂ"}[m.group()]))


@kind("a traditional character", "traditional han-form", ("zh",))
def _(rng, d):
    table = {"国": "國", "发": "發", "会": "會", "联": "聯", "际": "際", "关": "關", "议": "議"}
    return at_match(rng, d, "[国发会联际关议]", lambda m: table[m.group()])
