"""Kinds of faults: what an editor who has never seen this list marked up in forty documents."""
from faults.shapes import ALL, SPACED, WESTERN, Fault, by, in_element, kind, leads, pick, swap

BODY = ("preambular", "operative", "item")

# --- words ---------------------------------------------------------------------------------

swap("an article is not drawn together", "usage", ("es", "fr"),
     by(("es", r"(?<= )(?:del|al)(?= [A-ZÁÉÍÓÚ]?[a-záéíóú])"),
        ("fr", r"(?<= )(?:du|au)(?= [a-z]{4})")),
     lambda m: {"del": "de el", "al": "a el", "du": "de le", "au": "à le"}[m.group()])
swap("a vowel is not left out", "usage", ("fr",),
     r"(?<= )[dl]’(?=[aeéiou]\w{4})|(?<= )qu’(?=il|elle|une?\b)",
     lambda m: {"d’": "de ", "l’": "la ", "qu’": "que "}[m.group()])
swap("a capital has lost its accent", "spelling", ("fr",),
     "États(?= Membres| Parties| parties| de )", "Etats")
swap("oe for œ", "spelling typo usage", ("fr",), "œ", "oe")
swap("another word of the same sound", "spelling typo usage", ("en",),
     r"\bprincipal\b|\bprinciples?\b|\bcounsel\b|\bits own\b|\btheir\b|\bthan\b|\bfulfil\b",
     lambda m: {"principal": "principle", "principle": "principal", "principles": "principals",
                "counsel": "council", "its own": "it own", "their": "there", "than": "then",
                "fulfil": "fulfill"}[m.group()])
swap("a preposition without its vowel", "usage", ("ru",),
     r"(?<= )(?:об(?= [аоиуэ])|со(?= ст)|во(?= вс| вн| мн))",
     lambda m: m.group()[:1])
YO = {"еще": "ещё", "ее": "её", "ведет": "ведёт", "придает": "придаёт", "учетом": "учётом"}
swap("a Russian yo", "spelling usage", ("ru",), rf"(?<= )(?:{'|'.join(YO)})(?= )",
     lambda m: YO[m.group()])
swap("an Arabic and stands apart", "usage", ("ar",), r"(?<= )و(?=[ء-ي]{4})", "و ")
swap("heh for teh marbuta", "arabic-letter spelling typo", ("ar",),
     r"(?<=\bالمتحد)ة|(?<=\bالجمعي)ة|(?<=\bالتنمي)ة|(?<=\bالدولي)ة", "ه")
swap("a Chinese word that the house writes in another way", "spelling usage", ("zh",),
     "其他|作出|已经|账户|订立|截至|必须|按照|部分|继续",
     lambda m: {"其他": "其它", "作出": "做出", "已经": "以经", "账户": "帐户", "订立": "定立", "截至": "截止至",
                "必须": "必需", "按照": "按着", "部分": "部份", "继续": "继序"}[m.group()])
swap("de stands twice", "doubled-word", ("zh",), r"(?<=[一-龥]{2})的(?=[一-龥]{2})", "的的")
swap("a word is in capitals", "date-form spelling typo usage", WESTERN,
     r"(?<= )[a-zа-яéáó]{7,12}(?= )",
     lambda m: m.group().upper())
swap("a capital in the midst of a word", "spelling typo usage", WESTERN,
     r"(?<= [a-zа-я]{3})[a-zа-я](?=[a-zа-я]{4} )",
     lambda m: m.group().upper())
swap("one paragraph where two are named", "usage", WESTERN,
     by(("en", r"\bparagraphs(?= \d+ and \d)"), ("fr", r"\bparagraphes(?= \d+ et \d)"),
        ("es", r"\bpárrafos(?= \d+ y \d)"), ("ru", r"\bпунктах(?= \d+ и \d)")),
     lambda m: "пункте" if m.group()[0] == "п" else m.group()[:-1])
swap("pages with the letter of one", "usage", ("en", "fr", "es"),
     r"\bpp\.(?= ?\d)|\bparas\.(?= \d)", lambda m: {"pp.": "p.", "paras.": "para."}[m.group()],
     BODY + ("note",))
swap("two small words stand twice", "doubled-word", SPACED,
     by(("en", r"(?<= )to(?= \w)"), ("fr", r"(?<= )et(?= \w)"), ("es", r"(?<= )por(?= \w)"),
        ("ru", r"(?<= )по(?= \w)"), ("ar", r"(?<= )على(?= )")),
     lambda m: m.group() + " " + m.group())
swap("a word is swapped with its neighbour", "usage", ("en", "fr"),
     by(("en", r"\bof the\b"), ("fr", r"\bde la\b"), ("es", r"\bde la\b")),
     lambda m: " ".join(reversed(m.group().split())))
swap("a word ends in another number", "typo usage", ("en",), r"\b(?:these|those)(?= \w+s\b)",
     lambda m: {"these": "this", "those": "that"}[m.group()])

# --- numbers, dates, references ------------------------------------------------------------

swap("a reversed span of years in words", "range-order", WESTERN,
     by(("en", r"from (\d{4}) to (\d{4})"), ("fr", r"de (\d{4}) à (\d{4})"),
        ("es", r"de (\d{4}) a (\d{4})"), ("ru", r"с (\d{4}) по (\d{4})")),
     lambda m: m.group().replace(m.group(1), "#").replace(m.group(2),
                                                          m.group(1)).replace("#", m.group(2)))
swap("a thirteenth month", "date-impossible usage", ("zh",), r"(?<=年)\d{1,2}(?=月)", "13")
swap("thousands in groups of four", "usage", ("en", "es"),
     by(("en", r"(?<=\d,\d{3})(?=\s)"), ("es", r"(?<=\d\.\d{3})(?=\s)")), "0")
swap("a sum with dollars twice", "usage", ("en",), r"(?<=\$)[\d,.]+(?: million)?(?= )",
     lambda m: m.group() + " dollars")
swap("a leading zero", "usage", WESTERN,
     r"(?<= )\d{1,2}(?= (?:per cent|pour cent|процентов|million))", lambda m: "0" + m.group())
swap("an addendum without its stop", "symbol-form usage", ALL,
     r"(?<=/Add)\.(?=\d)|(?<=/Rev)\.(?=\d)|(?<=/L)\.(?=\d)|(?<=/Corr)\.(?=\d)", "",
     BODY + ("note",))
swap("an addendum with a small letter", "symbol-form usage", ALL, r"(?<=/)(?:Add|Rev|Corr)(?=\.\d)",
     lambda m: m.group().lower(), BODY + ("note",))
swap("a committee without its stop", "usage symbol-form", ALL,
     r"(?<=A/C)\.(?=\d)|(?<=/CONF)\.(?=\d)|(?<=/CN)\.(?=\d)", "", BODY + ("note",))
swap("a comma before the year of a Council resolution", "arabic-mark usage", ALL,
     r"(?<=\d{4}) ?(?=\((?:19|20)\d\d\))", ", ")
swap("the year of a Council resolution has three figures", "usage link-target", ALL,
     r"(?<=\d{4} \(20)\d(?=\d\))", "")

# --- marks ---------------------------------------------------------------------------------

swap("empty brackets", "usage", ALL, r"(?<=\w) (?=\w)|(?<=[一-龥])(?=[一-龥])", " () ")
swap("an empty quotation", "quote-nesting usage", ("en", "es", "zh"),
     r"(?<=\w) (?=\w)|(?<=[一-龥])(?=[一-龥])", " “” ")
swap("a bracket turned round", "bracket-pair mark-space", ALL, r"(?<= )\((?=\w)", ")")
swap("a stray backslash", "left-markup", SPACED, r"(?<=\w) (?=\w)", " \\ ")
swap("a stray bar", "usage", ALL, r"(?<=\w),? (?=\w)|(?<=[一-龥])(?=[一-龥])", "| ")
swap("a stray tilde", "usage", SPACED, r"(?<=\w) (?=\w)", " ~ ")
swap("a colon for a semicolon in the text", "doubled-mark french-space", WESTERN,
     r"(?<=\w),(?= (?:and|et|y|и) )", ",;")
swap("two spaces around a solidus", "usage", ("en",), r"and/or", "and / or")
swap("a full stop in the midst of a sentence", "usage", WESTERN,
     r"(?<=[a-zа-я]{4})(?= (?:and|et|y|и) [a-zа-я])", ".")
swap("a comma begins the words behind a lead", "arabic-mark usage", ("en", "fr", "es", "ar"), r"(?<=</span>) (?=\w)",
     ", ")
swap("a point in the midst of a number", "usage", SPACED, r"(?<= \d{2})/(?=\d{1,3}\b)", "./", BODY)
swap("a hyphen ends a word", "hyphen-form", WESTERN, r"(?<= [a-zа-я]{5})(?= [a-zа-я]{4})", "-")

# --- leads, head, notes --------------------------------------------------------------------

swap("no space behind a lead", "lead-extent typo", SPACED, r"(?<=</span>) (?=[a-zа-яء-ي])", "")
swap("a lead with a colon", "french-space lead-extent", ALL,
     r"(?<=[\wء-ي一-龥])(?=</span> ?[a-zа-яء-ي一-龥])", ":")


@kind("a lead stands twice", "doubled-word lead-extent")
def _(rng, d):
    found = pick(rng, leads(d, "preambular", "operative"))
    if not found or " " in found[1].group("lead").strip():
        return None
    match = found[1]
    return Fault([(match.end("lead"), match.end("lead"), " " + match.group("lead").strip())])


@kind("the title ends with a full stop", "masthead-form")
def _(rng, d):
    match = in_element(d, r"<docTitle>[^<]*[^<.\s](?=\s*</docTitle>)")
    return match and Fault([(match.end(), match.end(), "." if d.language != "zh" else "。")])
