"""What a published AKN4UN file says, read here without plenary.

Words are compared folded: without white space, bidi marks and what has no shape. A call of a note
is not a word; the signs typed around it for print (raised brackets, commas) are not either.
"""
import re
import unicodedata
import xml.etree.ElementTree as xml
from dataclasses import dataclass, field

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
CALL = "\ue000"  # stands for a note in the text while it is read,
RAISED = {"(": "\ue001", ")": "\ue002"}  # and these for raised brackets, which belong to calls
UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def fold(text):
    """Without white space and marks that are not seen; composed."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))


@dataclass
class Words:
    heads: list = field(default_factory=list)  # masthead, title, closing: a text each
    bodies: list = field(default_factory=list)  # preamble to annexes, in order
    notes: list = field(default_factory=list)  # in the order of their calls
    calls: list = field(default_factory=list)  # their markers
    tables: int = 0


def name(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


class Reader:
    def __init__(self):
        self.words = Words()

    def text(self, element):
        """Text of an element with CALL for each note, which is read aside."""
        parts = [element.text or ""]
        for child in element:
            if name(child) == "num" and is_typed_again(element, child):
                parts.append(child.tail or "")
                continue
            if name(child) == "authorialNote":
                parts.append(CALL)
                self.note(child)
            elif name(child) not in ("meta", ""):
                text = self.text(child)
                parts.append(RAISED.get(text.strip(), text) if name(child) == "sup" else text)
            parts.append(child.tail or "")
        return "".join(parts)

    def note(self, element):
        at = len(self.words.notes)
        self.words.calls.append(element.get("marker", "").strip())
        self.words.notes.append("")
        text = fold(clean_calls(self.text(element)))
        self.words.notes[at] = re.sub(r"^(\(\)|\)\()", "", text)  # for a number, Arabic

    def body(self, element):
        self.words.tables += sum(1 for _ in element.iter(AKN + "table"))
        self.words.bodies.append(fold(clean_calls(self.text(element))))

    def heads(self, element):
        """Every block of the masthead, or each of its fields where it holds several."""
        blocks = [e for e in element.iter() if name(e) in ("p", "longTitle")] or [element]
        for block in blocks:
            text = fold(clean_calls(self.text(block)))
            if text:
                self.words.heads.append(text)

    def walk(self, element):
        for child in element:
            kind = name(child)
            if kind in ("coverPage", "preface", "conclusions"):
                self.heads(child)
            elif kind in ("preamble", "mainBody"):
                self.body(child)
            elif kind not in ("meta", ""):
                self.walk(child)


def is_typed_again(element, num):
    """Whether a label stands in <num> and once more at the front of the text."""
    rest = "".join(e for e in element.itertext())
    label = fold("".join(num.itertext()))
    return bool(label) and fold(rest).startswith(label + label)


def clean_calls(text):
    """Signs around calls, typed for print, go with them: ( ) and a comma between two."""
    raised = "".join(RAISED.values())
    text = re.sub(rf"[{raised}]\s*{CALL}\s*[{raised}]", CALL, text)
    for sign, mark in RAISED.items():
        text = text.replace(mark, sign)
    text = re.sub(rf"\(\s*({CALL}(?:[,،]?\s*{CALL})*)\s*\)", r"\1", text)
    text = re.sub(rf"{CALL}\s*[,،]\s*(?={CALL})", CALL, text)
    return text.replace(CALL, "")


def read(path):
    reader = Reader()
    reader.walk(xml.parse(path).getroot())
    return reader.words
