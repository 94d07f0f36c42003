"""How the children looked after on a day are made up, for the figures and for the list alike."""

from cohort.make_up.facts import FACTS, NOT_RECORDED, with_facts
from cohort.make_up.lengths import LENGTHS
from cohort.make_up.tally import Tally, tally
from cohort.make_up.words import said

__all__ = ["FACTS", "LENGTHS", "NOT_RECORDED", "Tally", "said", "tally", "with_facts"]
