"""Kinds of faults: marks, letters and scripts, thought of later."""
from faults.shapes import ALL, LATIN, SPACED, WESTERN, by, ends, of, swap

# --- quotations and brackets ---------------------------------------------------------------

swap("a closing mark opens a quotation", "quote-form quote-pair", ("en", "es"), "“(?=\\w)", "”")
swap("an opening mark closes a quotation", "quote-form quote-pair", ("en", "es"), "(?<=\\w)”", "“")
swap("a space inside of an opened quotation", "quote-space", ("en", "es", "ru"), "(?<=[“«])(?=\\w)",
     " ")
swap("a space inside of a closed quotation", "quote-space", ("en", "es", "ru"), "(?<=\\w)(?=[”»])",
     " ")
swap("no space inside of guillemets", "quote-space", ("fr",), "(?<=«)\u00a0", "")
swap("no space before a quotation", "quote-space", ("en", "es", "ru"), "(?<=\\w) (?=[“«])", "")
swap("no space behind a quotation", "quote-space mark-space", ("en", "es", "ru"),
     "(?<=[”»]) (?=\\w)", "")
swap("commas for quotation marks", "quote-form quote-pair", ("en", "es"), "“(?=\\w)", "‚‚")
swap("quotation marks of two apostrophes", "quote-form quote-pair doubled-mark apostrophe",
     ("en", "es"), "“(?=\\w)", "''")
swap("guillemets in Chinese", "quote-form quote-pair", ("zh",), "“", "«")
swap("low marks in Russian", "quote-form quote-pair", ("ru",), "«(?=\\w)", "„")
swap("a round bracket is closed with a square one", "bracket-pair", ALL, r"(?<=\d)\)", "]")
swap("a bracket stands twice", "bracket-pair doubled-mark", ALL, r"(?<=\d)\)", "))")
swap("a space behind an opened bracket", "mark-space", WESTERN, r"\((?=\w)", "( ")
swap("a space before a closed bracket", "mark-space", WESTERN, r"(?<=\w)\)", " )")
swap("no space before a bracket", "mark-space", WESTERN, r"(?<=\w{3}) \((?=\w{6})", "(")
swap("a bracket of full width", "bracket-width", ("zh",), r"\((?=\d)", "（")

# --- marks and dashes ----------------------------------------------------------------------

swap("a comma and a semicolon", "doubled-mark clause-end", WESTERN, r"(?<=\w),(?= \w)", ",;")
swap("two commas with a space", "doubled-mark", SPACED,
     by(("en fr es ru", r"(?<=\w),(?= \w)"), ("ar", "،(?= \\w)")),
     by(("en fr es ru", ", ,"), ("ar", "، ،")))
swap("two colons", "doubled-mark", ("en", "es", "ru"), r"(?<=\w):(?=\s|<)", "::")
swap("two Chinese commas", "doubled-mark", ("zh",), "，", "，，")
swap("a Chinese comma and a stop", "doubled-mark clause-end", ("zh",), "，", "，。")
swap("a space before a semicolon", "mark-space clause-end", ("en", "es", "ru"), r"(?<=\w);(?=\s|<)",
     " ;")
swap("a space behind a hyphen", "hyphen-form", WESTERN, r"(?<=[a-zа-я]{3})[-\u2011](?=[a-zа-я]{4})",
     "- ")
swap("a space before a hyphen", "hyphen-form", WESTERN, r"(?<=[a-zа-я]{3})[-\u2011](?=[a-zа-я]{4})",
     " -")
swap("a dash for a hyphen", "hyphen-form", WESTERN, r"(?<=[a-zа-я]{3})[-\u2011](?=[a-zа-я]{4})",
     "–")
swap("two hyphens for a hyphen", "hyphen-form dash-form", WESTERN,
     r"(?<=[a-zа-я]{3})[-\u2011](?=[a-zа-я]{4})", "--")
swap("a minus for a hyphen", "hyphen-form", WESTERN, r"(?<=[a-zа-я]{3})[-\u2011](?=[a-zа-я]{4})",
     "−")
swap("a line's end stays in a word", "hyphen-form typo", WESTERN,
     by(("en", "Govern(?=ments?)"), ("fr", "résolu(?=tion)"), ("es", "resolu(?=ción)"),
        ("ru", "резолю(?=ци)")), lambda m: m.group() + "- ")
swap("a half dash in Chinese", "dash-form", ("zh",), "——", "—")
swap("a Chinese dash of hyphens", "dash-form", ("zh",), "——", "--")
swap("a space behind a Chinese comma", "mark-space", ("zh",), "，(?=[一-龥])", "， ")
swap("a space between Chinese characters", "han-space", ("zh",), "(?<=[一-龥]{3})(?=[一-龥]{3})", " ")
swap("a wide space between Chinese characters", "han-space full-width stray-character", ("zh",),
     "(?<=[一-龥]{3})(?=[一-龥]{3})", "\u3000")
swap("a half-width semicolon in Chinese", "mark-width clause-end", ("zh",), "；", ";")
swap("a half-width stop in Chinese", "mark-width clause-end", ("zh",), "。", ".")
swap("a half-width colon in Chinese", "mark-width clause-end", ("zh",), "：", ":")
swap("a Japanese stop", "han-mark mark-width clause-end full-width ligature", ("zh",), "。", "｡")
swap("angle brackets for a title", "han-mark quote-pair bracket-pair", ("zh",), "《", "&lt;")
swap("a bullet in a name", "han-mark", ("zh",), "·", "•")
swap("a full stop between sentences is joined", "mark-space", ("en", "es", "fr", "ru"),
     r"(?<=[a-zа-я]{3})\. (?=[A-ZА-Я][a-zа-я])", ".")
swap("an accent for an apostrophe", "apostrophe", ("en", "fr"), r"(?<=\w)’(?=\w)", "´")
swap("a grave accent for an apostrophe", "apostrophe", ("en", "fr"), r"(?<=\w)’(?=\w)", "`")
swap("a space behind an apostrophe", "apostrophe mark-space quote-space", ("fr",),
     r"(?<=\bl)’(?=\w)", "’ ")
swap("an Arabic semicolon is Latin", "arabic-mark clause-end", ("ar",), "؛", ";")
swap("an Arabic comma is Chinese", "arabic-mark clause-end", ("ar",), "،", "，")
swap("no space behind an Arabic comma", "mark-space", ("ar",), "، (?=\\w)", "،")
swap("a space before an Arabic comma", "mark-space", ("ar",), r"(?<=\w)،(?= \w)", " ،")

# --- letters -------------------------------------------------------------------------------

swap("a figure stands in a word", "digit-letter mixed-script typo", WESTERN,
     r"(?<=[a-zа-я]{2})[oо](?=[a-zа-я]{2})", "0")
swap("one for l in a word", "digit-letter mixed-script typo", LATIN, r"(?<=[a-z]{2})l(?=[a-z]{2})",
     "1")
swap("a Latin word in Russian", "mixed-script", ("ru",), r"(?<= )с(?= [а-я]{3})", "c")
swap("a Latin В begins a paragraph's word", "mixed-script", ("ru",), r"(?<=, )а(?= также)", "a")
swap("a Greek letter in a word", "mixed-script", LATIN, r"(?<=[a-z]{2})o(?=[a-z]{2})", "ο")
swap("letters in a year", "digit-letter", ALL, r"(?<=\b2)0(?=\d\d\b)", "O")
swap("a letter ends a year", "digit-letter", WESTERN, r"(?<=\b[12]\d\d)1(?= )", "l")
swap("a no-break space of no width", "stray-character", ALL, r"(?<=\w{3})(?=\w{3})", "\ufeff")
swap("a direction mark", "stray-character", ("en", "fr", "es", "ru", "zh"), r"(?<=\w{3})(?=\w{3})",
     "\u200e")
swap("a tab in a word's place", "stray-character damaged-text", WESTERN, r"(?<=\w{3})(?=\w{3})",
     "\u0085")
swap("UTF-8 read as Latin-1", "damaged-text", ("fr", "es"), "(?<=[a-z])é", "Ã©")
swap("an apostrophe read as Windows-1252", "damaged-text", ("en", "fr"), r"(?<=\w)’(?=\w)", "â€™")
swap("a question mark for a letter", "damaged-text typo", ("fr", "es"),
     r"(?<=[a-z]{2})[éó](?=[a-z]{2})", "?")
swap("an entity is left", "left-markup", ALL, r"(?<=\w{3}) (?=\w{3})|(?<=[一-龥]{3})(?=[一-龥]{3})",
     "&amp;nbsp;")
swap("an element is left", "left-markup", ALL, r"(?<=\w{3}) (?=\w{3})|(?<=[一-龥]{3})(?=[一-龥]{3})",
     " &lt;br/&gt; ")
swap("a presentation form", "ligature", ("ar",), "لا(?=\\w)", "\ufefb")
swap("a radical for a character", "ligature traditional han-mark", ("zh",), "大(?=会)", "⼤")
swap("a Japanese character", "traditional", ("zh",), "[发经对实总权战关]",
     lambda m: dict(zip("发经对实总权战关", "発経対実総権戦関"))[m.group()])
swap("an alef has lost its hamza", "spelling typo", ("ar",), r"(?<= )ال[أإ](?=\w{4})", "الا")
swap("a teh marbuta has lost its dots", "arabic-letter spelling typo", ("ar",),
     r"(?<=ية)(?! )|(?<= ال\w\w\w\w)ية(?= )", "يه")
swap("a Persian yeh", "arabic-letter", ("ar",), r"(?<=\w)ي(?=\w)", "ی")
swap("Persian figures", "arabic-digit", ("ar",), r"(?<= )20(?=\d\d )", "۲۰")
