"""Kinds of faults: slips in all families that were thought of last."""
from faults.document import DATES
from faults.shapes import ALL, LATIN, SPACED, WESTERN, by, kind, line_changed, swap

# --- words ---------------------------------------------------------------------------------

swap("two words stand twice", "doubled-word", WESTERN,
     by(("en", r"(?<= )of the(?= \w)"), ("fr", r"(?<= )dans les(?= \w)"),
        ("es", r"(?<= )de los(?= \w)"), ("ru", r"(?<= )в том числе(?= )")),
     lambda m: m.group() + " " + m.group())
swap("an for a", "usage article typo spelling", ("en",),
     r"(?<= )a(?= (?:report|resolution|new|view)\b)", "an")
swap("a for an", "usage article typo spelling", ("en",),
     r"(?<= )an(?= (?:[aio]\w{4,}|effective)\b)", "a")
swap("it’s for its", "usage apostrophe spelling house-term", ("en",), r"(?<= )its(?= \w{5})",
     "it’s")
swap("a known name is cut", "usage abbreviation house-term", ("en",),
     "(?<=Charter of the )United Nations", "UN")
swap("a hyphen that is not wanted", "spelling house-term hyphen-form", ("en",),
     r"\b[Cc]o(?=operation|ordinat)|\binter(?= alia)", lambda m: m.group() + "-")
swap("Latin words in one", "spelling typo", ("en",), r"\binter alia\b", "interalia")
swap("a plural behind one number", "usage resolution-form plural paragraph-form number-agreement",
     ("en", "fr", "es"), by(("en", r"\bparagraph(?= \d+ (?:of|above|below))"),
        ("fr", r"\bparagraphe(?= \d+ (?:de|du|ci))"), ("es", r"\bpárrafo(?= \d+ (?:de|supra))")),
     lambda m: m.group() + "s")
swap("Secretary-general", "house-term spelling", ("en",), "Secretary-General", "Secretary-general")
swap("the Secretary-General is small", "usage house-term spelling", WESTERN,
     by(("en", r"(?<=the )Secretary-General"), ("fr", r"(?<=le )Secrétaire général"),
        ("es", r"(?<=al )Secretario General"), ("ru", r"Генерального секретаря")),
     lambda m: m.group().lower())
swap("member States", "usage house-term spelling", ("en", "fr", "es"),
     by(("en", "Member(?= States)"), ("fr", "États(?= Membres)"), ("es", "(?<=Estados )Miembros")),
     lambda m: m.group().lower())
swap("an ordinal without its hyphen", "usage house-term spelling ordinal-form session-symbol",
     ("en", "fr"),
     by(("en", r"(?<=seventy)-(?=\w+ session)"), ("fr", r"(?<=soixante)-(?=\w+ session)")), " ")
swap("an ordinal with a hyphen", "usage ordinal-form", ("en",), r"(?<=\d)(?=th\b)", "-")
swap("a Chinese word by its sound", "spelling typo", ("zh",), "联合国|秘书长|维持|建议|贯彻|部署|必须",
     lambda m: {"联合国": "联和国", "秘书长": "密书长", "维持": "唯持", "建议": "建意",
                "贯彻": "惯彻", "部署": "布署", "必须": "必需要"}[m.group()])
swap("a Ukrainian letter", "usage mixed-script typo spelling", ("ru",),
     r"(?<=[а-я]{3})и(?=[а-я]{3})",
     "і")
swap("a letter of another kind in Arabic", "arabic-letter typo", ("ar",), r"(?<=\w)ه(?=\w)", "ہ")
swap("resolution stands twice", "doubled-word", WESTERN,
     by(("en", r"\bresolution(?= \d)"), ("fr", r"\brésolution(?= \d)"),
        ("es", r"\bresolución(?= \d)"), ("ru", r"\bрезолюцию(?= )")),
     lambda m: m.group() + " " + m.group())

# --- marks ---------------------------------------------------------------------------------

swap("a comma for an apostrophe", "apostrophe mark-space typo", ("fr",), r"(?<=\b[ld])’(?=\w)", ",")
swap("a curly bracket", "bracket-pair", ALL, r"\((?=\w)", "{")
swap("a square bracket stands open", "bracket-pair", ALL, r"(?<=\w) (?=\w)|(?<=[一-龥])(?=[一-龥])",
     " [")
swap("a space before a full stop", "mark-space", ("en", "fr", "es", "ru"),
     r"(?<=[a-zа-я]{3})\.(?= [A-ZА-Я])", " .")
swap("a comma and a full stop", "doubled-mark clause-end", WESTERN, r"(?<=\w),(?= \w)", ",.")
swap("a semicolon behind a comma in Chinese", "doubled-mark clause-end", ("zh",), "，(?=[一-龥])",
     "，、")
swap("an opening mark stands twice", "usage quote-pair doubled-mark quote-nesting",
     ("zh", "en", "es"), "“", "““")
swap("an apostrophe stands twice", "quote-pair apostrophe doubled-mark", ("en", "fr"),
     r"(?<=\w)’(?=\w)", "’’")
swap("an underscore for a space", "usage mark-space left-markup stray-character", WESTERN,
     r"(?<=[a-zа-я]{3}) (?=[a-zа-я]{3})", "_")
swap("an asterisk is left", "left-markup stray-character note-missing", WESTERN,
     r"(?<=[a-zа-я]{3}) (?=[a-zа-я]{3})", " **")
swap("a question mark at an odd place", "usage doubled-mark mark-space damaged-text", WESTERN,
     r"(?<=[a-zа-я]{3}),(?= [a-zа-я]{3})", "?")
swap("a Latin question mark in Arabic", "arabic-mark", ("ar",), r"(?<=\w{3})،(?= \w)", "?")
swap("a middle dot stands twice", "usage doubled-mark han-mark", ("zh",), "·", "··")
swap("an ampersand", "ampersand", LATIN, r"(?<=[a-z]{3}) (?:and|et|y) (?=[a-z]{3})", " &amp; ")

# --- numbers, dates, references -------------------------------------------------------------

swap("the thirtieth of February in Chinese", "date-impossible", ("zh",), DATES["zh"],
     lambda m: m.group("y") + "年2月30日")
swap("the thirty-first of June", "date-impossible", ("en", "fr", "es", "ru"),
     by(("en", r"\d{1,2}(?=[ \u00a0]June 20)"), ("fr", r"\d{1,2}(?=[ \u00a0]juin 20)"),
        ("es", r"\d{1,2}(?= de junio de 20)"), ("ru", r"\d{1,2}(?=[ \u00a0]июня 20)")), "31")
swap("a year of two figures", "date-form", WESTERN + ("zh",),
     by(*((lang, DATES[lang]) for lang in WESTERN + ("zh",))),
     lambda m: m.group().replace(m.group("y"), m.group("y")[2:], 1))
swap("the year first", "date-form", ("en",), DATES["en"],
     lambda m: f"{m.group('y')} {m.group('m')} {m.group('d')}")
swap("resolution No.", "usage resolution-form", ("en",),
     r"(?<=\bresolution )(?=\d\d/)|\bresolution (?=$)", "No. ")
swap("the year of the Council’s resolution is joined", "usage resolution-form no-break",
     ("en", "es", "ru"), r"(?<=\d{3}) (?=\((?:19|20)\d\d\))", "")
swap("the year of the Council’s resolution in square brackets",
     "usage resolution-form bracket-pair", WESTERN, r"(?<=\d{3} )\(((?:19|20)\d\d)\)",
     lambda m: f"[{m.group(1)}]")
swap("the Council’s resolution is of a later year", "resolution-date link-target", WESTERN,
     r"(?<=\d{4} \()20\d\d(?=\))", "2051")
swap("a symbol with a leading zero", "symbol-form link-target", ALL, r"(?<=>A/\d\d/)(?=\d{2}<)",
     "0")
swap("a sum with its sign behind", "usage currency", ("en",), r"\$(\d[\d,.]*)",
     lambda m: m.group(1) + "$")
swap("a space behind the dollar", "usage currency mark-space", ("en",), r"\$(?=\d)", "$ ")
swap("paragraph without its dot", "usage masthead-form abbreviation note-form", ("en", "fr", "es"),
     by(("en", r"(?<=, para)\.(?= \d)"), ("fr", r"(?<=, par)\.(?= \d)"),
        ("es", r"(?<=, párr)\.(?= \d)")), "", ("note",))
swap("a volume without its dot", "usage note-form abbreviation", ("en", "fr", "es"),
     r"(?<=, vol)\.(?=[ \u00a0]\d)", "", ("note",))
swap("resolution is joined to its number in a note", "note-form", ("en", "fr", "es"),
     r"(?<=ésolution) |(?<=Resolution) |(?<=esolución) ", "", ("note",))

# --- the head -------------------------------------------------------------------------------

kind("the line of the report has lost its comma", "masthead-form", ("en", "fr", "es"))(
    line_changed(r"<docProponent.*?</docProponent>", r"\d(,) (?:para|par|párr)", ""))
kind("a word of the line of the report stands twice", "masthead-form doubled-word", SPACED)(
    line_changed(r"<docProponent.*?</docProponent>", r"\[(\w+) ",
                 lambda m: m.group(1) + " " + m.group(1)))
kind("the organ of the line of adoption is another", "masthead-form", ("en", "fr", "es", "ru"))(
    line_changed(r"<docTitle>Res(?:(?!</docTitle>).)*</docTitle>",
                 r"(General Assembly|l’Assemblée générale|la Asamblea General"
                 r"|Генеральной Ассамблеей)", "Council"))
