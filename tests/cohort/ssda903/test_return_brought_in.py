"""A return comes in as a whole: children, care, and what it tells that was not known."""

from datetime import date

import pytest

from cohort.models import Child, Episode, ImportRun, PeriodOfCare, PreviousPermanence
from reviews.ssda903.importing import run
from tests.cohort.ssda903.returns import (
    A1,
    A1_S,
    EPISODES,
    HEADER,
    PREV_PERM,
    REVIEWS,
    UASC,
    all_there_is,
    bring_in,
    table,
)
from tests.factories import AllocationFactory, ChildFactory, PeriodFactory

pytestmark = pytest.mark.django_db


def care() -> list[tuple]:
    """Every period of care and its episodes, as words."""
    return [
        (
            period.child.reference,
            f"{period.started_on}" + " or before" * period.began_before,
            f"{period.ended_on} {period.reason_ended}" if period.ended_on else "",
            [
                f"{one.started_on} {one.reason_new} {one.ended_on} {one.reason_ended}"
                for one in period.episodes.order_by("started_on")
            ],
        )
        for period in PeriodOfCare.objects.order_by("child__reference", "started_on")
    ]


def test_a_return_becomes_children_care_and_what_else_is_told_of_them():
    outcome, reasons = bring_in(
        b=table(HEADER, A1),
        a=table(EPISODES, A1_S),
        d=table(UASC, "A1,F,05/06/2010,05/06/2028"),
        c=table(PREV_PERM, "A1,05/06/2010,P2,885,zz/zz/2012"),
    )
    assert reasons == []
    child = Child.objects.get()
    assert (child.given_name, child.family_name, child.sex, child.ethnicity, child.upn) == (
        "Child", "A1", "F", "WBRI", "UN1",
    )  # fmt: skip
    assert (child.is_mother, child.unaccompanied_until) == (None, date(2028, 6, 5))
    assert care() == [("A1", "2016-05-01", "", ["2016-05-01 S None None"])]
    episode = Episode.objects.get()
    assert (episode.home_postcode, episode.placement_postcode, episode.urn) == (
        "WR1 1AA", "WR2 2BB", "SC1",
    )  # fmt: skip
    before = PreviousPermanence.objects.get()
    assert (before.option, before.authority, before.ordered_on) == ("P2", "885", "zz/zz/2012")
    assert {name: one.added for name, one in outcome.counts.items()} == {
        "Header": 1, "Episodes": 1, "UASC": 1, "PrevPerm": 1,
    }  # fmt: skip


TWO_YEARS = {
    "header_15": table(HEADER, A1, "B2,1,01/02/2003,MOTH,,,", "B2,1,01/02/2003,MOTH,,,"),
    "episodes_15": table(
        EPISODES,
        "A1,01/05/2015,S,C2,N1,U4,PR1,,,,,,",
        "B2,01/06/2015,L,V2,N1,K2,PR1,01/02/2016,X1,,,,",
    ),
    "header_16": table(HEADER, "A1,2,05/06/2010,WOTH,UN1,,"),
    "episodes_16": table(
        EPISODES,
        "A1,01/05/2015,S,C2,N1,U4,PR1,01/08/2016,X1,,,,",
        "A1,01/08/2016,P,C2,N1,K2,PR1,01/03/2017,E4A,,,,",
        "A1,01/09/2016,P,C2,N1,K2,PR1,,,,,,",
        "C3,01/08/2016,S,C2,N1,K2,PR1,,,,,,",
    ),
    "reviews": table(REVIEWS, "A1,05/06/2010,20/05/2016,PN1", "A1,31/02/2010,21/05/2016,PN1"),
}


def test_of_two_years_the_later_tells_how_it_went_on():
    outcome, reasons = bring_in(**TWO_YEARS)
    assert care() == [
        ("A1", "2015-05-01", "2017-03-01 E4a",
         ["2015-05-01 S 2016-08-01 X1", "2016-08-01 P 2017-03-01 E4a"]),
        ("B2", "2015-06-01 or before", "", ["2015-06-01 L 2016-02-01 X1"]),
    ]  # fmt: skip
    assert Child.objects.get(reference="A1").ethnicity == "WOTH"
    assert reasons == [
        "episodes_16.csv 4: DECOM is 1 September 2016, but the episode from 1 August 2016 "
        "(line 3) goes on until 1 March 2017: they overlap.",
        "episodes_16.csv 5: CHILD is C3: no such child is in Header or in the records.",
        "header_15.csv 4: CHILD is B2, as on line 3: a child is in Header once.",
        "reviews.csv 3: DOB is 31/02/2010, and the child was born on 5 June 2010 (DfE rule INT17).",
    ]
    assert outcome.missing == ["B2"]
    assert any("none follows it: the child stays looked after (B2)" in n for n in outcome.notes)
    assert any("began before the first episode" in note for note in outcome.notes)


def test_the_same_files_again_change_nothing_and_leave_no_history():
    _, first = bring_in(**TWO_YEARS)
    before = all_there_is()
    outcome, again = bring_in(**TWO_YEARS)
    assert all_there_is() == before
    assert [one.split(":")[0] for one in again] == [one.split(":")[0] for one in first]
    assert sum(one.added + one.changed for one in outcome.counts.values()) == 0


def test_next_years_files_update_what_is_here():
    first = {name: TWO_YEARS[name] for name in ("header_15", "episodes_15")}
    later = {name: TWO_YEARS[name] for name in ("header_16", "episodes_16")}
    bring_in(**first)
    outcome, _ = bring_in(**later)
    assert (outcome.counts["Episodes"].changed, outcome.counts["Episodes"].added) == (1, 1)
    in_two = care()
    assert in_two[0][2:] == (
        "2017-03-01 E4a", ["2015-05-01 S 2016-08-01 X1", "2016-08-01 P 2017-03-01 E4a"],
    )  # fmt: skip
    assert outcome.missing == ["B2"]


def test_an_older_return_adds_what_was_before_and_undoes_nothing():
    bring_in(**{name: TWO_YEARS[name] for name in ("header_16", "episodes_16")})
    ImportRun.objects.create(
        kind="ssda903", asked_at="2017-07-01T09:00Z", finished_at="2017-07-01T09:00Z",
        summary={}, years=["2016-17"],
    )  # fmt: skip
    outcome, _ = bring_in(**{name: TWO_YEARS[name] for name in ("header_15", "episodes_15")})
    assert Child.objects.get(reference="A1").ethnicity == "WOTH"
    assert care()[0][2] == "2017-03-01 E4a"
    assert care()[1][0] == "B2"
    assert [note for note in outcome.notes if "later return" in note] == [
        "1 episode reads otherwise here, ended here or told of by a later return, and was left "
        "(A1).",
        "1 child reads otherwise in Header than a later return told, and was left as they are "
        "here (A1).",
    ]
    assert outcome.missing == []


def test_a_dry_run_counts_the_same_and_changes_nothing():
    before = all_there_is()
    dry, reasons = bring_in(dry_run=True, **TWO_YEARS)
    assert all_there_is() == before
    real, same_reasons = bring_in(**TWO_YEARS)
    assert (dry.counts, reasons) == (real.counts, same_reasons)


def test_a_failure_half_way_leaves_all_as_it_was(monkeypatch):
    before = all_there_is()

    def fail(*_, **__):
        assert Episode.objects.exists()
        raise RuntimeError("the power went")

    monkeypatch.setattr(run, "plan_next_reviews", fail)
    with pytest.raises(RuntimeError, match="power"):
        bring_in(**TWO_YEARS)
    assert all_there_is() == before


def test_names_once_given_stay_and_no_column_takes_nothing_away():
    bring_in(header=table(HEADER, A1), episodes=table(EPISODES, A1_S))
    Child.objects.update(given_name="Ella", family_name="Teal")
    outcome, _ = bring_in(
        header=table("CHILD,SEX,DOB,ETHNIC", "A1,F,05/06/2010,WBRI"),
        episodes=table("CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC", "A1,01/05/2016,S,C2,N1,U4,,"),
    )
    assert {name: one.unchanged for name, one in outcome.counts.items()} == {
        "Header": 1, "Episodes": 1,
    }  # fmt: skip
    assert str(Child.objects.get()) == "Ella Teal"


def test_the_iros_and_the_teams_part_end_with_care():
    bring_in(header=table(HEADER, A1), episodes=table(EPISODES, A1_S))
    held = AllocationFactory(child=Child.objects.get(), started_on=date(2016, 5, 3))
    ended = A1_S.replace("PR1,,", "PR1,01/03/2017,E8")
    bring_in(header=table(HEADER, A1), episodes=table(EPISODES, ended))
    held.refresh_from_db()
    assert held.ended_on == date(2017, 3, 1)


def test_care_that_goes_on_in_the_files_but_ended_here_stays_ended():
    ended = A1_S.replace("PR1,,", "PR1,01/03/2017,E8")
    bring_in(header=table(HEADER, A1), episodes=table(EPISODES, ended))
    outcome, _ = bring_in(header=table(HEADER, A1), episodes=table(EPISODES, A1_S))
    assert care()[0][2] == "2017-03-01 E8"
    assert outcome.counts["Episodes"].unchanged == 1
    assert any("ended here" in note for note in outcome.notes)


def test_a_birth_that_care_or_reviews_here_do_not_fit_comes_back():
    bring_in(
        header=table(HEADER, A1, "B2,2,05/06/2010,WBRI,,,"),
        episodes=table(EPISODES, A1_S, A1_S.replace("A1", "B2")),
        reviews=table(REVIEWS, "A1,05/06/2010,20/05/2016,PN1"),
    )
    _, reasons = bring_in(
        header=table(HEADER, "A1,2,05/06/2014,WBRI,,,", "B2,2,05/06/2016,WBRI,,,"),
        episodes=table(EPISODES, A1_S),
    )
    assert reasons == [
        "header.csv 2: DOB is 5 June 2014, but a review on 20 May 2016 is recorded of a child "
        "who was 4 or over then.",
        "header.csv 3: DOB is 5 June 2016, but the child is recorded as coming into care on "
        "1 May 2016.",
    ]


def test_rows_of_a_child_whose_header_row_came_back_say_so():
    _, reasons = bring_in(
        header=table(HEADER, A1.replace("A1,2", "A1,9")),
        episodes=table(EPISODES, A1_S),
        uasc=table(UASC, "A1,F,05/06/2010,"),
    )
    assert reasons == [
        "episodes.csv 2: CHILD is A1: the row of this child in Header, line 2 of header.csv, was "
        "not taken.",
        "header.csv 2: SEX is 9: it must be 1 or 2, or M, F or U.",
        "uasc.csv 2: CHILD is A1: the row of this child in Header, line 2 of header.csv, was not "
        "taken.",
    ]


def test_what_cannot_be_of_this_child_comes_back():
    _, reasons = bring_in(
        header=table(HEADER, A1),
        episodes=table(EPISODES, "A1,04/06/2010,S,C2,N1,U4,PR1,,,,,,", A1_S, A1_S),
        prevperm=table(PREV_PERM, "A1,05/06/2011,P1,,"),
        uasc=table(UASC, "A1,M,05/06/2010,"),
    )
    assert reasons == [
        "episodes.csv 2: DECOM is 4 June 2010: that is before the child was born on 5 June 2010.",
        "episodes.csv 4: CHILD and DECOM are those of line 3: an episode is in a file once.",
        "prevperm.csv 2: DOB is 5 June 2011, but this child was born on 5 June 2010.",
        "uasc.csv 2: SEX is M, but it is F in Header or in the records.",
    ]


def test_cells_too_many_or_too_few_come_back_and_empty_rows_are_passed_over():
    outcome, reasons = bring_in(
        header=table("CHILD,SEX,DOB,ETHNIC", "A1,2,05/06/2010", "B2,2,05/06/2010,WBRI,x",
                     "C3,2,05/06/2010,WBRI,,", ",,,", "", '"D4,2,05/06/2010,WBRI'),
    )  # fmt: skip
    assert reasons == [
        "header.csv 2: The row has 3 cells, and the file has 4 columns.",
        "header.csv 3: The row has 5 cells, and the file has 4 columns.",
        "header.csv 7: The row has 1 cell, and the file has 4 columns.",
    ]
    assert outcome.counts["Header"].read == 4
    assert "header.csv: 1 row with nothing in it was passed over." in outcome.notes


def test_reviews_without_a_column_of_births_are_of_the_child_they_name():
    outcome, reasons = bring_in(
        header=table(HEADER, A1),
        episodes=table(EPISODES, A1_S),
        reviews=table("CHILD,REVIEW,REVIEW_CODE", "A1,20/05/2016,PN1"),
    )
    assert (reasons, outcome.counts["Reviews"].added) == ([], 1)


def test_what_was_entered_by_hand_and_the_files_do_not_tell_of_stays():
    period = PeriodFactory(child=ChildFactory(reference="Z9"))
    before = care()
    outcome, _ = bring_in(header=table(HEADER, A1), episodes=table(EPISODES, A1_S))
    assert [one for one in care() if one[0] == "Z9"] == before
    expected = ["Z9"] if period.started_on <= date(2017, 3, 31) else []
    assert outcome.missing == expected
