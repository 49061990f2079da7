"""Kinds of faults: the masthead and the closing."""
import re

from faults.document import DATES, Fault
from faults.shapes import in_element, kind, line_changed


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


kind("the report is of another session", "report-reference report-session")(
    line_changed(r"<docProponent.*?</docProponent>", r">A/(\d\d)/\d+",
                 lambda m: str(int(m.group(1)) + 7)))


@kind("the symbol has a hyphen for a solidus", "symbol-form")
def _(rng, d):
    match = in_element(d, r"<docNumber refersTo=\"#symbol\">A/RES(/)\d\d/\d+<")
    return Fault([(match.start(1), match.end(1), "-")]) if match else None
