"""A record as its readers see it, on the page and on paper."""

from typing import NamedTuple

from reviews.letter import Block, blocks_of
from reviews.models import Record

HEADINGS = {
    "since_last_review": "Since the last review",
    "wishes_and_feelings": "Wishes and feelings",
    "discussion": "What was discussed",
    "care_plan": "The care plan",
}


class Section(NamedTuple):
    """A heading, with what stands under it; a letter begins with one that has none."""

    heading: str
    blocks: list[Block]


def sections_of(record: Record) -> list[Section]:
    """The parts that hold text, in the style the record is written in."""
    if not record.is_letter:
        texts = [(HEADINGS[name], getattr(record, name)) for name in Record.SECTIONS]
        return [Section(heading, blocks_of(text)) for heading, text in texts if text.strip()]
    sections = [Section("", [])]
    for block in blocks_of(record.letter):
        if block.kind == "heading":
            sections.append(Section(block.lines[0], []))
        else:
            sections[-1].blocks.append(block)
    return [section for section in sections if section.heading or section.blocks]
