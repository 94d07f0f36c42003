"""Whether a PDF can be read by someone who cannot see it.

The published rules of PDF/UA-1 and PDF/A-3a let some faults pass that a listener meets at once,
so the headings of tables and the words for figures are looked at here as well.
"""

from collections.abc import Callable, Iterator
from io import BytesIO

import page
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

Finding = str


def check_accessible(pdf: bytes) -> list[Finding]:
    """Everything found wrong with the file, one sentence each; nothing wrong gives []."""
    reader = PdfReader(BytesIO(pdf))
    return rules_broken(pdf) + [finding for check in CHECKS for finding in check(reader)]


def rules_broken(pdf: bytes) -> list[Finding]:
    """The rules of PDF/UA-1 and PDF/A-3a that the file breaks."""
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]


def language(reader: PdfReader) -> Iterator[Finding]:
    """A reader's voice is chosen by the language."""
    if not reader.root_object.get("/Lang"):
        yield "The document names no language."


def title(reader: PdfReader) -> Iterator[Finding]:
    """The window shows the title, not the file's name."""
    if not (reader.metadata and reader.metadata.title):
        yield "The document has no title."
    if not reader.root_object.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "The title is not shown in the window."


def outline(reader: PdfReader) -> Iterator[Finding]:
    """Headings can be jumped to."""
    if not reader.outline:
        yield "The document has no outline."


def table_headings(reader: PdfReader) -> Iterator[Finding]:
    """Each table has one row of headings, each with its scope, and each row its own."""
    for table in elements(reader, "/Table"):
        name = f"The table on page {page_of(reader, table)}"
        heads = [cell for cell in within(table) if cell.get("/S") == "/TH"]
        scopes = [attributes(cell).get("/Scope") for cell in heads]
        head_rows = [
            row for part in within(table) if part.get("/S") == "/THead" for row in children(part)
        ]
        if not heads:
            yield f"{name} has no heading cells."
            continue
        if None in scopes:
            yield f"{name} has a heading cell without a scope."
        if "/Column" not in scopes:
            yield f"{name} has no column headings."
        if "/Row" not in scopes:
            yield f"{name} has no row headings."
        if len(head_rows) > 1:
            yield f"{name} has {len(head_rows)} rows of headings: readers take the wrong one."


def figures(reader: PdfReader) -> Iterator[Finding]:
    """Each figure has words of its own and a box on its page."""
    for number, figure in enumerate(elements(reader, "/Figure"), start=1):
        if not str(figure.get("/Alt", "")).strip():
            yield f"Figure {number} has no alternative text."
        left, bottom, right, top = attributes(figure).get("/BBox", (0, 0, 0, 0))
        _, _, width, height = figure["/Pg"]["/MediaBox"]
        if not (0 <= left < right <= width and 0 <= bottom < top <= height):
            yield f"Figure {number} has its box off the page."


def text_on_the_page(reader: PdfReader) -> Iterator[Finding]:
    """A table too wide for its sheet loses its last columns without a word."""
    for number, sheet in enumerate(reader.pages, start=1):
        off: list[str] = []

        def look(text, matrix, placed, *_, off=off, edge=float(sheet.mediabox.width)):
            across = matrix[0] * placed[4] + matrix[2] * placed[5] + matrix[4]
            if text.strip() and not 0 <= across < edge:
                off.append(text.strip())

        sheet.extract_text(visitor_text=look)
        if off:
            yield f"Words run off page {number}: {off[0][:40]!r}."


CHECKS: tuple[Callable[[PdfReader], Iterator[Finding]], ...] = (
    language,
    title,
    outline,
    table_headings,
    figures,
    text_on_the_page,
)


def elements(reader: PdfReader, kind: str) -> list[DictionaryObject]:
    """The elements of one kind in reading order, such as /Table or /Figure."""
    root = reader.root_object.get("/StructTreeRoot")
    return [item for item in within(root) if item.get("/S") == kind] if root else []


def within(element: DictionaryObject) -> Iterator[DictionaryObject]:
    """All elements under one, in reading order."""
    for child in children(element):
        yield child
        yield from within(child)


def children(element: DictionaryObject) -> list[DictionaryObject]:
    """The elements right under one."""
    kids = element.get("/K", [])
    resolved = [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
    return [kid for kid in resolved if isinstance(kid, DictionaryObject) and "/S" in kid]


def attributes(element: DictionaryObject) -> DictionaryObject:
    """What an element says of itself besides its kind."""
    return element.get("/A", DictionaryObject()).get_object()


def content_of(element: DictionaryObject) -> list[tuple[int, int]]:
    """The (page's object number, content number) pairs that an element holds itself."""
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, ArrayObject) else [kids]
    place = element.raw_get("/Pg").idnum if "/Pg" in element else 0
    return [(place, int(kid)) for kid in kids if isinstance(kid.get_object(), int)]


def page_of(reader: PdfReader, element: DictionaryObject) -> str:
    """The number of the page that an element is on."""
    pages = {one.indirect_reference.idnum: at for at, one in enumerate(reader.pages, start=1)}
    return str(pages[element.raw_get("/Pg").idnum])
