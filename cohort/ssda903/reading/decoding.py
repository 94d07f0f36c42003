"""Bytes into lines of text, whichever of the usual ways they were saved."""

import codecs
import io
from collections.abc import Iterator

from cohort.ssda903.reading.files import Given

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
PIECE = 1 << 16
LONGEST = 1 << 20  # characters: what is longer is no line of a table, and is read in pieces


def lines_of(file: Given) -> Iterator[str]:
    """The lines with their ends; what no encoding knows becomes a question mark in a diamond."""
    with file.open() as stream:
        encoding = encoding_of(file)
        with io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="") as text:
            while line := text.readline(LONGEST):
                # PostgreSQL's text holds no NUL, and none is meant.
                yield line.replace("\0", "") if "\0" in line else line


def encoding_of(file: Given) -> str:
    """UTF-16 by its mark, UTF-8 where all of it is, else Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open() as stream:
        piece = stream.read(PIECE)
        if piece.startswith(UTF_16):
            return "utf-16"
        try:
            while piece:
                decoder.decode(piece)
                piece = stream.read(PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"
