"""Cases: inputs under tests/cases with goldens beside them, and what plenary makes of them.

A case is NAME.xml, NAME.md, NAME.yaml or NAME.json, or NAME.case when the input lies elsewhere or
the command line says more:

    input: ../../../input/A_RES_76_19.zh.md
    args: --style un
    command: volume                   # render without it

The presence of a golden declares the test (an empty file will do; --update fills it):
    NAME.tree NAME.galley NAME.pages   what `plenary render --to …` writes
    NAME.lint                          exit status and messages of rendering to PDF
    NAME-1.png NAME-2.png …            that page at 100 dpi
"""
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
CASES = SOURCE / "tests" / "cases"
INPUTS = (".case", ".xml", ".md", ".yaml", ".yml", ".json")
TEXTS = (".tree", ".lint", ".galley", ".pages")
SECONDS = 120  # far beyond what any case takes, also under a sanitizer
DPI = 100


class Fault(Exception):
    """A case that cannot be compared: what happened, in words."""


@dataclass
class Case:
    name: str  # "seed/A_RES_76_19.zh", from tests/cases
    folder: Path
    input: str  # from the folder
    args: list = field(default_factory=list)
    goldens: list = field(default_factory=list)  # Path
    command: str = "render"

    def makes_pages(self):
        return any(g.suffix in (".galley", ".pages", ".png") for g in self.goldens)


def find_cases(names=(), root=CASES):
    """All cases in order of their names, or those whose name contains one of `names`."""
    cases = [c for folder in [root, *sorted(p for p in root.rglob("*") if p.is_dir())]
             for c in cases_in(folder, root)]
    return [c for c in cases if not names or any(n in c.name for n in names)]


def cases_in(folder, root):
    files = sorted(p for p in folder.iterdir() if not p.is_dir())
    goldens = {}
    for path in files:
        match = re.fullmatch(r"(.+?)(\.tree|\.lint|\.galley|\.pages|-\d+\.png)", path.name)
        if match:
            goldens.setdefault(match[1], []).append(path)
    for stem, golden in goldens.items():
        inputs = [p for s in INPUTS for p in files if p.name == stem + s]
        if not inputs:
            raise Fault(f"{golden[0]}: no input beside it")
        yield read_case(inputs[0], stem, folder, root, sorted(golden))


def read_case(path, stem, folder, root, goldens):
    name = (folder.relative_to(root) / stem).as_posix()
    if path.suffix != ".case":
        return Case(name, folder, path.name, [], goldens)
    said = dict(line.split(": ", 1) for line in path.read_text().splitlines() if line.strip())
    return Case(name, folder, said.get("input", ""), said.get("args", "").split(), goldens,
                said.get("command", "render"))


def environment():
    """The same for everyone: the styles of this checkout, no date of today."""
    env = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    return env | {"PLENARY_DATA": str(SOURCE), "LC_ALL": "C.UTF-8"}


def run(plenary, case, form, *more):
    """What plenary makes of a case; a signal or a sanitizer's finding is a Fault."""
    command = [plenary, case.command, *case.args, "--to", form, *more, case.input]
    try:
        done = subprocess.run(command, cwd=case.folder, env=environment(), timeout=SECONDS,
                              capture_output=True, check=False)
    except subprocess.TimeoutExpired as late:
        raise Fault(f"{' '.join(command)}: not done after {SECONDS} s") from late
    if done.returncode not in (0, 1):
        raise Fault(f"{' '.join(command)}: exit status {done.returncode}\n"
                    + done.stderr.decode(errors="replace"))
    return done


def make_text(plenary, case, form):
    if form == "lint":
        done = run(plenary, case, "pdf", "-o", "-")
        return f"exit {done.returncode}\n".encode() + done.stderr
    return run(plenary, case, form, "-o", "-").stdout


def make_pages(plenary, case, dpi=DPI):
    """The proofs of a case as bytes of PNG, by page number; of a volume there are none."""
    if case.command != "render":
        return {}
    with tempfile.TemporaryDirectory() as folder:
        run(plenary, case, "png", "--dpi", str(dpi), "-o", folder + "/")
        made = list(Path(folder).glob("*.png"))
        return {page_number(p) if len(made) > 1 else 1: p.read_bytes() for p in made}


def page_number(path):
    match = re.search(r"-(\d+)\.png$", path.name)
    return int(match[1]) if match else 1


def make_pdf(plenary, case, path):
    """False when the document cannot be rendered (a case about errors)."""
    return run(plenary, case, "pdf", "-o", str(path)).returncode == 0


def input_cases():
    """Everything in input/ as cases without goldens."""
    folder = SOURCE / "input"
    return [Case(f"input/{p.name}", folder, p.name) for p in sorted(folder.iterdir())
            if p.suffix in INPUTS]
