"""Kinds of faults: words, numbers and references, thought of later."""
from faults.document import DATES
from faults.shapes import ALL, LATIN, SPACED, WESTERN, by, of, swap

# --- words ---------------------------------------------------------------------------------

swap("a letter is left out", "typo spelling lead-unknown", SPACED,
     by(("en", "international"), ("fr", "internationale"), ("es", "internacional"),
        ("ru", "международного"), ("ar", "الاجتماعية")),
     by(("en", "internatonal"), ("fr", "internatonale"), ("es", "internaconal"),
        ("ru", "межднародного"), ("ar", "الاجتاعية")))
swap("a letter stands twice", "typo spelling", WESTERN,
     by(("en", "development"), ("fr", "développement"), ("es", "desarrollo"), ("ru", "развития")),
     by(("en", "developpment"), ("fr", "développemment"), ("es", "desarrolllo"),
        ("ru", "разввития")))
swap("two letters have changed places", "typo spelling", SPACED,
     by(("en", "cooperation"), ("fr", "coopération"), ("es", "cooperación"),
        ("ru", "сотрудничества"), ("ar", "التعاون")),
     by(("en", "coopreation"), ("fr", "coopértaion"), ("es", "coopreación"),
        ("ru", "сотруднчиества"), ("ar", "التاعون")))
swap("rn for m", "typo spelling", ("en", "fr", "es"),
     by(("en", "(?<=[Gg]overn)m(?=ent)"), ("fr", "(?<=[Gg]ouverne)m(?=ent)"),
        ("es", "(?<=docu)m(?=ento)")), "rn")
swap("a word has lost its accent", "spelling typo", ("fr", "es"),
     by(("fr", "développement|sécurité|présente"), ("es", "también|cooperación|según")),
     lambda m: m.group().translate(str.maketrans("éóáúí", "eoaui")))
swap("two words are joined", "typo spelling", WESTERN,
     by(("en", r"(?<=\bof) (?=the )"), ("fr", r"(?<=\bdans) (?=les )"),
        ("es", r"(?<=\bde) (?=los )"), ("ru", r"(?<=\bв) (?=связи )")), "")
swap("the article is joined to its word", "typo spelling", LATIN,
     by(("en", r"(?<=\bthe) (?=resolution|General|Secretary|development|report)"),
        ("fr", r"(?<=\bles) (?=États|pays|droits)"),
        ("es", r"(?<=\blos) (?=Estados|países|derechos)")), "")
swap("a word is in two", "typo spelling", WESTERN,
     by(("en", r"(?<=\bdevelop)(?=ment\b)"), ("fr", r"(?<=\bdévelop)(?=pement\b)"),
        ("es", r"(?<=\bdesar)(?=rollo\b)"), ("ru", r"(?<=\bраз)(?=витие\b|вития\b)")), " ")
swap("two capitals begin a word", "typo spelling house-term", WESTERN,
     by(("en", "General(?= Assembly)"), ("fr", "Nations(?= Unies)"), ("es", "Naciones(?= Unidas)"),
        ("ru", "Организации")), lambda m: m.group()[:2].upper() + m.group()[2:])
swap("American spelling", "spelling", ("en",), r"\b(?:programme|labour|centre)(?=s?\b)",
     lambda m: {"programme": "program", "labour": "labor", "centre": "center"}[m.group()])
swap("-ization with an s", "spelling", ("en",), r"(?<=[a-z]{4})ization", "isation")
swap("a small letter begins the organ", "house-term lead-unknown spelling", WESTERN,
     by(("en", "General(?= Assembly)"), ("fr", "(?<=d)u Conseil de sécurité"),
        ("es", "Asamblea(?= General)"), ("ru", "Генеральн(?=ой Ассамбле)")),
     lambda m: (m.group()[0].lower() + m.group()[1:] if m.group()[0] != "u"
         else "u conseil de sécurité"))
swap("the second word of the organ is small", "house-term", WESTERN,
     by(("en", "(?<=Security )Council"), ("fr", "(?<=Nations )Unies"),
        ("es", "(?<=Naciones )Unidas"), ("ru", "(?<=Генеральной )Ассамблеи")),
     lambda m: m.group()[0].lower() + m.group()[1:])
swap("a capital that French has not", "house-term", ("fr",), "(?<=Assemblée )générale", "Générale")
swap("a look-alike in a Chinese word", "spelling", ("zh",), "未来|已经|部署|候选人|气候|千年发展",
     lambda m: {"未来": "末来", "已经": "己经", "部署": "布署", "候选人": "侯选人",
                "气候": "气侯", "千年发展": "干年发展"}[m.group()])
swap("the Charter has lost its title marks", "house-term", ("zh",),
     "(?<=根据)《联合国宪章》|《联合国宪章》(?=的宗旨|所载|第)", "联合国宪章")
swap("Chinese stands twice", "doubled-word", ("zh",), "(?<=[一-龥])(?:联合国|会员国|秘书长)(?=[一-龥])",
     lambda m: m.group() * 2)

# --- numbers, dates, references ------------------------------------------------------------

swap("a day with an ordinal", "date-form", ("en", "es", "ru"),
     by(("en", DATES["en"]), ("es", DATES["es"]), ("ru", DATES["ru"])),
     lambda m: (m.group("d") + ("th" if "de " not in m.group() and m.group("m").isascii()
         else "º" if m.group("m").isascii() else "-го") + m.group()[len(m.group("d")):]))
swap("a comma before the year", "date-form", ("en", "fr", "ru"),
     by(*((l, DATES[l]) for l in ("en", "fr", "ru"))),
     lambda m: m.group().replace(" " + m.group("y"), ", " + m.group("y")))
swap("a month with a capital", "date-form house-term spelling", ("fr", "es", "ru"),
     by(*((l, DATES[l]) for l in ("fr", "es", "ru"))),
     lambda m: m.group().replace(m.group("m"), m.group("m").capitalize()))
swap("a month with a small letter", "date-form", ("en",), DATES["en"],
     lambda m: m.group().replace(m.group("m"), m.group("m").lower()))
swap("a month is cut", "date-form", ("en",), DATES["en"].replace("May|", ""),
     lambda m: m.group().replace(m.group("m"), m.group("m")[:3] + "."))
swap("a date of figures", "date-form", WESTERN, by(*((l, DATES[l]) for l in WESTERN)),
     lambda m: f"{m.group('d')}/12/{m.group('y')}")
swap("the day and month have no space", "date-form digit-letter mark-space", ("en", "fr", "ru"),
     by(*((l, DATES[l]) for l in ("en", "fr", "ru"))),
     lambda m: m.group().replace(m.group("s"), "", 1))
swap("a year of three figures", "date-form date-impossible", WESTERN,
     by(*((l, DATES[l]) for l in WESTERN)),
     lambda m: m.group().replace(m.group("y"), m.group("y")[:3]))
swap("a year of five figures", "date-form date-impossible", WESTERN,
     by(*((l, DATES[l]) for l in WESTERN)),
     lambda m: m.group().replace(m.group("y"), m.group("y") + "1"))
swap("Spanish without de before the year", "date-form", ("es",), DATES["es"],
     lambda m: m.group().replace(" de " + m.group("y"), " " + m.group("y")))
swap("the Chinese day is 号", "date-form", ("zh",), DATES["zh"], lambda m: m.group()[:-1] + "号")
swap("the Chinese day has lost its 日", "date-form", ("zh",), DATES["zh"] + "(?=[第，；。的])",
     lambda m: m.group()[:-1])
swap("曰 for 日", "date-form spelling", ("zh",), DATES["zh"], lambda m: m.group()[:-1] + "曰")
swap("an Arabic month has one name", "date-form", ("ar",), DATES["ar"],
     lambda m: m.group().replace(m.group("m"), m.group("m").split("/")[1]))
swap("an Arabic month has the name of another", "date-form", ("ar",), DATES["ar"],
     lambda m: m.group().replace(m.group("m").split("/")[1],
         "يناير" if "يناير" not in m.group() else "مارس"))
swap("a month that is no month in Chinese", "date-impossible", ("zh",), DATES["zh"],
     lambda m: m.group().replace("年" + m.group("m") + "月", "年13月"))
swap("per cent in the way of another language", "per-cent", ALL,
     by(("en", r"(?<=\d)[ \u00a0]per cent"), ("fr", r"(?<=\d)[ \u00a0]%|(?<=\d)[ \u00a0]pour cent"),
        ("es", r"(?<=\d)[ \u00a0]%"), ("ru", r"(?<=\d)[ \u00a0]процент\w*"), ("zh", r"(?<=\d)%"),
        ("ar", r"(?<=\d) في المائة")),
     by(("en", " %"), ("fr", "%"), ("es", "%"), ("ru", "%"), ("zh", "％"), ("ar", "%")))
swap("thousands without a mark", "thousands-form", ("en", "es"),
     by(("en", r"(?<=\d),(?=\d{3} )"), ("es", r"(?<=\d)\.(?=\d{3} )")),
     by(("en", "."), ("es", ",")))
swap("a decimal mark of another language", "decimal-mark thousands-form", WESTERN,
     by(("en", r"(?<=\d)\.(?=\d [mb]illion|\d per cent)"),
        ("fr es ru", r"(?<=\d),(?=\d[ \u00a0](?:%|million|millón|процент|млн|млрд|pour))")),
     by(("en", ","), ("fr es ru", ".")))
swap("spaces around the dash of a range", "range-form", WESTERN, r"(?<=\b20\d\d)[–-](?=20\d\d\b)",
     " – ")
swap("another preposition of a resolution", "resolution-form", ("en", "fr", "ru"),
     by(("en", r"(?<=\d</a>) of (?=\d{1,2}[ \u00a0][A-Z])"), ("fr", r"(?<=\d</a>) du (?=\d)"),
        ("ru", r"(?<=\d</a>) от (?=\d)")),
     by(("en", " from "), ("fr", " de "), ("ru", " за ")))
swap("resolution has lost its number's solidus", "resolution-form symbol-form link-target", ALL,
     r"(?<=>)(\d\d)/(\d{1,3})(?=</a>)", lambda m: m.group(1) + "-" + m.group(2))
swap("a backslash in a symbol", "symbol-form link-target", ALL, r"(?<=>A)/(?=\d\d/\d)", r"\\")
swap("a symbol has a space", "symbol-form", ALL, r"(?<=>A/\d\d)/(?=\d{1,3}<)", "/ ")
swap("a symbol with two solidi", "symbol-form", ALL, r"(?<=>A/\d\d)/(?=\d{1,3}<)", "//")
swap("a symbol with a letter for its figure", "symbol-form link-target digit-letter", ALL,
     r"(?<=>A/7)\d(?=/\d{1,3}<)", "O")
swap("a currency's code", "currency", ("en", "fr", "es"),
     by(("en", r"(?<=\d )(?:United States )?dollars"), ("fr", r"(?<=\d[ \u00a0])dollars"),
        ("es", r"(?<=\d[ \u00a0])dólares")), "USD")
swap("Nº for No.", "number-sign", ("en", "ru", "es"),
     by(("en", r"No\.(?=[ \u00a0]\d)"), ("ru", "№(?=[ \u00a0]\\d)"),
        ("es", r"núm\.(?=[ \u00a0]\d)")), "Nº")
swap("a raised figure is typed", "typed-superior", WESTERN, r"(?<=[a-zа-я]{4})(?=, [a-zа-я])", "²")
