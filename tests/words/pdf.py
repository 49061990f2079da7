"""What a PDF says: in reading order, by its structure tree, and page by page, as it is laid out."""
import re
import subprocess
from dataclasses import dataclass, field

from words.source import fold


@dataclass
class Read:
    text: str = ""  # everything but notes and their calls, in order
    notes: list = field(default_factory=list)
    calls: list = field(default_factory=list)
    labels: list = field(default_factory=list)  # of the notes


def run(*command):
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


class Structure:
    """Takes the printed structure tree line by line; elements are indented below their parent."""

    def __init__(self):
        self.read, self.body = Read(), []
        self.note = self.aside = None  # depth of the Note, Lbl or Reference that we are in

    def element(self, depth, kind):
        if self.note is not None and depth <= self.note:
            self.note = None
        if self.aside is not None and depth <= self.aside[0]:
            self.aside = None
        if kind == "Note":
            self.note = depth
            self.read.notes.append("")
        elif kind == "Reference" or kind == "Lbl" and self.note is not None:
            self.aside = (depth, kind)
            (self.read.calls if kind == "Reference" else self.read.labels).append("")

    def words(self, depth, text):
        if self.aside and depth > self.aside[0]:
            into = self.read.calls if self.aside[1] == "Reference" else self.read.labels
            into[-1] += fold(text)
        elif self.note is not None and depth > self.note:
            self.read.notes[-1] += fold(text)
        else:
            self.body.append(text)

    def take(self, line):
        stripped = line.lstrip(" ")
        depth = len(line) - len(stripped)
        kind = re.match(r"([A-Z]\w*)( <.*>)?( \((block|inline)\))?:?$", stripped)
        if stripped.startswith('"'):
            self.leave(depth)
            self.words(depth, stripped[1:-1])
        elif kind and kind[1] != "Object":
            self.element(depth, kind[1])

    def leave(self, depth):
        if self.note is not None and depth <= self.note:
            self.note = None
        if self.aside is not None and depth <= self.aside[0]:
            self.aside = None


def structure(path):
    """Reading order, by pdfinfo -struct-text."""
    tree = Structure()
    for line in run("pdfinfo", "-struct-text", str(path)).split("\n"):
        tree.take(line)
    tree.read.text = fold("".join(tree.body))
    return tree.read


def pages(path, *options):
    """The text of each page, folded, by plain pdftotext; with -raw in the order of the file."""
    text = run("pdftotext", *options, "-enc", "UTF-8", str(path), "-")
    return [fold(page) for page in text.split("\f")[:-1]]
