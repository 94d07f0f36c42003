"""A report as Typst's source: only for the comparison of times."""

from pathlib import Path

from django.utils.html import strip_tags

from reporting.document import Document
from reporting.tables.shape import Table

HEAD = """#set page(paper: "a4", numbering: "1 of 1")
#set text(font: "Inter", size: 10pt, lang: "en", region: "GB")
#set heading(numbering: "1.1")
#set table(stroke: 0.2pt, inset: 4pt)
"""
MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\#$*_`<>@[]{}~=+-/"})


def typst_files(document: Document, folder: Path) -> Path:
    """Writes the source and its charts into the folder; the source's path."""
    lines = [HEAD, f"#title[{said(document.title)}]", "#outline()"]
    for section in document.sections:
        lines += [f"= {said(section.title)}", said(strip_tags(section.html))]
        lines += [f"{said(tile['label'])}: {said(str(tile['value']))}\n" for tile in section.tiles]
        for part in section.parts:
            if part.title:
                lines.append(f"== {said(part.title)}")
            lines += [f"{said(words)}\n" for words in part.words]
            lines += [f"*{said(name)}.* {said(note)}\n" for name, note in part.notes]
            for chart in part.charts:
                (folder / f"{chart.id}.svg").write_text(standing_alone(chart.svg), encoding="utf-8")
                alternative = chart.caption.replace('"', "'")
                lines.append(f'#image("{chart.id}.svg", alt: "{alternative}")')
            lines += [table(one) for one in part.tables]
    main = folder / "report.typ"
    main.write_text("\n\n".join(lines), encoding="utf-8")
    return main


def standing_alone(svg: str) -> str:
    """A chart as a file of its own."""
    return (
        svg
        if "xmlns=" in svg
        else svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    )


def table(table: Table) -> str:
    """A table with its heading row."""
    heads = "".join(f"[{said(label)}]," for _, label, _ in table.columns)
    rows = [*table.rows, *([table.total] if table.total else [])]
    cells = "\n".join("".join(f"[{said(str(cell or '–'))}]," for cell in row) for row in rows)
    columns = len(table.columns)
    return f"*{said(table.caption)}*\n\n#table(columns: {columns}, table.header({heads}),\n{cells})"


def said(words: str) -> str:
    """The words with Typst's marks set aside."""
    return words.translate(MARKS)
