"""The report: what moved, as one HTML page; the pictures stand in pages.html beside it, which
`plenary compare` writes."""
import html

HEAD = """<!doctype html><meta charset=utf-8><title>plenary: goldens</title><style>
body { font: 15px/1.4 sans-serif; margin: 2em } h2 { margin-top: 2em }
pre { background: #f6f6f6; padding: 1em; overflow-x: auto; font-size: 13px }
.add { color: #060 } .del { color: #a00 } .at { color: #888 }
</style>
"""


def write_report(folder, results, checked):
    """Writes folder/index.html; `results` are those that moved."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [HEAD, f"<h1>{checked - len(results)} of {checked} goldens hold</h1>\n",
             "<p><a href=pages.html>The pages that moved</a></p>\n"]
    for result in results:
        parts.append(f"<h2>{html.escape(result.name)}</h2>\n<p>{html.escape(result.said)}</p>\n")
        if result.diff:
            parts.append(f"<pre>{colour(result.diff)}</pre>\n")
    index = folder / "index.html"
    index.write_text("".join(parts), encoding="utf-8")
    return index


def colour(diff):
    classes = {"+": "add", "-": "del", "@": "at"}
    return "\n".join(f"<span class={classes.get(line[:1], 'same')}>{html.escape(line)}</span>"
                     for line in diff.splitlines())
