"""Kinds of faults: the marks that end a clause, and labels."""
import re

from faults.document import Fault
from faults.shapes import (COLON, COMMA, LABELS, SEMICOLON, STOP, ends, item_labels, kind,
                           last_ends, of, opening_ends, pick, renumbered)

# --- ends ----------------------------------------------------------------------------------

kind("preambular ends with a semicolon", "clause-end")(ends(["preambular"], COMMA, SEMICOLON))
kind("preambular ends with nothing", "clause-end")(ends(["preambular"], COMMA, ""))
kind("preambular ends with a full stop", "clause-end")(ends(["preambular"], COMMA, STOP))
kind("operative ends with a comma", "clause-end")(ends(["operative"], SEMICOLON, COMMA))
kind("operative ends with nothing", "clause-end")(ends(["operative"], SEMICOLON, ""))

kind("the last paragraph ends with a semicolon", "clause-end")(last_ends(SEMICOLON))

kind("the last paragraph ends with nothing", "clause-end")(last_ends(""))


kind("an item ends with a comma", "clause-end")(ends(["item"], SEMICOLON, COMMA))
kind("an item ends with nothing", "clause-end")(ends(["item"], SEMICOLON, ""))
kind("what opens a list ends with a semicolon", "clause-end list-intro")(
    ends(["operative"], COLON, SEMICOLON))

kind("the opening has no comma", "opening-end opening-words clause-end")(opening_ends(""))

# --- labels --------------------------------------------------------------------------------

kind("a number is left out", LABELS)(renumbered(1))
kind("a number stands twice", LABELS)(renumbered(-1))


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
