"""Shapes of faults: how a document is changed, for the kinds in named/ and further/. A kind makes
one fault in one document, or says with None that there is no place for it; `slugs` are the messages
that count as finding it."""
import re

from faults.document import COLON, COMMA, SEMICOLON, STOP, Fault  # noqa: F401

ALL = ("en", "fr", "es", "ru", "zh", "ar")
SPACED = ("en", "fr", "es", "ru", "ar")
LATIN = ("en", "fr", "es")
WESTERN = ("en", "fr", "es", "ru")
LABELS = "label-gap label-order label-twice label-sequence"
QUOTES = {"en": "“”", "es": "“”", "zh": "“”", "fr": "«»", "ru": "«»", "ar": "”“"}
NOTE = r"<authorialNote\b[^>]*?marker=\"(?P<n>\d+)\".*?</authorialNote>"
LEAD = (r"<(?P<tag>span|i|b)(?P<class> class=\"(?:italic|bold|bold italic)\")?>"
        r"(?P<lead>[^<>]{3,60})</(?P=tag)>")
SESSION = r"<session [^>]*>[^<]*</session>"
ADOPTION = r"<docTitle>(?:(?!</docTitle>).)*</docTitle>"
PROPONENT = r"<docProponent.*?</docProponent>"
CLOSING = r"<conclusions.*?</conclusions>"
DATE = r"<docDate [^>]*adoptionDate.*?</docDate>"
KINDS = []


def kind(name, slugs, languages=ALL):
    def add(make):
        KINDS.append((name, set(slugs.split()), languages, make))
        return make
    return add


def pick(rng, candidates):
    return rng.choice(candidates) if candidates else None


def of(table, d):
    """What a table has for the language of a document; what is no table is for all of them."""
    return table.get(d.language, table.get("usual")) if isinstance(table, dict) else table


def by(*pairs):
    return {language: words for languages, words in pairs for language in languages.split()}


def at_match(rng, document, pattern, words, kinds=("preambular", "operative", "item")):
    """One match of the pattern replaced; `words` may be a function of the match."""
    match = pick(rng, document.sites(pattern, kinds))
    if not match:
        return None
    new = words(match) if callable(words) else words
    return None if new == match.group() else Fault([(match.start(), match.end(), new)])


def replaced(pattern, words, kinds=("preambular", "operative", "item")):
    return lambda rng, d: at_match(rng, d, of(pattern, d), of(words, d), kinds)


def swap(name, slugs, languages, pattern, words, kinds=("preambular", "operative", "item")):
    """A kind that is one replacement."""
    kind(name, slugs, languages)(replaced(pattern, words, kinds))


def ends(kinds, mark, new):
    """Another mark at the end of a paragraph that ends with this one."""
    def make(rng, d):
        wanted = of(mark, d)
        places = [(p, d.end_of(p)) for p in d.of_kind(*kinds)]
        places = [e for _, e in places if e and d.xml[:e].endswith(wanted)]
        end = pick(rng, places[:-1] if "operative" in kinds else places)
        return end and Fault([(end - len(wanted), end, of(new, d))])
    return make


def last_ends(new):
    """Another mark at the end of the last paragraph."""
    def make(rng, d):
        end = last_operative(d)
        return end and Fault([(end - 1, end, of(new, d))])
    return make


def opening_ends(new):
    """Another mark at the end of the opening words."""
    def make(rng, d):
        comma = of(COMMA, d)
        for p in d.of_kind("opening"):
            end = d.end_of(p)
            if end and d.xml[:end].endswith(comma):
                return Fault([(end - len(comma), end, of(new, d))], (p.start, p.end))
        return None
    return make


def last_operative(d):
    paragraphs = d.of_kind("operative")
    end = d.end_of(paragraphs[-1]) if paragraphs else None
    stop = of(STOP, d)
    return end if end and d.xml[:end].endswith(stop) else None


def quoted(d):
    opening, closing = QUOTES[d.language]
    return d.sites(f"{opening}[^{opening}{closing}«»“”‘’\"]*{closing}",
                   ("preambular", "operative", "item"))


def notes(d):
    return [m for m in re.finditer(NOTE, d.xml, re.S)]


def renumbered(by):
    """Another number for a clause."""
    def make(rng, d):
        labels = [(at, label) for p in d.of_kind("operative") if (found := d.label_of(p))
                  for at, label in [found] if re.match(r"\d+", label)]
        chosen = pick(rng, labels[1:-1])
        if not chosen:
            return None
        at, label = chosen
        number = re.match(r"\d+", label).group()
        new = str(int(number) + by)
        return Fault([(at, at + len(number), new)], (at, at + 1500))
    return make


def relabelled(pattern, new, kinds=("item",)):
    """Another label for one that matches; `new` is a function of it."""
    def make(rng, d):
        chosen = pick(rng, [found for p in d.of_kind(*kinds) if (found := d.label_of(p)) and
                            re.fullmatch(pattern, found[1])])
        if not chosen or new(chosen[1]) == chosen[1]:
            return None
        at, label = chosen
        return Fault([(at, at + len(label), new(label))], (at - 300, at + 1500))
    return make


def item_labels(d):
    return [found for p in d.of_kind("item") if (found := d.label_of(p))]


def in_element(d, pattern):
    return re.search(pattern, d.xml, re.S)


def line_changed(element, pattern, new):
    """A change of what the pattern's first group holds, inside of the first such element."""
    def make(rng, d):
        outer = re.search(element, d.xml, re.S)
        match = outer and re.compile(pattern).search(d.xml, outer.start(), outer.end())
        words = match and (new(match) if callable(new) else new)
        if not match or words == match.group(1):
            return None
        return Fault([(match.start(1), match.end(1), words)], (outer.start(), outer.end()))
    return make


def leads(d, *kinds):
    found = []
    for p in d.of_kind(*kinds):
        match = re.compile(r"\s*" + LEAD).match(d.xml, p.start, p.end)
        if match and not re.search(r"[.:]\s*$", match.group("lead")):
            found.append((p, match))
    return found


def lead_changed(change, kinds=("preambular", "operative")):
    """Another lead phrase; `change` gives it for a phrase and its match, or None."""
    def make(rng, d):
        found = []
        for p, match in leads(d, *kinds):
            new = change(match.group("lead"), match)
            if new and new != match.group("lead"):
                found.append(Fault([(match.start("lead"), match.end("lead"), new)],
                                   (p.start, p.end)))
        return pick(rng, found)
    return make


def flat(text):
    return re.sub(r"\s*\n\s*", " ", text)
