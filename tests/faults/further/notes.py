"""Kinds of faults: notes and their calls, thought of later."""
import re

from faults.document import Fault
from faults.shapes import SEMICOLON, SPACED, at_match, ends, kind, notes, of, pick, swap


@kind("a note is empty", "note-empty")
def _(rng, d):
    found = [p for p in d.paragraphs if p.kind == "note" and not p.annex and
             d.xml[p.start - 4:p.start + 1] and "\n" not in d.xml[p.start:p.end]]
    p = pick(rng, found)
    return p and Fault([(p.start, p.end, "")], (p.start - 400, p.start + 40))


@kind("a note ends with a semicolon", "note-end")
def _(rng, d):
    found = []
    for p in d.paragraphs:
        end = d.end_of(p) if p.kind == "note" and not p.annex else None
        if end and d.xml[end - 1] in ".。":
            found.append(Fault([(end - 1, end, of(SEMICOLON, d))], (p.start, p.end)))
    return pick(rng, found)


@kind("a note ends with two full stops", "doubled-mark note-end")
def _(rng, d):
    found = []
    for p in d.paragraphs:
        end = d.end_of(p) if p.kind == "note" and not p.annex else None
        if end and d.xml[end - 1] in ".。":
            found.append(Fault([(end, end, d.xml[end - 1])], (p.start, p.end)))
    return pick(rng, found)


@kind("a number of a note is skipped", "note-order")
def _(rng, d):
    match = pick(rng, notes(d)[:-1])
    return match and Fault([(match.start("n"), match.end("n"), str(int(match.group("n")) + 1))],
                           (match.start() - 200, match.end() + 4000))


@kind("a call without a note", "note-no-body call-without-note note-missing")
def _(rng, d):
    if not notes(d):
        return None
    last = int(notes(d)[-1].group("n"))
    p = pick(rng, [p for p in d.of_kind("preambular", "operative") if d.end_of(p)])
    if not p:
        return None
    end = d.end_of(p)
    return Fault([(end, end, f"<sup>{last + 1}</sup>")], (p.start, p.end))


@kind("a space stands before the call", "note-space", ("en", "es", "zh", "ru"))
def _(rng, d):
    found = [m for m in notes(d) if d.xml[m.start() - 1].isalpha() or d.xml[m.start() - 1] in ",，;"]
    match = pick(rng, found)
    return match and Fault([(match.start(), match.start(), " ")],
                           (match.start() - 5, match.start() + 5))


@kind("text follows the call at once", "note-space", ("en", "fr", "es", "ru"))
def _(rng, d):
    found = [m for m in notes(d) if re.match(r" \w", d.xml[m.end():m.end() + 2])]
    match = pick(rng, found)
    return match and Fault([(match.end(), match.end() + 1, "")], (match.start(), match.end() + 3))


@kind("ibid. has lost its full stop", "note-form note-end", ("en", "fr"))
def _(rng, d):
    all_notes = [p for p in d.paragraphs if p.kind == "note" and not p.annex and
                 "\n" not in d.xml[p.start:p.end]]
    if len(all_notes) < 2:
        return None
    p = all_notes[1]
    return Fault([(p.start, p.end, "Ibid, para. 3." if d.language == "en" else "Ibid, par. 3.")],
                 (p.start, p.end))


@kind("a note has a word of another language", "note-language note-form spelling house-term",
      SPACED)
def _(rng, d):
    swap = {"en": ("annex", "annexe"), "fr": ("annexe", "annex"), "es": ("anexo", "annex"),
            "ru": ("приложение", "annex"), "ar": ("المرفق", "annex")}
    return at_match(rng, d, swap[d.language][0] + r"(?=[.。 ،,])", swap[d.language][1], ("note",))


SEE = {"en": ("See", "Sea"), "fr": ("Voir", "Voire"), "es": ("Véase", "Vease"), "ru": ("См.", "См"),
       "zh": ("见", "现"), "ar": ("انظر", "أنظر")}


@kind("see is misspelt in a note", "note-form spelling typo house-term")
def _(rng, d):
    good, bad = SEE[d.language]
    return at_match(rng, d, f"(?<=[>\t ]){good}(?=[ <A-Z])", bad, ("note",))


@kind("a note begins with a small letter", "note-form note-case", ("en", "fr", "es", "ru"))
def _(rng, d):
    word = {"en": "Resolution|See", "fr": "Résolution|Voir", "es": "Resolución|Véase",
            "ru": "Резолюция|См"}[d.language]
    return at_match(rng, d, rf"(?<=[>\t ])(?:{word})(?=[ .])",
                    lambda m: m.group()[0].lower() + m.group()[1:], ("note",))


TREATIES = {"en": ("Treaty Series", "Treaties Series"),
            "fr": ("Recueil des Traités", "Recueil de Traités"),
            "es": ("Treaty Series", "Treaties Series"), "ru": ("Treaty Series", "Treaties Series"),
            "zh": ("条约汇编", "条约彙编"), "ar": ("Treaty Series", "Treaties Series")}


@kind("the treaty series has another name", "note-form traditional spelling")
def _(rng, d):
    good, bad = TREATIES[d.language]
    return at_match(rng, d, good, bad, ("note",))


@kind("the session of the official records is another", "note-session note-form",
      ("en", "fr", "es", "ru", "zh"))
def _(rng, d):
    table = {"en": ("Seventy-", "Sixty-"), "fr": ("oixante-", "inquante-"),
             "es": ("eptuagésimo ", "exagésimo "), "ru": ("емьдесят ", "естьдесят "),
             "zh": ("第七十", "第六十")}
    good, bad = table[d.language]
    return at_match(rng, d, good, bad, ("note",))
