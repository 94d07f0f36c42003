"""A letter in the parts it is read in, and what in it is still to be said."""

import re
from dataclasses import dataclass

ASK = re.compile(r"\[[^\[\]]+\]")  # what the IRO has still to say
ITEM = re.compile(r"^\s*[-*\N{BULLET}]\s+")
HEADING = re.compile(r"^#+\s+")


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or a list of the letter."""

    kind: str  # "heading", "paragraph" or "list"
    lines: list[str]


def blocks_of(text: str) -> list[Block]:
    """The letter in parts: "# " begins a heading, "- " a line of a list, an empty line a part."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        begun: Block | None = None
        for kind, words in map(_kind, filter(str.strip, part.splitlines())):
            if begun is None or kind != begun.kind or kind == "heading":
                begun = Block(kind, [])
                blocks.append(begun)
            begun.lines.append(words)
    return blocks


def still_to_say(text: str) -> list[str]:
    """The parts in square brackets that nobody has replaced with words yet."""
    return ASK.findall(text)


def _kind(line: str) -> tuple[str, str]:
    if HEADING.match(line):
        return "heading", HEADING.sub("", line).strip()
    if ITEM.match(line):
        return "list", ITEM.sub("", line).strip()
    return "paragraph", line.strip()
