"""Faults that only the other languages of a document show. Each kind takes an edition and the one
it is compared with, and makes one fault, or says with None that there is no place for it."""
import re
from faults.document import DATES, Document, Fault

KINDS = []
CLAUSES = ("preambular", "operative", "item")
NUMBER = "concord-numbers"
BLOCKS = "concord-paragraphs concord-labels"
SYMBOL = re.compile(r'docNumber[^>]*>\s*([^<]+?)\s*<|FRBRnumber value="([^"]+)"')


def read_pairs(corpus):
    """(English, another language) for every document of the corpus; the English text is the one that
    others are laid beside, so that a fault of it is told in each of them."""
    groups = {}
    for path in sorted(corpus.glob("[gsd]*/*/*.xml")):
        language = path.parent.name
        stem = re.sub(r"([-_ ][\dN]{7,9})?_?[A-Z]?$", "", path.stem)
        if language != "de":
            groups.setdefault((path.parent.parent.name, stem), {})[language] = path
    pairs = []
    for group in groups.values():
        if "en" not in group:
            continue
        english = Document(group["en"])
        pairs += [(english, Document(path)) for language, path in sorted(group.items())
                  if language != "en"]
    return pairs


def kind(name, slugs):
    def add(make):
        KINDS.append((name, set(slugs.split()), make))
        return make
    return add


def in_clause(document, match):
    """Where the message may stand: from the paragraph's start to the place itself."""
    for p in document.paragraphs:
        if p.start <= match.start() < p.end and p.kind != "note":
            return (document.xml.rfind("\n", 0, p.start) + 1, match.end())
    return None


def changed(rng, document, pattern, words, kinds=CLAUSES, group=0):
    """One match of the pattern with other words."""
    sites = document.sites(pattern, kinds)
    if not sites:
        return None
    match = rng.choice(sites)
    new = words(match.group(group))
    start, end = match.span(group)
    return Fault([(start, end, new)],
                 in_clause(document, match)) if new != match.group(group) else None


def other_figure(text):
    """The last figure one up: 19 is 10, 12 is 13."""
    return text[:-1] + str((int(text[-1]) + 1) % 10)


# --- figures ----------------------------------------------------------------------------------

@kind("a figure is another", NUMBER + " concord-dates")
def _(rng, d, _other):
    return changed(rng, d, r"(?<=[^\W\d] )\d{2,3}(?= [^\W\d])(?! [ap]\.m\.)", other_figure)


@kind("a large figure is another", NUMBER)
def _(rng, d, _other):
    return changed(rng, d, r"(?<![\d/.,])\d{1,3}(?:[,.  \u00a0]\d{3})+(?![\d/,.]\d)", other_figure)


@kind("a resolution of the Council has another number", NUMBER)
def _(rng, d, _other):
    return changed(rng, d, r"\b([1-9]\d{2,3})(?=[  \u00a0]?\((?:19|20)\d\d\))", other_figure)


@kind("a figure of a table is another", NUMBER)
def _(rng, d, _other):
    return changed(rng, d, r"(?<![\w/.,  \u00a0-])\d{2,3}(?![\w/.,  \u00a0-])", other_figure,
                   ("cell",))


@kind("an article has another number", NUMBER)
def _(rng, d, _other):
    return changed(rng, d,
                   r"(?:paragraphes?|párrafos?|пункт\w*|الفقر\w+|第)[  \u00a0]?(\d{1,2})(?=段|[  \u00a0](?:de|du|del|резол|من))",
                   other_figure, CLAUSES, 1)


# --- dates ------------------------------------------------------------------------------------

def date(rng, d, part, words):
    sites = [m for m in d.sites(DATES[d.language], CLAUSES) if m.group(part).isdigit()]
    if not sites:
        return None
    match = rng.choice(sites)
    return Fault([(match.start(part), match.end(part), words(match.group(part)))],
                 in_clause(d, match))


@kind("a year is another", "concord-dates concord-numbers")
def _(rng, d, _other):
    return date(rng, d, "y", lambda y: str(int(y) - 1))


@kind("a day is another", "concord-dates")
def _(rng, d, _other):
    return date(rng, d, "d", lambda n: str(int(n) - 1 if int(n) > 1 else 2))


@kind("a day of one figure is another", "concord-dates")
def _(rng, d, _other):
    sites = [m for m in d.sites(DATES[d.language], CLAUSES) if re.fullmatch("[1-9]", m.group("d"))]
    if not sites:
        return None
    match = rng.choice(sites)
    return Fault([(match.start("d"), match.end("d"), str(int(match.group("d")) % 9 + 1))],
                 in_clause(d, match))


# --- references -------------------------------------------------------------------------------

@kind("a symbol is another", "concord-symbols")
def _(rng, d, _other):
    return changed(rng, d, r"\b[AES]/(?:[A-Z][\w.]*/)*(?:\d+/)+(?:[A-Z]+\.)?\d+(?![\w/])",
                   other_figure,
                   CLAUSES + ("note",))


@kind("a resolution is another", "concord-symbols")
def _(rng, d, _other):
    return changed(rng, d, r"(?<![\w/.])\d{2}/\d{1,3}(?![\w/])", other_figure)


@kind("a link leads elsewhere", "concord-targets")
def _(rng, d, other):
    links = [m for m in re.finditer(r'href="[^"]*undocs\.org/\w\w/(A/RES/\d\d/\d+)"', d.xml)
             if m.group(1) in other.xml and inside(d, m)]
    if not links:
        return None
    match = rng.choice(links)
    there = [p for p in other.paragraphs if match.group(1) in other.xml[p.start:p.end]]
    here = next(p for p in d.paragraphs if p.start <= match.start() < p.end)
    alike = [p for p in there if count_links(other, p) == count_links(d, here)]
    if not alike:
        return None
    return Fault([(match.end(1), match.end(1), "7")], (here.start, match.end()))


def inside(d, match):
    return any(p.start <= match.start() < p.end and p.kind in CLAUSES and not p.annex
               for p in d.paragraphs)


def count_links(d, p):
    return d.xml.count("undocs.org/", p.start, p.end)


# --- what is there ----------------------------------------------------------------------------

def element_around(d, p):
    """From the line of the element that holds a paragraph alone to its end: (start, end)."""
    for name in ("item", "point", "paragraph", "container", "crossHeading"):
        start = d.xml.rfind(f"<{name} ", 0, p.start)
        end = d.xml.find(f"</{name}>", p.end)
        if start < 0 or end < 0:
            continue
        end += len(name) + 3
        inner = d.xml[start:end]
        if inner.count("<p") - inner.count("<authorialNote") == 1 and inner.count(f"<{name} ") == 1:
            return start, end
    return None


def neighbours(d, at, end):
    """The lines from the paragraph before to the one behind what was taken out at a place."""
    before = max((d.xml.rfind("\n", 0,
                              max(0, p.start - 200)) for p in d.paragraphs if p.kind != "note"
                  and p.end < at), default=at)
    behind = min((p.start for p in d.paragraphs if p.kind != "note" and p.start > end), default=end)
    return before, min(behind - (end - at) + 120, len(d.xml) - (end - at) - 1)


def dropped(rng, d, kinds):
    places = [span for p in d.of_kind(*kinds) if len(d.words(p)) > 30
              and (span := element_around(d, p))]
    if not places:
        return None
    start, end = rng.choice(places)
    return Fault([(start, end, "")], neighbours(d, start, end))


@kind("a preambular paragraph is missing", BLOCKS)
def _(rng, d, _other):
    return dropped(rng, d, ["preambular"])


@kind("an operative paragraph is missing", BLOCKS)
def _(rng, d, _other):
    return dropped(rng, d, ["operative"])


@kind("an item is missing", BLOCKS)
def _(rng, d, _other):
    return dropped(rng, d, ["item"])


@kind("a note is missing", "concord-notes")
def _(rng, d, _other):
    notes = [m for m in re.finditer(r"<authorialNote .*?</authorialNote>", d.xml, re.S)
             if inside(d, m)]
    if not notes:
        return None
    match = rng.choice(notes)
    around = next(p for p in d.paragraphs if p.kind != "note" and p.start <= match.start() < p.end)
    return Fault([(match.start(), match.end(), "")],
                 (max(0, around.start - 300), match.start()))


@kind("a row is missing", "concord-tables concord-numbers")
def _(rng, d, _other):
    tables = list(re.finditer(r"<table.*?</table>", d.xml, re.S))
    rng.shuffle(tables)
    for table in tables:
        rows = [m for m in re.finditer(r"<tr\b.*?</tr>", table.group(), re.S)
                if len(re.findall(r"<t[dh]\b[^>]*>(?:\s|<[^>]*>)*[^\s<]", m.group())) > 1]
        if len(rows) > 4:
            row = rng.choice(rows[2:])
            at = table.start() + row.start()
            return Fault([(at, table.start() + row.end(), "")],
                         (table.start(), table.end() - len(row.group())))
    return None


def marks(text):
    """What a paragraph can be known by in every language."""
    text = re.sub(r"[  \u00a0]", " ", text)
    return sorted(re.findall(r"\d+/\d+|(?<!\d)\d{4}(?!\d)", text))


@kind("two paragraphs are swapped", BLOCKS + " concord-symbols concord-dates concord-numbers")
def _(rng, d, _other):
    clauses = d.of_kind("operative", "item", "preambular")
    places = []
    if "/decisions/" in d.path.as_posix():  # lists of titles
        return None
    for a, b in zip(clauses, clauses[1:]):
        one, two = marks(d.words(a)), marks(d.words(b))
        same = a.kind == b.kind and not re.search(r"<[^>]*Note", d.xml[a.start:b.end])
        if same and one != two and not set(one) & set(two):
            places.append((a, b))
    if not places:
        return None
    a, b = rng.choice(places)
    return Fault([(a.start, a.end, d.xml[b.start:b.end]), (b.start, b.end, d.xml[a.start:a.end])],
                 (max(0, a.start - 300), b.end))


# --- lead phrases -----------------------------------------------------------------------------

LEADS = {  # words that no English phrase but the first may have
    "fr": {"Reaffirming": ("Réaffirmant", "Encourageant"), "Recalling": ("Rappelant", "Soulignant"),
           "Encourages": ("Encourage", "Souligne"),
           "Stresses": ("Souligne", "Encourage")},
    "es": {"Reaffirming": ("Reafirmando", "Alentando"), "Recalling": ("Recordando", "Destacando"),
           "Requests": ("Solicita", "Encomia"), "Encourages": ("Alienta", "Reafirma"),
           "Stresses": ("Destaca", "Alienta")},
    "ru": {"Reaffirming": ("подтверждая", "приветствуя"), "Recalling": ("ссылаясь", "отмечая"),
           "Requests": ("просит", "призывает"), "Encourages": ("рекомендует", "просит"),
           "Stresses": ("подчеркивает", "просит")},
    "zh": {"Reaffirming": ("重申", "欢迎"), "Recalling": ("回顾", "强调"),
           "Requests": ("请", "鼓励"), "Encourages": ("鼓励", "促请"),
           "Stresses": ("强调指出", "欢迎")},
    "ar": {"Reaffirming": ("وإذ تؤكد من جديد", "وإذ ترحب"), "Recalling": ("وإذ تشير", "وإذ ترحب"),
           "Requests": ("تطلب", "تشجع"), "Encourages": ("تشجع", "تطلب"),
           "Stresses": ("تشدد", "ترحب")},
}


@kind("a lead phrase is another", "concord-lead")
def _(rng, d, other):
    if "/ga/" not in d.path.as_posix():
        return None
    places = []
    for english, (usual, wrong) in LEADS[d.language].items():
        here = list(re.finditer(rf'<span class="[^"]*(?:italic|bold)[^"]*">\s*({usual})</span>',
                                d.xml))
        there = re.findall(rf'<span class="[^"]*italic[^"]*">\s*{english}\s*</span>', other.xml)
        if here and len(here) == len(there):
            places += [(m, wrong) for m in here if inside(d, m)]
    if not places:
        return None
    match, wrong = rng.choice(places)
    return Fault([(match.start(1), match.end(1), wrong)], in_clause(d, match))
