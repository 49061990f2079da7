"""The report: what moved, as one HTML page with pictures beside it: want | diff | got."""
import html
from pathlib import Path

HEAD = """<!doctype html><meta charset=utf-8><title>plenary: goldens</title><style>
body { font: 15px/1.4 sans-serif; margin: 2em } h2 { margin-top: 2em }
pre { background: #f6f6f6; padding: 1em; overflow-x: auto; font-size: 13px }
.add { color: #060 } .del { color: #a00 } .at { color: #888 }
table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: 2px }
td img { width: 30vw; display: block }
</style>
"""


def write_report(folder, results, checked):
    """Writes folder/index.html; `results` are those that moved."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    parts = [HEAD, f"<h1>{checked - len(results)} of {checked} goldens hold</h1>\n"]
    for number, result in enumerate(results):
        parts.append(f"<h2>{html.escape(result.name)}</h2>\n<p>{html.escape(result.said)}</p>\n")
        if result.pictures:
            parts.append(write_pictures(folder, number, result.pictures))
        if result.diff:
            parts.append(f"<pre>{colour(result.diff)}</pre>\n")
    index = folder / "index.html"
    index.write_text("".join(parts), encoding="utf-8")
    return index


def write_pictures(folder, number, pictures):
    """`pictures`: bytes of PNG for want, diff and got; None where there is none."""
    cells = ""
    for role, data in zip(("want", "diff", "got"), pictures):
        name = f"{number}-{role}.png"
        if data:
            (folder / name).write_bytes(data)
        cells += f"<td><a href={name}><img src={name} alt={role}></a>" if data else "<td>none"
    return f"<table><tr><th>want<th>diff<th>got<tr>{cells}</table>\n"


def colour(diff):
    classes = {"+": "add", "-": "del", "@": "at"}
    return "\n".join(f"<span class={classes.get(line[:1], 'same')}>{html.escape(line)}</span>"
                     for line in diff.splitlines())
