"""Those who print the same report, each from its content to the bytes of a PDF."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.template.loader import render_to_string
from weasyprint import CSS, HTML

from reporting.document import Document
from reporting.making import PRINT, printed
from reporting.pdf.sources import STYLE_SHEETS, built_folder
from tests.bench.typst_source import typst_files

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
Contender = Callable[[], bytes]


def contenders(document: Document) -> dict[str, Contender]:
    """By name; the first is the service's own, which the others are measured by."""
    template, layout = PRINT
    html = render_to_string(template, {**document.context(), "layout": layout})
    folder = built_folder()
    return {
        "This service, accessible": lambda: printed(document),
        "Bare WeasyPrint": lambda: bare(html, folder),
        "Chromium": lambda: chromium(html, folder),
        "Typst": lambda: typst(document),
    }


def bare(html: str, folder: Path) -> bytes:
    """The same HTML and styles without tags, archive or metadata."""
    source = HTML(string=html, base_url=f"{folder.as_uri()}/")
    return source.write_pdf(stylesheets=[CSS(filename=folder / name) for name in STYLE_SHEETS])


def chromium(html: str, folder: Path) -> bytes:
    """The same HTML and styles printed by a browser, which starts anew as it does in a job."""
    links = "".join(f'<link rel="stylesheet" href="{folder / name}">' for name in STYLE_SHEETS)
    with tempfile.TemporaryDirectory() as place:
        page, pdf = Path(place) / "report.html", Path(place) / "report.pdf"
        page.write_text(html.replace("</head>", f"{links}</head>", 1), encoding="utf-8")
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
        subprocess.run(
            [CHROMIUM, *flags, f"--user-data-dir={place}/profile", "--no-pdf-header-footer",
             f"--print-to-pdf={pdf}", page.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return pdf.read_bytes()


def typst(document: Document) -> bytes:
    """The same words, tables and charts as Typst's own source, in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        main = typst_files(document, Path(place))
        pdf = main.with_suffix(".pdf")
        fonts = built_folder() / "fonts"
        subprocess.run(
            [sys.executable, "-c", "import sys, typst; typst.compile(*sys.argv[1:3], "
             "font_paths=[sys.argv[3]])", str(main), str(pdf), str(fonts)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return pdf.read_bytes()
