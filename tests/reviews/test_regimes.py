"""Under which rules a child is reviewed, episode by episode."""

from datetime import date

import pytest

from reviews.regimes import regime_of
from tests.factories import EpisodeFactory

# Care began on 22 June 2017 (the period fixture). An episode here: the day it began, reason for
# it, legal status, placement.
CARE = ("2017-06-22", "S", "C2", "U6")


@pytest.mark.parametrize(
    ("episodes", "regime", "counted_from"),
    [
        # Nothing known yet: care itself is the start.
        ([], "ordinary", "2017-06-22"),
        ([CARE], "ordinary", "2017-06-22"),
        # A move or a new order does not start an ordinary clock afresh.
        ([CARE, ("2017-06-28", "P", "C2", "K2")], "ordinary", "2017-06-22"),
        # Authority to place counts from the order, not from a later move under it.
        (
            [CARE, ("2017-06-26", "L", "E1", "U6"), ("2017-07-03", "P", "E1", "U5")],
            "authorised_for_adoption",
            "2017-06-26",
        ),
        # Placed with adopters: counted from the placement.
        (
            [CARE, ("2017-06-26", "L", "E1", "U6"), ("2017-07-03", "P", "E1", "A6")],
            "placed_for_adoption",
            "2017-07-03",
        ),
        # A new order in the same adoptive home changes nothing.
        (
            [CARE, ("2017-06-26", "P", "V2", "A4"), ("2017-07-03", "U", "E1", "A6")],
            "placed_for_adoption",
            "2017-06-26",
        ),
        # A move to other adopters starts afresh.
        (
            [CARE, ("2017-06-26", "P", "E1", "A6"), ("2017-07-03", "P", "E1", "A6")],
            "placed_for_adoption",
            "2017-07-03",
        ),
        # A foster carer who becomes the adopter: the child stays, the placement begins.
        (
            [("2017-06-22", "S", "E1", "U5"), ("2017-07-03", "T", "E1", "A5")],
            "placed_for_adoption",
            "2017-07-03",
        ),
        # The placement broke down: the authority is as old as the order.
        (
            [
                CARE,
                ("2017-06-26", "L", "E1", "U6"),
                ("2017-07-03", "P", "E1", "A6"),
                ("2017-07-10", "P", "E1", "U6"),
            ],
            "authorised_for_adoption",
            "2017-06-26",
        ),
        ([("2017-06-22", "S", "V4", "U6")], "short_breaks", "2017-06-22"),
        ([("2017-06-22", "S", "V3", "U6")], "short_breaks", "2017-06-22"),
        # Short breaks that turn into full care: the 20 working days count from then.
        (
            [("2017-06-22", "S", "V3", "U6"), ("2017-07-03", "L", "C1", "U6")],
            "ordinary",
            "2017-07-03",
        ),
        # An episode that is still to come does not count yet.
        ([CARE, ("2017-07-21", "P", "E1", "A6")], "ordinary", "2017-06-22"),
    ],
)
def test_the_regime_follows_from_the_episodes(period, episodes, regime, counted_from):
    period.episodes.all().delete()
    ends = [began for began, *_ in episodes[1:]] + [None]
    for (began, reason, status, placement), ended in zip(episodes, ends, strict=False):
        EpisodeFactory(
            period=period,
            started_on=date.fromisoformat(began),
            ended_on=ended and date.fromisoformat(ended),
            reason_ended="X1" if ended else None,
            reason_new=reason,
            legal_status=status,
            placement=placement,
        )
    found = regime_of(period, date(2017, 7, 20))
    assert found == (regime, date.fromisoformat(counted_from))
