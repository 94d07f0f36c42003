"""Each row of a child's care fits what is before it and what is recorded, or comes back."""

from datetime import date

import pytest

from cohort.ssda903.storing.care.history import ChildsCare, RecordedPeriod, Start, Told
from cohort.ssda903.storing.care.walking import Walked, walk


def on(text: str) -> date:
    return date.fromisoformat(text)


def told(words: str, at=None) -> tuple[date, Told]:
    """An episode written "2016-05-01 S 2016-06-01 X1", without the last two while it goes on."""
    began, rne, *end = words.split()
    return on(began), Told(on(end[0]) if end else None, end[1] if end else None, rne, at)


def care_of(*rows: str, here: tuple[str, ...] = (), period: RecordedPeriod | None = None):
    """Rows of one file from line 2 on, beside episodes recorded in one period of care."""
    starts: dict[date, Start] = {}
    for words in here:
        began, record = told(words)
        assert period
        starts[began] = Start(began, [], record, episode_id=7, period_id=period.id)
    for line, words in enumerate(rows, 2):
        began, row = told(words, (0, line))
        starts.setdefault(began, Start(began)).rows.append(row)
    recorded = {period.id: period} if period else {}
    return ChildsCare([starts[day] for day in sorted(starts)], recorded)


def periods_of(walked: Walked) -> list[tuple]:
    return [
        (one.id, str(one.started_on), str(one.ended_on), one.reason_ended, one.began_before)
        for one in walked.periods
    ]


OPEN = RecordedPeriod(1, on("2016-05-01"), None, None, began_before=False)
LEFT = RecordedPeriod(1, on("2016-05-01"), on("2016-09-01"), "E4a", began_before=False)


@pytest.mark.parametrize(
    ("rows", "periods"),
    [
        # S begins a period of care, any end but X1 ends it.
        (["2016-05-01 S 2016-06-01 X1", "2016-06-01 P 2016-09-01 E4a"],
         [(None, "2016-05-01", "2016-09-01", "E4a", False)]),
        (["2016-05-01 S 2016-06-01 E8", "2016-06-01 S"],
         [(None, "2016-05-01", "2016-06-01", "E8", False),
          (None, "2016-06-01", "None", None, False)]),
        # Without S and with nothing before, it began before: nobody knows when.
        (["2016-05-01 L"], [(None, "2016-05-01", "None", None, True)]),
        # A gap after X1, and an X1 that nothing follows, stay in the period.
        (["2016-05-01 S 2016-06-01 X1", "2016-07-01 B 2016-08-01 X1"],
         [(None, "2016-05-01", "None", None, False)]),
        # A day in care, and back on that day's morrow.
        (["2016-05-01 S 2016-05-01 E8", "2016-05-02 S"],
         [(None, "2016-05-01", "2016-05-01", "E8", False),
          (None, "2016-05-02", "None", None, False)]),
    ],
)  # fmt: skip
def test_periods_of_care_follow_from_episodes(rows, periods):
    walked = walk(care_of(*rows))
    assert (periods_of(walked), walked.refused) == (periods, [])


@pytest.mark.parametrize(
    ("rows", "line", "column", "sentence"),
    [
        (["2016-05-01 S", "2016-06-01 P"], 3, "DECOM",
         "DECOM is 1 June 2016, but the episode from 1 May 2016 (line 2) has not ended: "
         "they overlap."),
        (["2016-05-01 S 2016-07-01 X1", "2016-06-01 P"], 3, "DECOM",
         "DECOM is 1 June 2016, but the episode from 1 May 2016 (line 2) goes on until "
         "1 July 2016: they overlap."),
        (["2016-05-01 S 2016-06-01 X1", "2016-06-01 S"], 3, "RNE",
         "RNE is S, but the child was looked after already: the episode from 1 May 2016 (line 2) "
         "ended with REC X1, which does not end care."),
        (["2016-05-01 S 2016-06-01 E3", "2016-06-01 L"], 3, "RNE",
         "RNE is L, but care had ended on 1 June 2016 with REC E3: a new period of care begins "
         "with RNE S."),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_row_before_comes_back(rows, line, column, sentence):
    (refused,) = walk(care_of(*rows)).refused
    assert (refused.at, refused.column, refused.sentence) == ((0, line), column, sentence)


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        ("2016-04-01 S", "DEC",
         "DEC is empty, but the episode recorded here from 1 May 2016 comes after this one: "
         "they overlap."),
        ("2016-04-01 S 2016-05-02 E8", "DEC",
         "DEC is 2 May 2016, but the episode recorded here from 1 May 2016 had begun: "
         "they overlap."),
        ("2016-04-01 S 2016-05-01 X1", "REC",
         "REC is X1, but the episode recorded here from 1 May 2016 begins a new period of care."),
        ("2016-05-01 S 2016-06-01 E8", "REC",
         "REC is E8, which ends care, but the episode recorded here from 1 June 2016 goes on "
         "with it."),
        ("2016-07-01 S", "DECOM",
         "DECOM is 1 July 2016, but the episode from 1 June 2016 has not ended: they overlap."),
    ],
)  # fmt: skip
def test_a_row_gives_way_to_what_is_recorded(row, column, sentence):
    here = ("2016-05-01 S 2016-06-01 X1", "2016-06-01 P")
    walked = walk(care_of(row, here=here, period=OPEN))
    (refused,) = walked.refused
    assert (refused.column, refused.sentence) == (column, sentence)
    assert periods_of(walked) == [(1, "2016-05-01", "None", None, False)]


def test_what_was_refused_for_the_sake_of_a_row_that_goes_itself_is_taken():
    # The first overlaps the record and goes; the second overlaps only the first.
    rows = ("2016-02-01 S", "2016-03-01 S 2016-04-01 E8")
    walked = walk(care_of(*rows, here=("2016-05-01 S",), period=OPEN))
    assert [one.at for one in walked.refused] == [(0, 2)]
    assert len(walked.periods) == 2


def test_an_end_closes_the_recorded_period_and_an_earlier_start_opens_it_earlier():
    begun_before = RecordedPeriod(1, on("2016-05-01"), None, None, began_before=True)
    rows = ("2016-04-01 S 2016-05-01 X1", "2016-05-01 P 2016-09-01 E4a")
    walked = walk(care_of(*rows, here=("2016-05-01 P",), period=begun_before))
    assert walked.refused == []
    assert periods_of(walked) == [(1, "2016-04-01", "2016-09-01", "E4a", False)]


def test_care_ended_by_hand_stays_ended_and_can_begin_again():
    # The last episode recorded ended with X1, and a manager ended care after it.
    care = care_of("2017-01-01 S", here=("2016-05-01 S 2016-06-01 X1",), period=LEFT)
    record = care.starts[0].here
    care.starts[0].here = Told(record.ended_on, "X1", "S", closes=True)
    walked = walk(care)
    assert walked.refused == []
    assert periods_of(walked) == [
        (1, "2016-05-01", "2016-09-01", "E4a", False),
        (None, "2017-01-01", "None", None, False),
    ]


def test_care_does_not_end_before_a_review_that_was_held_in_it():
    kept = RecordedPeriod(
        1, on("2016-05-01"), None, None, False, on("2016-05-20"), on("2016-08-20")
    )
    walked = walk(care_of("2016-05-01 S 2016-07-01 E4a", here=("2016-05-01 S",), period=kept))
    (refused,) = walked.refused
    assert refused.sentence == (
        "Care would have ended on 1 July 2016, but a review here was held on 20 August 2016."
    )


def test_an_older_copy_counts_where_the_newest_does_not_fit():
    care = care_of("2016-05-01 S 2016-06-01 E8")
    began, newest = told("2016-07-01 L", (1, 2))
    _, older = told("2016-07-01 S", (0, 3))
    care.starts.append(Start(began, [newest, older]))
    walked = walk(care)
    assert [one.at for one in walked.refused] == [(1, 2)]
    assert len(walked.periods) == 2


def test_nothing_new_is_taken_of_care_recorded_out_of_order():
    outside = RecordedPeriod(1, on("2016-06-01"), None, None, began_before=False)
    walked = walk(care_of("2017-01-01 P", here=("2016-05-01 S 2016-06-01 X1",), period=outside))
    (refused,) = walked.refused
    assert refused.sentence == (
        "DECOM is 1 January 2017: what is recorded here of this child's care does not fit "
        "together. Put it right on the child's page first."
    )


def test_a_period_without_episodes_takes_those_that_come():
    care = care_of("2016-05-01 S")
    care.recorded[4] = RecordedPeriod(4, on("2016-05-01"), None, None, began_before=False)
    assert periods_of(walk(care)) == [(4, "2016-05-01", "None", None, False)]
