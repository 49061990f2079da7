"""Kinds of faults: lead phrases."""
import re

from faults.document import Fault
from faults.shapes import kind, leads, of, pick


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
