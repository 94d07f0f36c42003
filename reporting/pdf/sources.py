"""Where a printed report may take its style sheets, fonts and pictures from."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.conf import settings
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from reporting.pdf.faults import PdfFault

STYLE_SHEETS = ("report.css", "report-print.css")
FONTS = ("fonts/Inter-Regular.ttf", "fonts/Inter-SemiBold.ttf")


class OutsideTheReport(FatalURLFetchingError):
    """An address outside the report's own folder was asked for."""


class OwnFilesOnly(URLFetcher):
    """Serves the built static folder and data: addresses, and stops the report at anything else.

    A report is made from text that people typed, so nothing in it may make the server read
    its other files or call another machine. WeasyPrint carries on after an ordinary error;
    only a fatal one leaves no half-made file.
    """

    def __init__(self, folder: Path):
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)
        self.folder = folder.resolve()
        self.refused: list[str] = []

    def fetch(self, url, headers=None):
        if url.lower().startswith("data:"):
            return super().fetch(url, headers)
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path)).resolve()
        if parts.scheme != "file" or parts.netloc or not path.is_relative_to(self.folder):
            raise self.refusal(f"The report may not use {url[:200]}.")
        if not path.is_file():
            raise self.refusal(f"The report needs {path.name}, which is not there.")
        kind = {".css": "text/css", ".svg": "image/svg+xml"}.get(path.suffix)
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind} if kind else {})

    def refusal(self, sentence: str) -> OutsideTheReport:
        """Kept as well as raised, because inside an SVG even a fatal error is passed over."""
        self.refused.append(sentence)
        return OutsideTheReport(sentence)


def built_folder() -> Path:
    """The folder that the front-end build fills.

    Raises PdfFault when a style sheet or font is missing: WeasyPrint would print with
    whatever font the machine has and say nothing.
    """
    folder = Path(settings.BASE_DIR) / "static" / "dist"
    missing = [name for name in (*STYLE_SHEETS, *FONTS) if not (folder / name).is_file()]
    if missing:
        raise PdfFault(f"The front end is not built: {folder} lacks {', '.join(missing)}.")
    return folder
