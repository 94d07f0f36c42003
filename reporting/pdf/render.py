"""HTML in, one file out that passes PDF/UA-1 and PDF/A-3a."""

import gc
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from reporting.pdf import finish
from reporting.pdf.faults import PdfFault
from reporting.pdf.log import listening
from reporting.pdf.sources import STYLE_SHEETS, OutsideTheReport, OwnFilesOnly, built_folder

SPARE_OBJECTS = 10
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Attached:
    """A file carried inside the PDF, so that the figures can be had without retyping them.

    ``at`` is given by the caller: the same report made again must be the same file.
    """

    name: str
    content: bytes
    description: str
    at: datetime


def render_pdf(
    html: str,
    *,
    language: str = "en-GB",
    attachments: Iterable[Attached] = (),
    progress: Callable[[str], None] | None = None,
) -> bytes:
    """The printed file of a whole HTML document, tagged for screen readers (ISO 14289-1).

    ``language`` is a BCP 47 tag, used when the document names none. ``progress`` is called
    with a short sentence at each step. Takes seconds: call it in a job, not in a request.
    Raises PdfFault when a file outside the built static folder is asked for, a link leads
    nowhere, or the front end is not built.
    """
    folder = built_folder()
    fetcher = OwnFilesOnly(folder)
    fonts = FontConfiguration()
    with listening(progress) as errors, nothing_tidied():
        try:
            source = HTML(string=html, base_url=f"{folder.as_uri()}/", url_fetcher=fetcher)
            prepare(source.etree_element, language)
            document = source.render(
                font_config=fonts,
                pdf_variant="pdf/a-3a",
                stylesheets=[
                    CSS(filename=folder / name, url_fetcher=fetcher, font_config=fonts)
                    for name in STYLE_SHEETS
                ],
            )
            printed = written(document, attachments)
        except OutsideTheReport as outside:
            raise PdfFault(str(outside)) from outside
    if fetcher.refused:
        raise PdfFault(fetcher.refused[0])
    if errors:
        raise PdfFault(f"The report cannot be printed: {'; '.join(errors)}.")
    return printed


@contextmanager
def nothing_tidied() -> Iterator[None]:
    """Leave Python's collector of cycles alone while a document is laid out.

    Everything made meanwhile is in use to the end, so that looking through it over and over finds
    nothing: a quarter of the time. What is left is tidied afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def prepare(root, language: str) -> None:
    """Set the language, and join each chart's description to its title.

    WeasyPrint takes a figure's alternative text from the title alone.
    """
    if not root.get("lang"):
        root.set("lang", language)
    for chart in root.iter(f"{SVG}svg"):
        title, description = chart.find(f"{SVG}title"), chart.find(f"{SVG}desc")
        if title is not None and description is not None and description.text:
            title.text = f"{(title.text or '').strip().rstrip('.')}. {description.text.strip()}"


def written(document, attachments: Iterable[Attached]) -> bytes:
    """The laid-out document as a file."""
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves its colour profile to be closed when memory is tidied.
        warnings.filterwarnings("ignore", "unclosed file.*sRGB2014", ResourceWarning)
        files = [embedded(attached) for attached in attachments]
        for spare in range(SPARE_OBJECTS):
            printed = document.write_pdf(
                finisher=partial(finish.finish, spare=spare),
                pdf_variant="pdf/a-3a",
                attachments=files,
            )
            # The lists of objects are written after the finisher, and may end in doubt too.
            if finish.IN_DOUBT not in printed:
                break
        return printed


def embedded(attached: Attached) -> Attachment:
    """The attachment as WeasyPrint wants it, marked as the data behind the report."""
    return Attachment(
        string=attached.content,
        name=attached.name,
        description=attached.description,
        created=attached.at,
        modified=attached.at,
        relationship="Data",
    )
