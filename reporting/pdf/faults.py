"""What stops a PDF from being made."""


class PdfFault(Exception):
    """A report that cannot be printed as it stands; its text is a sentence that says why."""
