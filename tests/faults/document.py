"""A published document as the injector sees it: the XML as text, its paragraphs, their runs of
words between tags. Every fault is a list of edits of that text, so that nothing else changes."""
import bisect
import re
from dataclasses import dataclass

LANGUAGES = {"chi": "zh", "zho": "zh", "eng": "en", "fra": "fr", "fre": "fr", "spa": "es",
             "rus": "ru", "ara": "ar", "deu": "de", "ger": "de"}
COMMA = {"zh": "，", "ar": "،", "usual": ","}
SEMICOLON = {"zh": "；", "ar": "؛", "fr": "\u00a0;", "usual": ";"}
COLON = {"zh": "：", "fr": "\u00a0:", "usual": ":"}
STOP = {"zh": "。", "usual": "."}
DATES = {
    "en": r"(?P<d>\d{1,2})(?P<s>[ \u00a0])(?P<m>January|February|March|April|May|June|July|August|"
          r"September|October|November|December) (?P<y>\d{4})",
    "fr": r"(?P<d>\d{1,2}|1er)(?P<s>[ \u00a0])(?P<m>janvier|février|mars|avril|mai|juin|juillet|"
          r"août|septembre|octobre|novembre|décembre) (?P<y>\d{4})",
    "es": r"(?P<d>\d{1,2})(?P<s>[ \u00a0])de[ \u00a0](?P<m>enero|febrero|marzo|abril|mayo|junio|"
          r"julio|agosto|septiembre|octubre|noviembre|diciembre) de (?P<y>\d{4})",
    "ru": r"(?P<d>\d{1,2})(?P<s>[ \u00a0])(?P<m>января|февраля|марта|апреля|мая|июня|июля|августа|"
          r"сентября|октября|ноября|декабря) (?P<y>\d{4})(?P<g>[ \u00a0]года)",
    "zh": r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
    "ar": r"(?P<d>\d{1,2})(?P<s>[ \u00a0])(?P<m>(?:كانون|تشرين) (?:الأول|الثاني)/\w+|\w+/\w+) "
          r"(?P<y>\d{4})",
}


@dataclass
class Run:
    """Words between two tags."""
    start: int
    end: int
    note: bool
    paragraph: "Paragraph"


@dataclass
class Paragraph:
    kind: str  # opening preambular operative item note closing cover title other
    start: int  # of what is inside the <p>
    end: int
    annex: bool = False


@dataclass
class Fault:
    """Edits (from, to, words), and the bytes where the message may stand; None: those edited."""
    edits: list
    where: tuple = None


class Document:
    def __init__(self, path):
        self.path = path
        self.xml = path.read_bytes().decode("utf-8")
        tag = re.search(r'FRBRlanguage language="(\w+)"', self.xml)
        self.language = LANGUAGES.get(tag.group(1) if tag else "", path.parent.name)
        if path.parent.name in DATES:
            self.language = path.parent.name
        self.paragraphs = []
        self.runs = []
        self.take_paragraphs()

    # --- reading ------------------------------------------------------------------------------

    def take_paragraphs(self):
        """Walks over the tags; a stack of the open elements says what a <p> is."""
        stack, open_ps, last = [], [], 0
        for tag in re.finditer(r"<!--.*?-->|<(/?)([\w:.-]+)((?:[^<>\"]|\"[^\"]*\")*?)(/?)>",
                               self.xml, re.S):
            if open_ps and tag.start() > last:
                paragraph = open_ps[-1]
                self.runs.append(Run(last, tag.start(), paragraph.kind == "note", paragraph))
            last = tag.end()
            if tag.group(2) is None or tag.group(4):
                continue
            name = tag.group(2)
            if not tag.group(1):
                if name == "p":
                    paragraph = Paragraph(self.kind_of(stack), tag.end(), tag.end(),
                                          any(n in ("attachment", "attachments", "annex")
                                              for n, _ in stack))
                    self.paragraphs.append(paragraph)
                    open_ps.append(paragraph)
                stack.append((name, tag.group(3)))
            else:
                while stack and stack[-1][0] != name:
                    stack.pop()
                if stack:
                    stack.pop()
                if name == "p" and open_ps:
                    open_ps.pop().end = tag.start()
        self.paragraphs.sort(key=lambda p: p.start)
        self.starts = [run.start for run in self.runs]

    def kind_of(self, stack):
        names = [name for name, _ in stack]
        if "authorialNote" in names:
            return "note"
        for name, kind in (("td", "cell"), ("th", "cell"), ("coverPage", "cover"),
                           ("conclusions", "closing"), ("preface", "title"), ("formula", "opening"),
                           ("item", "item"), ("point", "item")):
            if name in names:
                return kind
        if "preamble" in names:
            return "preambular"
        if "mainBody" in names:
            return "operative" if "paragraph" in names else "other"
        return "other"

    # --- asking -------------------------------------------------------------------------------

    def words(self, paragraph):
        """Its text, without notes and tags, white space folded."""
        inner = re.sub(r"<authorialNote.*?</authorialNote>", "",
                       self.xml[paragraph.start:paragraph.end], flags=re.S)
        return re.sub(r"[ \t\r\n]+", " ", re.sub(r"<[^>]*>", "", inner)).strip()

    def of_kind(self, *kinds):
        return [p for p in self.paragraphs if p.kind in kinds and not p.annex and self.words(p)]

    def end_of(self, paragraph):
        """Where its words end: behind its last character that is not white, tags left aside; None
        when a note stands at the end."""
        inner = self.xml[paragraph.start:paragraph.end]
        match = re.search(r"([^\s<>])((?:\s|</?(?:span|i|b|a|ins|inline)\b[^>]*>)*)$", inner)
        return paragraph.start + match.end(1) if match else None

    def label_of(self, paragraph):
        """The match of its <num>, when that stands just before it."""
        before = self.xml[max(0, paragraph.start - 400):paragraph.start]
        match = re.search(r"<num>(\s*)([^<]*?)(\s*)</num>\s*(?:<content[^>]*>\s*)?<p[^>]*>$",
                          before)
        return match and (paragraph.start - len(before) + match.start(2), match.group(2))

    def sites(self, pattern, kinds=("preambular", "operative", "item", "note"), annex=False):
        """All matches of a pattern inside of single runs of such paragraphs."""
        found = []
        for match in re.finditer(pattern, self.xml):
            at = bisect.bisect_right(self.starts, match.start()) - 1
            run = self.runs[max(at, 0)]
            if run.start <= match.start() and match.end() <= run.end and \
                    run.paragraph.kind in kinds and (annex or not run.paragraph.annex):
                found.append(match)
        return found

    def lines(self, fault, faulty):
        """First and last line in the faulty text where the message may stand."""
        start = min(e[0] for e in fault.edits)
        end = start + max(len(e[2]) for e in fault.edits)
        if fault.where:
            start, end = fault.where
        return faulty.count("\n", 0, start) + 1, faulty.count("\n", 0, max(start, end)) + 1

    def apply(self, fault):
        text = self.xml
        for start, end, words in sorted(fault.edits, reverse=True):
            text = text[:start] + words + text[end:]
        return text
