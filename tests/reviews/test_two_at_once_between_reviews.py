"""Two people do the same deed between reviews at the same moment: one wins, the other is told."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection

from iro_service.refusals import Refusal
from reviews.actions.decisions import answer_decisions, send_decisions
from reviews.actions.outcomes import Became, carry_forward, record_outcomes
from reviews.actions.oversight import do_midway_check
from reviews.models import Decision, DecisionSheet, MidwayCheck
from tests.factories import DecisionFactory, MidwayCheckFactory
from tests.reviews.cases import child_of, review_held

TODAY = date(2017, 7, 20)


def both(*deeds) -> list[str]:
    """Do them in threads of their own, begun together; 'kept' or the sentence of each."""
    start, told = Barrier(len(deeds)), []

    def do(deed):
        try:
            start.wait(timeout=30)
            deed()
            told.append("kept")
        except Refusal as refusal:
            told.append(refusal.sentence)
        finally:
            connection.close()

    threads = [Thread(target=do, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(told, key=lambda words: words != "kept")


@pytest.mark.django_db(transaction=True)
def test_of_two_one_wins_and_the_other_is_told(iro, practice_manager, responding_manager):
    earlier = review_held(child_of(iro), date(2017, 1, 10))
    later = review_held(earlier.child, date(2017, 7, 11))
    decision = DecisionFactory(review=earlier, number=1)
    for outcome in ("done", "partly"):
        other = {"done": "partly", "partly": "done"}[outcome]
        Decision.objects.update(outcome="", outcome_on=None)
        told = both(
            *(
                lambda one=one: record_outcomes(
                    earlier, outcomes={1: Became(one, "", "")}, on=TODAY, by=iro
                )
                for one in (outcome, other)
            )
        )
        assert told[0] == "kept"
        assert told[1].startswith("Decision 1 was changed meanwhile: it is ")

    told = both(*[lambda: carry_forward(decision, into=later, by_when=TODAY, on=TODAY, by=iro)] * 2)
    assert told == ["kept", "Decision 1 was already carried forward."]
    assert Decision.objects.filter(carried_from=decision).count() == 1

    sheet = DecisionSheet.objects.get(review=later)
    told = both(
        *(
            lambda who=who: send_decisions(sheet, manager=responding_manager, on=TODAY, by=who)
            for who in (iro, practice_manager)
        )
    )
    assert told[0] == "kept"
    assert told[1].startswith(f"These decisions were already sent to {responding_manager} by ")

    told = both(
        *(
            lambda answer=answer: answer_decisions(
                sheet, answer=answer, text="Why not.", on=TODAY, by=responding_manager
            )
            for answer in ("comments", "objects")
        )
    )
    assert told == ["kept", "These decisions were already answered on 20 July 2017."]

    check = MidwayCheckFactory()
    told = both(
        *[lambda: do_midway_check(check, outcome="on_track", note="", on=TODAY, by=iro)] * 2
    )
    assert told == ["kept", f"This check was already done by {iro} on 20 July 2017."]
    assert MidwayCheck.objects.done().count() == 1
