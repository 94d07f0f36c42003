"""What the list of children is narrowed to by a day and by facts; it lives in the address."""

from cohort.narrowing.addresses import NAMES, Days, address_of
from cohort.narrowing.narrowing import Narrowing
from cohort.narrowing.reading import read
from cohort.narrowing.words import Part, parts, sentence

__all__ = ["NAMES", "Days", "Narrowing", "Part", "address_of", "parts", "read", "sentence"]
