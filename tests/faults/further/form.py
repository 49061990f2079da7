"""Kinds of faults: the marks that end a clause, and labels, thought of later."""
import re

from faults.document import Fault
from faults.shapes import (COLON, COMMA, LABELS, SEMICOLON, SPACED, STOP, ends, kind, last_ends,
                           of, opening_ends, pick, relabelled)

# --- ends ----------------------------------------------------------------------------------

kind("an operative paragraph ends with a full stop", "clause-end")(
    ends(["operative"], SEMICOLON, STOP))
kind("an operative paragraph ends with a colon", "clause-end")(
    ends(["operative"], SEMICOLON, COLON))
kind("a preambular paragraph ends with a colon", "clause-end")(ends(["preambular"], COMMA, COLON))
kind("an item ends with a full stop", "clause-end")(ends(["item"], SEMICOLON, STOP))
kind("an item ends with a colon", "clause-end list-intro")(ends(["item"], SEMICOLON, COLON))

kind("the last paragraph ends with a comma", "clause-end")(last_ends(COMMA))


kind("what opens a list ends with nothing", "list-intro clause-end")(ends(["operative"], COLON, ""))
kind("what opens a list ends with a comma", "list-intro clause-end")(
    ends(["operative"], COLON, COMMA))
kind("what opens a list ends with a full stop", "list-intro clause-end")(
    ends(["operative"], COLON, STOP))


@kind("a conjunction joins the items", "list-and", ("en", "fr", "es", "ru", "zh", "ar"))
def _(rng, d):
    if "S/RES/" in d.xml[:6000]:
        return None
    word = {"en": " and", "fr": " et", "es": " y", "ru": " и", "zh": "和", "ar": " و"}[d.language]
    ends = [(p, d.end_of(p)) for p in d.of_kind("item")]
    end = of(SEMICOLON, d)
    chosen = pick(rng, [e for _, e in ends if e and d.xml[:e].endswith(end)])
    return chosen and Fault([(chosen, chosen, word)])

kind("the opening ends with a full stop", "opening-end opening-words")(opening_ends(STOP))

kind("the opening ends with a colon", "opening-end opening-words")(opening_ends(COLON))


kind("a preambular paragraph ends with a Latin comma",
     "mark-width arabic-mark clause-end mark-script", ("zh", "ar"))(
    ends(["preambular"], COMMA, ","))
kind("a preambular paragraph ends with an enumeration comma", "clause-end han-mark", ("zh",))(
    ends(["preambular"], "，", "、"))


@kind("two marks end an operative paragraph", "doubled-mark clause-end")
def _(rng, d):
    semicolon = of(SEMICOLON, d)
    return ends(["operative"], semicolon, semicolon + of(STOP, d))(rng, d)

# --- labels --------------------------------------------------------------------------------

kind("an item has a capital letter", "label-form label-order label-gap")(
    relabelled(r"\(?[b-h]\)", str.upper))
kind("an item has a figure for its letter", "label-form label-order label-gap label-twice")(
    relabelled(r"\(?[b-h]\)", lambda s: re.sub("[b-h]", lambda m: str(ord(m.group()) - 96), s)))
kind("the letter of an item has no bracket", "label-form")(
    relabelled(r"\(?[a-h]\)|\([أبجدهوزح]\)", lambda s: s.strip("()")))
kind("the letter of an item has a full stop", "label-form")(
    relabelled(r"\(?[a-h]\)|\([أبجدوزح]\)", lambda s: s.strip("()") + "."))
kind("the letter of an item has a square bracket", "label-form")(
    relabelled(r"\(?[a-h]\)|\([أبجدوزح]\)", lambda s: s.replace(")", "]")))
kind("the letter of an item is Cyrillic", "label-form mixed-script", ("ru", "en", "fr", "es"))(
    relabelled(r"\(?[ace]\)",
               lambda s: s.translate( {ord("a"): "а", ord("c"): "с", ord("e"): "е"})))
kind("the bracket of a label is full-width", "label-form bracket-width", ("zh",))(
    relabelled(r"\([a-h]\)", lambda s: s.replace("(", "（").replace(")", "）")))


@kind("an item's letter is skipped", LABELS + " single-item")
def _(rng, d):
    letters = "abcdefghijk"
    return relabelled(r"\(?[b-h]\)", lambda s: re.sub(
        "[b-h]", lambda m: letters[letters.index(m.group()) + 2], s))(rng, d)


kind("an item has the letter before", LABELS)(
    relabelled(r"\(?[b-h]\)", lambda s: re.sub( "[b-h]", lambda m: chr(ord(m.group()) - 1), s)))
kind("the first item has the second letter", LABELS)(
    relabelled(r"\(?[aأ]\)|\(أ\)", lambda s: s.replace("a", "b").replace("أ", "ب")))
kind("an Arabic letter is out of turn", LABELS, ("ar",))(
    relabelled(r"\([بجد]\)", lambda s: s.translate({ord("ب"): "ج", ord("ج"): "و", ord("د"): "ح"})))
kind("a Roman number is skipped", LABELS)(
    relabelled(r"\(?ii\)|’2‘|‘2’|㈡",
               lambda s: s.replace("ii", "iv").replace("2", "4") .replace("㈡", "㈣")))
kind("the figures of a number change places", LABELS)(
    relabelled(r"\d\d(?:\.| ?-)", lambda s: s[1] + s[0] + s[2:], ("operative",)))
kind("a number has lost a figure", LABELS)(
    relabelled(r"1\d(?:\.| ?-)", lambda s: s[1:], ("operative",)))
kind("numbers begin again", LABELS)(
    relabelled(r"[5-9](?:\.| ?-)", lambda s: "1" + s[1:], ("operative",)))
kind("the first number is two", LABELS)(
    relabelled(r"1(?:\.| ?-)", lambda s: "2" + s[1:], ("operative",)))
kind("a number has a bracket for its full stop", "label-form", SPACED[:4] + ("zh",))(
    relabelled(r"\d+\.", lambda s: s[:-1] + ")", ("operative",)))
kind("a number stands in brackets", "label-form", SPACED[:4] + ("zh",))(
    relabelled(r"\d+\.", lambda s: f"({s[:-1]})", ("operative",)))
kind("a number has lost its full stop", "label-form", SPACED[:4] + ("zh",))(
    relabelled(r"\d+\.", lambda s: s[:-1], ("operative",)))
kind("a number has a comma for its full stop", "label-form", SPACED[:4] + ("zh",))(
    relabelled(r"\d+\.", lambda s: s[:-1] + ",", ("operative",)))
kind("a number has a Chinese mark", "label-form", ("zh",))(
    relabelled(r"\d+\.", lambda s: s[:-1] + "、", ("operative",)))


@kind("a paragraph has lost its number", "operative-unnumbered label-gap label-missing")
def _(rng, d):
    found = list(re.finditer(r"<num>\s*\d+(?:\.| ?-)\s*</num>", d.xml))
    match = pick(rng, found[1:-1])
    return match and Fault([(match.start(), match.end(), "")], (match.start(), match.end() + 3000))


@kind("an item has lost its letter", "label-missing label-gap single-item")
def _(rng, d):
    found = [m for m in re.finditer(r"<num>\s*\(?[b-g]\)\s*</num>", d.xml)]
    match = pick(rng, found)
    return match and Fault([(match.start(), match.end(), "<num></num>")],
                           (match.start() - 1500, match.end() + 3000))


@kind("the letter of an item is typed in its text too", "label-typed")
def _(rng, d):
    places = [(p, label) for p in d.of_kind("item") if (found := d.label_of(p))
              for _, label in [found] if re.fullmatch(r"\(?[a-h]\)|\([أبج]\)", label)]
    chosen = pick(rng, places)
    return chosen and Fault([(chosen[0].start, chosen[0].start, chosen[1] + " ")],
                            (chosen[0].start - 300, chosen[0].end))


@kind("the bare number is typed in the text too", "label-typed")
def _(rng, d):
    places = [(p, label) for p in d.of_kind("operative") if (found := d.label_of(p))
              for _, label in [found] if re.fullmatch(r"\d+\.", label)]
    chosen = pick(rng, places)
    return chosen and Fault([(chosen[0].start, chosen[0].start, chosen[1][:-1] + " ")],
                            (chosen[0].start - 300, chosen[0].end))
