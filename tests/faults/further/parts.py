"""Kinds of faults: parts of a resolution in the wrong place, or wrong among themselves."""
import re

from faults.document import Fault
from faults.shapes import SEMICOLON, flat, kind, of, pick


@kind("a paragraph stands twice", "clause-twice label-twice")
def _(rng, d):
    found = [m for m in re.finditer(r"<container\b(?:(?!</?container).)*</container>", d.xml, re.S)
             if "authorialNote" not in m.group() and "<table" not in m.group() and
             len(re.sub("<[^>]*>", "", m.group())) > 120]
    match = pick(rng, found)
    return match and Fault([(match.end(), match.end(), flat(match.group()))],
                           (match.start(), match.end() + 100))


@kind("an operative paragraph stands twice", "clause-twice")
def _(rng, d):
    found = [m for m in re.finditer(r"<paragraph\b(?:(?!</?paragraph).)*</paragraph>", d.xml, re.S)
             if "authorialNote" not in m.group() and "<list" not in m.group() and
             re.search(r"<num>\s*\d", m.group()) and len(re.sub("<[^>]*>", "", m.group())) > 160]
    match = pick(rng, found)
    return match and Fault([(match.end(), match.end(), flat(match.group()))],
                           (match.start(), match.end() + 100))


@kind("an item stands twice", "clause-twice label-twice")
def _(rng, d):
    found = [m for m in re.finditer(r"<point\b(?:(?!</?point).)*</point>", d.xml, re.S)
             if "authorialNote" not in m.group() and len(re.sub("<[^>]*>", "", m.group())) > 160]
    match = pick(rng, found)
    return match and Fault([(match.end(), match.end(), flat(match.group()))],
                           (match.start(), match.end() + 100))


ROMAN = r"<subheading>\s*(II|III|IV)\s*</subheading>"


@kind("a section's number is skipped", "section-order")
def _(rng, d):
    match = pick(rng, list(re.finditer(ROMAN, d.xml)))
    new = {"II": "III", "III": "V", "IV": "VI"}
    return match and Fault([(match.start(1), match.end(1), new[match.group(1)])],
                           (match.start(), match.end() + 40000))


@kind("a section's number stands twice", "section-order")
def _(rng, d):
    match = pick(rng, list(re.finditer(ROMAN, d.xml)))
    new = {"II": "I", "III": "II", "IV": "III"}
    return match and Fault([(match.start(1), match.end(1), new[match.group(1)])],
                           (match.start(), match.end() + 200))


@kind("an empty item", "empty-paragraph")
def _(rng, d):
    p = pick(rng,
             [p for p in d.of_kind("item") if d.label_of(p) and "\n" not in d.xml[p.start:p.end]])
    return p and Fault([(p.start, p.end, "")], (p.start - 300, p.start + 10))


@kind("only the mark of a paragraph is left", "empty-paragraph")
def _(rng, d):
    p = pick(rng, [p for p in d.of_kind("operative") if d.label_of(p)
                   and "\n" not in d.xml[p.start:p.end]])
    return p and Fault([(p.start, p.end, of(SEMICOLON, d))],
                       (p.start - 300, p.start + 10))


@kind("an operative paragraph stands in the preamble",
      "order-of-parts lead-place label-gap label-order")
def _(rng, d):
    operative = [m for m in re.finditer(r"<paragraph\b(?:(?!</?paragraph).)*</paragraph>", d.xml,
                                        re.S)
                 if re.search(r"<num>\s*1(?:\.| -)",
                              m.group()) and "authorialNote" not in m.group()]
    containers = list(re.finditer(r"<container\b(?:(?!</?container).)*</container>", d.xml, re.S))
    if not operative or len(containers) < 3:
        return None
    moved, before = operative[0], containers[-2]
    if before.start() > moved.start():
        return None
    new = flat(moved.group())
    lost = "\n" * moved.group().count("\n")
    return Fault([(before.start(), before.start(), new), (moved.start(), moved.end(), lost)],
                 (before.start(), moved.end()))


@kind("the opening words are lost", "opening-missing")
def _(rng, d):
    match = re.search(r"<formula\b.*?</formula>", d.xml, re.S)
    if not match:
        return None
    return Fault([(match.start(), match.end(), "\n" * match.group().count("\n"))],
                 (match.start() - 200, match.end() + 2000))
