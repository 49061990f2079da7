"""Kinds of faults: notes and their calls."""
import re

from faults.document import Fault
from faults.shapes import kind, notes, of, pick


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
