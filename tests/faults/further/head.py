"""Kinds of faults: the masthead and the closing, thought of later."""
import re

from faults.document import DATES, Fault
from faults.shapes import ADOPTION, DATE, PROPONENT, SESSION, kind, line_changed, of

kind("the session has a slip of the pen", "session-symbol masthead-form")(
    line_changed(SESSION, r">\s*\S{2}(\S\S)", lambda m: m.group(1)[::-1]))
kind("the report has lost a bracket", "masthead-form bracket-pair")(
    line_changed(PROPONENT, r"(\])", ""))
kind("the report has lost its inner bracket", "masthead-form bracket-pair")(
    line_changed(PROPONENT, r"(\))\]", ""))
kind("the report has round brackets", "masthead-form bracket-pair")(
    line_changed(PROPONENT, r">[^<\[]*(\[)", "("))


@kind("the line of adoption has a slip of the pen", "masthead-form")
def _(rng, d):
    words = {"en": "adopted", "fr": "adoptée", "es": "aprobada", "ru": "принятая", "zh": "大会决议",
             "ar": "اتخذته"}[d.language]
    return line_changed(ADOPTION, f"({words})", lambda m: m.group(1)[:1] + m.group(1)[2:])(rng, d)


@kind("the date of adoption in the head is another", "adoption-date number-symbol")
def _(rng, d):
    if not re.search(DATE, d.xml, re.S):
        return None
    date = DATES[d.language]
    outer = re.search(ADOPTION, d.xml, re.S)
    match = outer and re.compile(date).search(d.xml, outer.start(), outer.end())
    day = match and re.match(r"\d+", match.group("d"))
    if not day:
        return None
    return Fault([(match.start("d"), match.end("d"), str(int(day.group()) % 27 + 1))],
                 (outer.start(), len(d.xml) - 10))


@kind("the month in the closing is misspelt", "closing-form adoption-date date-form",
      ("en", "fr", "es", "ru", "ar"))
def _(rng, d):
    match = re.search(DATE, d.xml, re.S)
    date = match and re.compile(DATES[d.language]).search(d.xml, match.start(), match.end())
    if not date or len(date.group("m")) < 4:
        return None
    month = date.group("m")
    return Fault([(date.start("m"), date.end("m"), month[0] + month[2] + month[1] + month[3:])
                  if month[1] != month[2] else (date.start("m"), date.end("m"),
                                                month[:2] + month[3:])])


@kind("the closing has an American date", "closing-form adoption-date date-form masthead-form",
      ("en",))
def _(rng, d):
    match = re.search(DATE, d.xml, re.S)
    date = match and re.compile(DATES[d.language]).search(d.xml, match.start(), match.end())
    return date and Fault([(date.start(), date.end(),
                            f"{date.group('m')} {date.group('d')}, {date.group('y')}")])


@kind("the closing has no meeting", "head-missing closing-form")
def _(rng, d):
    if "/A/RES/" not in d.xml and "A/RES/" not in d.xml:
        return None
    match = re.search(r"<(?:inline name=\"adoptionMeeting\"|location )[^>]*>[^<]*</(?:inline|location)>",
                      d.xml)
    return match and Fault([(match.start(), match.end(), "")], (0, len(d.xml) - 1))


@kind("the agenda item has no number", "masthead-form head-missing")
def _(rng, d):
    match = re.search(r"<docketNumber[^>]*agendaItem.*?</docketNumber>|"
                      r"<[^>]*agendaItem[^>]*>[^<]*?(\d+)[^<]*<", d.xml, re.S)
    if not match or not match.group(1):
        return None
    return Fault([(match.start(1), match.end(1), "")], (match.start(), match.end()))
