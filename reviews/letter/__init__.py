"""The record as a letter to the child: how it begins, and its parts as they are read."""

from reviews.letter.beginning import letter_to_the_child
from reviews.letter.parts import Block, blocks_of, still_to_say

__all__ = ["Block", "blocks_of", "letter_to_the_child", "still_to_say"]
