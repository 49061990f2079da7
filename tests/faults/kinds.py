"""Kinds of faults: what typists, converters and hurried editors do to a text. Each kind makes one
fault in one document, or says with None that there is no place for it. `slugs` are the messages
that count as finding it."""
import re
from faults.document import COLON, COMMA, DATES, SEMICOLON, STOP, Fault

ALL = ("en", "fr", "es", "ru", "zh", "ar")
SPACED = ("en", "fr", "es", "ru", "ar")
KINDS = []


def kind(name, slugs, languages=ALL):
    def add(make):
        KINDS.append((name, set(slugs.split()), languages, make))
        return make
    return add


def pick(rng, candidates):
    return rng.choice(candidates) if candidates else None


def at_match(rng, document, pattern, words, kinds=("preambular", "operative", "item")):
    """One match of the pattern replaced; `words` may be a function of the match."""
    match = pick(rng, document.sites(pattern, kinds))
    if not match:
        return None
    new = words(match) if callable(words) else words
    return None if new == match.group() else Fault([(match.start(), match.end(), new)])


def end_swapped(rng, document, kinds, mark, new):
    """Another mark at the end of a paragraph that ends with this one."""
    ends = [(p, document.end_of(p)) for p in document.of_kind(*kinds)]
    ends = [(p, e) for p, e in ends if e and document.xml[:e].endswith(mark)]
    chosen = pick(rng, ends[:-1] if "operative" in kinds else ends)
    if not chosen:
        return None
    return Fault([(chosen[1] - len(mark), chosen[1], new)])


def mark(table, language, usual):
    return table.get(language, usual)


# --- ends -----------------------------------------------------------------------------------------

@kind("preambular ends with a semicolon", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["preambular"], mark(COMMA, d.language, ","),
                       mark(SEMICOLON, d.language, ";"))


@kind("preambular ends with nothing", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["preambular"], mark(COMMA, d.language, ","), "")


@kind("preambular ends with a full stop", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["preambular"], mark(COMMA, d.language, ","),
                       mark(STOP, d.language, "."))


@kind("operative ends with a comma", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["operative"], mark(SEMICOLON, d.language, ";"),
                       mark(COMMA, d.language, ","))


@kind("operative ends with nothing", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["operative"], mark(SEMICOLON, d.language, ";"), "")


def last_operative(d):
    paragraphs = d.of_kind("operative")
    end = d.end_of(paragraphs[-1]) if paragraphs else None
    stop = mark(STOP, d.language, ".")
    return end if end and d.xml[:end].endswith(stop) else None


@kind("the last paragraph ends with a semicolon", "clause-end")
def _(rng, d):
    end = last_operative(d)
    return Fault([(end - 1, end, mark(SEMICOLON, d.language, ";"))]) if end else None


@kind("the last paragraph ends with nothing", "clause-end")
def _(rng, d):
    end = last_operative(d)
    return Fault([(end - 1, end, "")]) if end else None


@kind("an item ends with a comma", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["item"], mark(SEMICOLON, d.language, ";"),
                       mark(COMMA, d.language, ","))


@kind("an item ends with nothing", "clause-end")
def _(rng, d):
    return end_swapped(rng, d, ["item"], mark(SEMICOLON, d.language, ";"), "")


@kind("what opens a list ends with a semicolon", "clause-end list-intro")
def _(rng, d):
    return end_swapped(rng, d, ["operative"], mark(COLON, d.language, ":"),
                       mark(SEMICOLON, d.language, ";"))


@kind("the opening has no comma", "opening-end opening-words clause-end")
def _(rng, d):
    for p in d.of_kind("opening"):
        end = d.end_of(p)
        comma = mark(COMMA, d.language, ",")
        if end and d.xml[:end].endswith(comma):
            return Fault([(end - len(comma), end, "")], (p.start, end))
    return None


# --- labels ---------------------------------------------------------------------------------------

def renumber(rng, d, by):
    labels = [(at, label) for p in d.of_kind("operative") if (found := d.label_of(p))
              for at, label in [found] if re.match(r"\d+", label)]
    chosen = pick(rng, labels[1:-1])
    if not chosen:
        return None
    at, label = chosen
    number = re.match(r"\d+", label).group()
    new = str(int(number) + by)
    return Fault([(at, at + len(number), new)], (at, at + 1500))


LABELS = "label-gap label-order label-twice label-sequence"


@kind("a number is left out", LABELS)
def _(rng, d):
    return renumber(rng, d, 1)


@kind("a number stands twice", LABELS)
def _(rng, d):
    return renumber(rng, d, -1)


def item_labels(d):
    return [found for p in d.of_kind("item") if (found := d.label_of(p))]


@kind("an item has the next item's letter", LABELS)
def _(rng, d):
    places = [(at, label) for at, label in item_labels(d)
              if re.fullmatch(r"\(?[b-g]\)", label)]
    chosen = pick(rng, places)
    if not chosen:
        return None
    at, label = chosen
    return Fault([(at, at + len(label), re.sub("[b-g]", lambda m: chr(ord(m.group()) + 1), label))],
                 (at, at + 1500))


@kind("an item has another form of label", "label-form")
def _(rng, d):
    places = [(at, label) for at, label in item_labels(d) if re.fullmatch(r"\(?[a-g]\)", label)]
    chosen = pick(rng, places)
    if not chosen:
        return None
    at, label = chosen
    new = label[1:] if label.startswith("(") else "(" + label
    return Fault([(at, at + len(label), new)], (at, at + 1500))


@kind("a level has one item only", "single-item")
def _(rng, d):
    """The second of two items is lost, its paragraph with it."""
    texts = {p.start: d.words(p) for p in d.paragraphs if not p.annex}
    blocks = [(m, next((t for at, t in texts.items() if m.start() < at < m.end()), ""))
              for m in re.finditer(r"<paragraph\b[^>]*>.*?</paragraph>", d.xml, re.S)]
    found = []
    for (a, first), (b, second), (_, third) in zip(blocks, blocks[1:], blocks[2:]):
        letters = "[aأ]", "[bب]", "[cج]"
        if re.match(rf"\(?{letters[0]}\)", first) and re.match(rf"\(?{letters[1]}\)", second) and \
                not re.match(rf"\(?{letters[2]}\)", third):
            lost = "\n" * d.xml.count("\n", b.start(), b.end())
            found.append(Fault([(b.start(), b.end(), lost)], (a.start(), b.start())))
    items = [(m, re.sub(r"\s", "", m.group(1)))
             for m in re.finditer(r"<item\b[^>]*>\s*<num>([^<]*)</num>(?:(?!</?item\b).)*</item>",
                                  d.xml, re.S)]
    for (a, first), (b, second), (_, third) in zip(items, items[1:], items[2:]):
        if first.strip("().") in ("a", "أ", "i") and second.strip("().") in ("b", "ب", "ii") and \
                third.strip("().") not in ("c", "ج", "iii") and b.start() - a.end() < 200:
            lost = "\n" * d.xml.count("\n", b.start(), b.end())
            found.append(Fault([(b.start(), b.end(), lost)], (a.start(), b.start())))
    return pick(rng, found)


@kind("a label is typed again in the text", "label-typed")
def _(rng, d):
    places = [(p, label) for p in d.of_kind("operative") if (found := d.label_of(p))
              for _, label in [found] if re.fullmatch(r"\d+\.", label)]
    chosen = pick(rng, places)
    if not chosen:
        return None
    p, label = chosen
    return Fault([(p.start, p.start, label + " " + label + " ")], (p.start - 300, p.end))


# --- masthead and closing -------------------------------------------------------------------------

def in_element(d, pattern):
    return re.search(pattern, d.xml, re.S)


@kind("the number of the title is not the symbol's", "number-symbol")
def _(rng, d):
    match = in_element(d, r"<preface>.*?<docNumber>\s*(?:第)?\d+/(\d+)")
    if not match:
        return None
    return Fault([(match.start(1), match.end(1), str(int(match.group(1)) + 1))])


@kind("the symbol is of another session", "number-symbol session-symbol symbol-session")
def _(rng, d):
    match = in_element(d, r"<docNumber refersTo=\"#symbol\">A/RES/(\d\d)/")
    if not match:
        return None
    return Fault([(match.start(1), match.end(1), str(int(match.group(1)) - 3))],
                 (match.start(), match.end() + 4000))


@kind("the date of adoption is not that of the closing",
      "adoption-date closing-date date-agreement")
def _(rng, d):
    match = re.search(r"<conclusions.*?</conclusions>", d.xml, re.S)
    date = match and re.compile(DATES[d.language]).search(d.xml, match.start(), match.end())
    if not date or "adopt" not in d.xml[:match.start()].lower():
        return None
    day = re.match(r"\d+", date.group("d"))
    new = str(int(day.group()) % 27 + 1) if day else "7"
    return Fault([(date.start("d"), date.end("d"), new)])


@kind("the report is of another session", "report-reference report-session")
def _(rng, d):
    match = in_element(d, r"<docProponent.*?>A/(\d\d)/\d+")
    if not match:
        return None
    return Fault([(match.start(1), match.end(1), str(int(match.group(1)) + 7))])


@kind("the symbol has a hyphen for a solidus", "symbol-form")
def _(rng, d):
    match = in_element(d, r"<docNumber refersTo=\"#symbol\">A/RES(/)\d\d/\d+<")
    return Fault([(match.start(1), match.end(1), "-")]) if match else None


# --- lead phrases ---------------------------------------------------------------------------------

LEAD = r"<(?P<tag>span|i|b)(?P<class> class=\"(?:italic|bold|bold italic)\")?>(?P<lead>[^<>]{3,60})</(?P=tag)>"


def leads(d, *kinds):
    found = []
    for p in d.of_kind(*kinds):
        match = re.compile(r"\s*" + LEAD).match(d.xml, p.start, p.end)
        if match and not re.search(r"[.:]\s*$", match.group("lead")):
            found.append((p, match))
    return found


@kind("a lead phrase has lost its mark-up", "lead-unmarked lead-missing")
def _(rng, d):
    chosen = pick(rng, leads(d, "preambular", "operative"))
    if not chosen:
        return None
    p, match = chosen
    return Fault([(match.start("tag") - 1, match.end(), match.group("lead"))], (p.start, p.end))


@kind("a lead phrase has the wrong style", "lead-look")
def _(rng, d):
    found = [(p, m) for p, m in leads(d, "preambular", "operative") if m.group("class")]
    chosen = pick(rng, found)
    if not chosen:
        return None
    p, match = chosen
    new = ' class="italic"' if "bold" in match.group("class") else ' class="bold"'
    return Fault([(match.start("class"), match.end("class"), new)], (p.start, p.end))


@kind("a lead phrase has a slip of the pen", "lead-unknown spelling misspelling typo")
def _(rng, d):
    found = [(p, m) for p, m in leads(d, "preambular", "operative")
             if len(m.group("lead")) >= (2 if d.language == "zh" else 6)]
    chosen = pick(rng, found)
    if not chosen:
        return None
    p, match = chosen
    lead = match.group("lead")
    if d.language == "zh":
        new = lead[0] + "查" + lead[2:]
    else:
        at = 3
        new = lead[:at] + lead[at + 1] + lead[at] + lead[at + 2:]
        if new == lead:
            new = lead[:at] + lead[at + 1:]
    return Fault([(match.start("lead"), match.end("lead"), new)], (p.start, p.end))


PLACES = {"en": {"Recalling": "Recalls", "Noting": "Notes", "Reaffirming": "Reaffirms",
                 "Welcoming": "Welcomes", "Recognizing": "Recognizes", "Stressing": "Stresses"},
          "fr": {"Rappelant": "Rappelle", "Réaffirmant": "Réaffirme", "Soulignant": "Souligne"},
          "es": {"Recordando": "Recuerda", "Reafirmando": "Reafirma", "Reconociendo": "Reconoce"},
          "ru": {"подтверждая": "подтверждает", "отмечая": "отмечает", "признавая": "признает",
                 "ссылаясь": "ссылается"}}


@kind("an operative verb stands in the preamble", "lead-place", ("en", "fr", "es", "ru"))
def _(rng, d):
    table = PLACES[d.language]
    found = [(p, m) for p, m in leads(d, "preambular") if m.group("lead") in table]
    chosen = pick(rng, found)
    if not chosen:
        return None
    p, match = chosen
    return Fault([(match.start("lead"), match.end("lead"), table[match.group("lead")])],
                 (p.start, p.end))


@kind("a participle stands in the operative part", "lead-place", ("en", "fr", "es", "ru"))
def _(rng, d):
    table = {verb: participle for participle, verb in PLACES[d.language].items()}
    found = [(p, m) for p, m in leads(d, "operative") if m.group("lead") in table]
    chosen = pick(rng, found)
    if not chosen:
        return None
    p, match = chosen
    return Fault([(match.start("lead"), match.end("lead"), table[match.group("lead")])],
                 (p.start, p.end))


ALSO = {"en": r"^(Also )(\w)", "es": r"( también)", "ru": r"^(также )", "zh": r"^(又)",
        "fr": r"( également)", "ar": r"( أيضا)"}


@kind("a repeated lead phrase has lost its also", "lead-repeated")
def _(rng, d):
    found, previous = [], None
    for p, match in leads(d, "preambular", "operative"):
        also = re.search(ALSO[d.language], match.group("lead"))
        if also and previous and previous[0].kind == p.kind:
            bare = re.sub(ALSO[d.language], lambda m: m.group(2).upper()
                          if m.lastindex and m.lastindex > 1 else "", match.group("lead"))
            if bare == previous[1].group("lead") and d.of_kind(p.kind).index(p) - \
                    d.of_kind(p.kind).index(previous[0]) == 1:
                found.append((p, match, bare))
        previous = (p, match)
    chosen = pick(rng, found)
    if not chosen:
        return None
    p, match, bare = chosen
    return Fault([(match.start("lead"), match.end("lead"), bare)], (p.start, p.end))


GENDER = {"fr": ("réoccupée", "réoccupé"), "es": ("onvencida", "onvencido")}


@kind("the lead phrase is of the wrong gender", "lead-gender", ("fr", "es"))
def _(rng, d):
    if "#generalAssembly" not in d.xml:
        return None
    found = [(p, m) for p, m in leads(d, "preambular", "operative")
             if re.search(r"(onvaincue|réoccupée|armée|ésolue|uidée)\b" if d.language == "fr" else
                          r"(onvencida|reocupada|larmada|uiada|ecidida)\b", m.group("lead"))]
    chosen = pick(rng, found)
    if not chosen:
        return None
    p, match = chosen
    lead = match.group("lead")
    new = (re.sub(r"(onvaincu|réoccupé|armé|ésolu|uidé)e\b", r"\1", lead) if d.language == "fr" else
           re.sub(r"(onvencid|reocupad|larmad|uiad|ecidid)a\b", r"\1o", lead))
    return Fault([(match.start("lead"), match.end("lead"), new)], (p.start, p.end))


@kind("the adverb stands last in an operative clause", "lead-adverb lead-unknown", ("en",))
def _(rng, d):
    found = [(p, m) for p, m in leads(d, "operative")
             if re.fullmatch(r"(Also|Further) \w+", m.group("lead"))]
    chosen = pick(rng, found)
    if not chosen:
        return None
    p, match = chosen
    adverb, verb = match.group("lead").split()
    return Fault([(match.start("lead"), match.end("lead"),
                   verb.capitalize() + " " + adverb.lower())], (p.start, p.end))


# --- notes ----------------------------------------------------------------------------------------

NOTE = r"<authorialNote\b[^>]*?marker=\"(?P<n>\d+)\".*?</authorialNote>"


def notes(d):
    return [m for m in re.finditer(NOTE, d.xml, re.S)]


@kind("the call stands on the wrong side of the mark", "note-place")
def _(rng, d):
    found = []
    for match in notes(d):
        if d.language in ("en", "zh"):
            before = d.xml[match.start() - 1]
            if before in ",;，；" and match.end() < len(d.xml) and \
                    d.xml[match.end()] in (" <" if d.language == "en" else
                                           "".join(c for c in d.xml[match.end()] if c >= "一")):
                found.append(Fault([(match.start() - 1, match.start(), ""),
                                    (match.end(), match.end(), before)],
                                   (match.start() - 1, match.start() + 200)))
            continue
        start, end = match.span()
        if d.language == "ar":
            inner = re.compile(r"<sup>\(</sup>$").search(d.xml[:start][-20:])
            outer = re.compile(r"<sup>\)</sup>").match(d.xml, end)
            if not inner or not outer:
                continue
            start, end = start - len(inner.group()), outer.end()
        if d.xml[end:end + 1] in tuple(",;،؛"):
            found.append(Fault([(start, start, d.xml[end]), (end, end + 1, "")],
                               (start, start + 200)))
    return pick(rng, found)


@kind("a note has lost its full stop", "note-end note-form")
def _(rng, d):
    found = []
    for p in d.paragraphs:
        if p.kind == "note" and not p.annex:
            end = d.end_of(p)
            if end and d.xml[end - 1] in ".。":
                found.append(Fault([(end - 1, end, "")], (p.start, p.end)))
    return pick(rng, found)


@kind("the number of a note is another's", "note-order")
def _(rng, d):
    match = pick(rng, notes(d)[1:])
    if not match:
        return None
    number = int(match.group("n"))
    return Fault([(match.start("n"), match.end("n"), str(max(1, number - 1)))],
                 (match.start() - 200, match.end()))


@kind("a note says ibid without a neighbour", "note-ibid")
def _(rng, d):
    words = {"en": "Ibid., para. 3.", "fr": "Ibid., par. 3.", "es": "Ibid., párr. 3.",
             "ru": "Там же, пункт 3.", "zh": "同上，第3段。", "ar": "المرجع نفسه، الفقرة 3."}
    all_notes = [p for p in d.paragraphs if p.kind == "note" and not p.annex]
    if not all_notes:
        return None
    p = all_notes[0]
    return Fault([(p.start, p.end, words[d.language] + "\n" * d.xml.count("\n", p.start, p.end))],
                 (p.start, p.end))


NOTE_FORMS = {
    "en": (r"(?<=>)\s*Resolution (?=\d+ A \(III\)\.<|<a)", "Resolutions "),
    "fr": (r"(?<=>)\s*Résolution (?=\d+ A \(III\)\.<|<a)", "Résolutions "),
    "es": (r"(?<=>)\s*Resolución (?=\d+ A \(III\)\.<|<a)", "Resoluciones "),
    "ru": (r"(?<=>)\s*Резолюция (?=\d+ A \(III\)\.<|<a)", "Резолюции "),
    "zh": (r"(?<=/a>)号决议。", "决议。"),
    "ar": (r"(?<=\t)القرار (?=\d+|<a)", "القرارات "),
}


@kind("a note has not quite its form", "note-form resolution-form resolution-number")
def _(rng, d):
    pattern, new = NOTE_FORMS[d.language]
    # one resolution alone in its note
    found = [m for m in d.sites(pattern, ("note",))
             if len(re.findall(r"\d+/\d+|\(III\)", re.sub("<[^>]*>", "", d.xml[d.xml.rindex(
                 "<p", 0, m.start()):d.xml.index("</authorialNote>", m.start())]))) == 1]
    match = pick(rng, found)
    return match and Fault([(match.start(), match.end(), new)],
                           (match.start() - 60, match.end() + 60))


# --- marks ----------------------------------------------------------------------------------------

QUOTES = {"en": "“”", "es": "“”", "zh": "“”", "fr": "«»", "ru": "«»", "ar": "”“"}


def quoted(d):
    opening, closing = QUOTES[d.language]
    return d.sites(f"{opening}[^{opening}{closing}«»“”‘’\"]*{closing}",
                   ("preambular", "operative", "item"))


@kind("a quotation is not closed", "quote-pair")
def _(rng, d):
    match = pick(rng, quoted(d))
    return match and Fault([(match.end() - 1, match.end(), "")], (match.start() - 1500, match.end()))


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


@kind("a straight apostrophe", "apostrophe quote-form", ("en", "fr"))
def _(rng, d):
    return at_match(rng, d, r"(?<=[a-z])’(?=[a-zéêèh])", "'")


@kind("two commas", "double-mark doubled-mark")
def _(rng, d):
    comma = mark(COMMA, d.language, ",")
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
    comma = mark(COMMA, d.language, ",")
    return at_match(rng, d, f"(?<=\\w){comma}(?= \\w|[一-龥])", " " + comma)


@kind("no space after a comma", "mark-space space-after", SPACED)
def _(rng, d):
    comma = mark(COMMA, d.language, ",")
    return at_match(rng, d, f"(?<=[^\\W\\d]{{2}}){comma} (?=[^\\W\\d]{{2}})", comma)


@kind("a bracket is not closed", "bracket-pair")
def _(rng, d):
    match = pick(rng, d.sites(r"[(（][^()（）<>]{3,60}[)）]", ("preambular", "operative", "item")))
    return match and Fault([(match.end() - 1, match.end(), "")], (match.start(), match.end()))


@kind("a plain space before a French mark", "mark-space no-break french-space quote-space", ("fr",))
def _(rng, d):
    return at_match(rng, d, "\u00a0(?=[;:?!»])", " ")


@kind("no space before a French mark", "mark-space no-break french-space", ("fr",))
def _(rng, d):
    return at_match(rng, d, "(?<=\\w)\u00a0(?=[;:])", "")


@kind("a half-width comma in Chinese", "mark-width half-width mark-form", ("zh",))
def _(rng, d):
    return at_match(rng, d, "(?<=[一-龥])，(?=[一-龥])", ",")


@kind("a full-width figure", "full-width", ("zh",))
def _(rng, d):
    return at_match(rng, d, r"(?<=[一-龥])\d(?=[一-龥])", lambda m: chr(ord(m.group()) + 0xFEE0))


@kind("a hyphen for a dash", "hyphen-form dash-form", ("en", "fr", "ru"))
def _(rng, d):
    return at_match(rng, d, "(?<=[ \u00a0])[–—](?=[ \u00a0])", "-")


# --- scripts --------------------------------------------------------------------------------------

LOOK_ALIKES = {"а": "a", "о": "o", "е": "e", "с": "c", "р": "p", "х": "x"}


@kind("a Latin letter in a Russian word", "mixed-script latin-in-cyrillic look-alike", ("ru",))
def _(rng, d):
    return at_match(rng, d, "(?<=[а-я]{2})[аоесрх](?=[а-я]{2})", lambda m: LOOK_ALIKES[m.group()])


@kind("a Cyrillic letter in a Latin word", "mixed-script cyrillic-in-latin look-alike",
      ("en", "fr", "es"))
def _(rng, d):
    back = {latin: cyrillic for cyrillic, latin in LOOK_ALIKES.items()}
    return at_match(rng, d, "(?<=[a-z]{2})[aoecpx](?=[a-z]{2})", lambda m: back[m.group()])


@kind("a Persian letter in an Arabic word", "arabic-letter look-alike", ("ar",))
def _(rng, d):
    return at_match(rng, d, "(?<=[ء-ي])[كي](?=[ء-ي])",
                    lambda m: "ک" if m.group() == "ك" else "ی")


@kind("an Arabic-Indic figure", "arabic-digit arabic-figure digit", ("ar",))
def _(rng, d):
    return at_match(rng, d, r"(?<=[ \d])\d(?=[ \d])", lambda m: chr(0x660 + int(m.group())))


@kind("a Latin comma in Arabic", "arabic-mark mark-form mark-script", ("ar",))
def _(rng, d):
    return at_match(rng, d, "(?<=[ء-ي])،(?= [ء-ي])", ",")


@kind("a tatweel", "tatweel arabic-letter", ("ar",))
def _(rng, d):
    return at_match(rng, d, "(?<=[بتسشعفقلمن])(?=[بتسشعفقلمن])", "ـ")


@kind("a space of no width", "stray-character control invisible")
def _(rng, d):
    return at_match(rng, d, r"(?<=[^\W\d])(?=[^\W\d])", "\u200b")


@kind("a replacement character", "stray-character damaged-text")
def _(rng, d):
    return at_match(rng, d, r"(?<=[^\W\d])[^\W\d](?=[^\W\d])", "\ufffd")


@kind("a soft hyphen", "stray-character control soft-hyphen", ("en", "fr", "es", "ru"))
def _(rng, d):
    return at_match(rng, d, r"(?<=[^\W\d]{3})(?=[^\W\d]{3})", "\u00ad")


@kind("an accent apart from its letter", "decomposed normal-form", ("fr", "es"))
def _(rng, d):
    return at_match(rng, d, "(?<=[a-z])[éó](?=[a-z])",
                    lambda m: {"é": "e\u0301", "ó": "o\u0301"}[m.group()])


@kind("a ligature as a character", "ligature stray-character look-alike", ("en", "fr", "es"))
def _(rng, d):
    return at_match(rng, d, "(?<=[a-z])f[il](?=[a-z])",
                    lambda m: {"fi": "ﬁ", "fl": "ﬂ"}[m.group()])


@kind("a traditional character", "traditional han-form", ("zh",))
def _(rng, d):
    table = {"国": "國", "发": "發", "会": "會", "联": "聯", "际": "際", "关": "關", "议": "議"}
    return at_match(rng, d, "[国发会联际关议]", lambda m: table[m.group()])


# --- words, numbers, references -------------------------------------------------------------------

@kind("the spelling -ise", "spelling", ("en",))
def _(rng, d):
    return at_match(rng, d, r"\b(?:recogn|organ|util|emphas|real|final|mobil|priorit)iz(?=e|ing|ed|ation)",
                    lambda m: m.group()[:-1] + "s")


MISSPELT = {
    "en": {"international": "internatonal", "development": "developement", "including": "inculding",
           "government": "goverment", "implementation": "implemention", "necessary": "neccessary",
           "resolution": "resoluton", "Assembly": "Assemby", "security": "secuirty",
           "environment": "enviroment", "cooperation": "coorperation"},
    "fr": {"développement": "dévelopement", "internationale": "internationnale",
           "notamment": "notament", "coopération": "coopèration", "résolution": "resolution",
           "Assemblée": "Asemblée"},
    "es": {"desarrollo": "dessarrollo", "cooperación": "coperación", "internacional": "internaciónal",
           "resolución": "resolucion", "aplicación": "aplicasión", "Asamblea": "Asemblea"},
    "ru": {"развития": "развитя", "международного": "междунородного", "государств": "госудрств",
           "осуществления": "осуществленя", "Ассамблеи": "Асамблеи", "резолюции": "резолюци"},
    "ar": {"الدولية": "الدوليه", "المتحدة": "المتحده", "الجمعية": "الجمعيه", "التنمية": "التنميه",
           "القرار": "القرر"},
    "zh": {"发展": "发殿", "决议": "决义", "国际": "国标", "大会": "大匯"},
}


@kind("a common word is misspelt", "spelling misspelling typo arabic-letter", ("en", "fr", "es", "ru", "ar"))
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


@kind("a symbol in the text has small letters", "symbol-form")
def _(rng, d):
    return at_match(rng, d, r"(?<=>)A/(?=(?:RES/)?\d\d/\d+)", "a/",
                    ("note", "preambular", "operative", "item"))


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


@kind("a date in the American order", "date-form", ("en",))
def _(rng, d):
    return at_match(rng, d, DATES["en"], lambda m: f"{m.group('m')} {m.group('d')}, {m.group('y')}")


@kind("a day with a leading zero", "date-form", ("en", "fr", "es", "ru", "ar", "zh"))
def _(rng, d):
    return at_match(rng, d, DATES[d.language], lambda m: re.sub(
        rf"(?<!\d){m.group('d')}(?=\D)", "0" + m.group("d"), m.group(), count=1)
        if re.fullmatch(r"\d", m.group("d")) else m.group())


@kind("a month is misspelt", "date-form spelling misspelling month typo", ("en", "fr", "es", "ru"))
def _(rng, d):
    def swap(match):
        month = match.group("m")
        at = match.start("m") - match.start() + 1
        text = match.group()
        return text if len(month) < 5 else text[:at] + text[at + 1] + text[at] + text[at + 2:]
    return at_match(rng, d, DATES[d.language], swap)


@kind("the first of a month in figures", "date-form", ("fr",))
def _(rng, d):
    return at_match(rng, d, "1er(?=[ \u00a0](?:jan|fév|mars|avr|mai|juin|juil|août|sep|oct|nov|déc))",
                    "1")


@kind("a date has lost its year word", "date-form", ("ru",))
def _(rng, d):
    return at_match(rng, d, DATES["ru"], lambda m: m.group()[:-len(m.group("g"))])


@kind("a range with the wrong dash", "range-form")
def _(rng, d):
    if d.language in ("en", "ru"):
        return at_match(rng, d, r"(?<=\b20\d\d)–(?=20\d\d\b)", "-")
    return at_match(rng, d, r"(?<=\b20\d\d)[-\u2011](?=20\d\d(?!\d))", "–")


@kind("a range is reversed", "range-order range-form range-reversed")
def _(rng, d):
    return at_match(rng, d, r"\b20(\d\d)([-–\u2011])20(\d\d)(?!\d)",
                    lambda m: f"20{m.group(3)}{m.group(2)}20{m.group(1)}")


THOUSANDS = {"en": (",", " "), "fr": ("\u00a0", ","), "ru": ("\u00a0", ","), "es": (".", ","),
             "zh": (" ", ",")}


@kind("thousands in the way of another language", "thousands-form", ("en", "fr", "ru", "zh"))
def _(rng, d):
    good, bad = THOUSANDS[d.language]
    return at_match(rng, d, rf"(?<![\d.,/]){'[1-9]'}\d{{0,2}}(?:{good}\d{{3}})+(?![\d/.,])",
                    lambda m: m.group().replace(good, bad))


@kind("a per cent sign", "per-cent", ("en",))
def _(rng, d):
    return at_match(rng, d, r"(?<=\d)[ \u00a0]per cent", "%")


@kind("percent in one word", "per-cent spelling", ("en",))
def _(rng, d):
    return at_match(rng, d, r"(?<=\d[ \u00a0])per cent", "percent")


@kind("a plain space between day and month", "no-break", ("en", "fr", "ru"))
def _(rng, d):
    return at_match(rng, d, DATES[d.language], lambda m: m.group().replace("\u00a0", " ", 1))


@kind("a known name without its hyphen", "spelling name-form house-term", ("en",))
def _(rng, d):
    return at_match(rng, d, r"Secretary-General", "Secretary General")


@kind("a small letter in a known name", "spelling name-form house-term", ("en", "fr", "es"))
def _(rng, d):
    pattern, new = {"en": ("Member States", "Member states"), "fr": ("États Membres", "Etats Membres"),
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


@kind("the Chinese number has lost its 号", "resolution-form", ("zh",))
def _(rng, d):
    return at_match(rng, d, r"(?<=>)号(?=决议)", "")


# --- parts in the wrong place ---------------------------------------------------------------------

def flat(text):
    return re.sub(r"\s*\n\s*", " ", text)


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


@kind("a preambular paragraph stands after an operative one", "part-order order-of-parts lead-place")
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


@kind("a space between Han and figures", "han-latin-space mark-space", ("zh",))
def _(rng, d):
    return at_match(rng, d, r"(?<=[一-龥])(?=\d)", " ")


@kind("two full stops", "double-mark doubled-mark clause-end")
def _(rng, d):
    end = last_operative(d)
    return Fault([(end, end, mark(STOP, d.language, "."))]) if end else None


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


@kind("the number and its letter are joined", "resolution-form symbol-form number-letter", ("en", "fr", "es", "ru"))
def _(rng, d):
    return at_match(rng, d, r"(?<=\d)[ \u00a0](?=[A-H](?:<|,| of| du| от| and))", "")


@kind("another currency form", "currency", ("en",))
def _(rng, d):
    return at_match(rng, d, r"(?<=\d )(?:United States )?dollars", "USD")


@kind("a mark of another script at the end", "clause-end mark-form mark-script mark-width arabic-mark", ("zh", "ar"))
def _(rng, d):
    table = {"；": ";", "؛": ";"}
    end = [(p, d.end_of(p)) for p in d.of_kind("operative")]
    chosen = pick(rng, [e for p, e in end if e and d.xml[e - 1] in table])
    return chosen and Fault([(chosen - 1, chosen, table[d.xml[chosen - 1]])])


@kind("a meeting without its ordinal", "meeting-form closing-form", ("en",))
def _(rng, d):
    match = re.search(r"<inline name=\"adoptionMeeting\"[^>]*>\d+(st|nd|rd|th) ", d.xml)
    return match and Fault([(match.start(1), match.end(1), "")])


@kind("a meeting with the wrong ordinal", "meeting-form closing-form", ("en",))
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
