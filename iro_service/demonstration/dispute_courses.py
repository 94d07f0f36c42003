"""The courses a dispute of the demonstration takes, move by move, as people would make them."""

from collections.abc import Callable
from datetime import date, datetime
from random import Random

from cohort.models import CaseHolding
from disputes.actions.answering import Promise, answer_dispute, finish_action, hold_meeting
from disputes.actions.climbing import add_note, escalate, refer_to_cafcass, seek_legal_advice
from disputes.actions.closing import accept, close
from disputes.actions.opening import open_dispute
from disputes.codes import Answer, Outcome, Urgency
from disputes.models import Dispute
from iro_service.demonstration.days import CALENDAR, TODAY
from statute.timescales import LONDON


def at(on: date) -> datetime:
    """A moment of the day."""
    return datetime(on.year, on.month, on.day, 10, 40, tzinfo=LONDON)


class Course:
    """One dispute on its way; each move some working days after the one before."""

    def __init__(self, holding: CaseHolding, iro, chance: Random, words: dict, on: date, **raised):
        self.holding, self.iro, self.chance, self.words, self.on = holding, iro, chance, words, on
        self.raised, self.dispute = raised, Dispute()

    def open(self, stage: int = 0) -> None:
        """Raise it."""
        self.dispute = open_dispute(
            self.holding.child, **self.raised, **self._by(self.iro),
            team=self.holding.team, worker=self.holding.worker, stage=stage,
            skipped_because=self.pick("straight") if stage else "",
            urgency=self.chance.choices(list(Urgency), [70, 22, 8])[0],
        )  # fmt: skip

    def answer(
        self, answer: Answer, after: int, *, by_word: bool = False, within: tuple = (4, 9)
    ) -> None:
        """The manager answers, or the IRO keeps what they said; what is agreed has its days."""
        self.wait(after)
        promises = []
        if answer in (Answer.AGREES, Answer.PARTLY):
            drawn = self.chance.sample(self.words["promises"], self.chance.choice([1, 1, 2]))
            promises = [Promise(*one, self.ahead(self.chance.randint(*within))) for one in drawn]
        answer_dispute(
            self.dispute, answer=answer, text=self.pick(answer.value), promises=promises,
            **self._by(self.iro if by_word else self.dispute.asked),
        )  # fmt: skip
        self.look_again()

    def climb(self, after: int, *, by: int = 1) -> None:
        """The IRO takes it further, over as many stages."""
        self.wait(after)
        escalate(
            self.dispute, stage=self.dispute.stage + by, text=self.pick("further"),
            skipped_because=self.pick("skipped") if by > 1 else "", **self._by(self.iro),
        )  # fmt: skip
        self.look_again()

    def accept(self, after: int = 1) -> None:
        """The IRO is content with the answer."""
        self.wait(after)
        accept(self.dispute, **self._by(self.iro))
        self.look_again()

    def done(self) -> None:
        """What was agreed is done on its days, or the day before it is closed."""
        for action in self.dispute.actions.to_be_done():
            self.on = max(self.on, min(action.by_when, CALENDAR.add_working_days(TODAY, -1)))
            finish_action(action, **self._by(self.iro))

    def close(self, outcome: Outcome, after: int = 1) -> None:
        """The IRO closes it."""
        self.wait(after)
        changed = self.chance.choice(self.words["changed"][outcome])
        close(self.dispute, outcome=outcome, what_changed=changed, **self._by(self.iro))

    def note(self, words: str, *, private: bool = True) -> None:
        """The IRO writes something down."""
        add_note(self.dispute, text=words, private=private, at=at(self.on), by=self.iro)

    def wait(self, working_days: int) -> None:
        """So many working days go by, but never past yesterday."""
        self.on = max(self.on, min(self.ahead(working_days), CALENDAR.add_working_days(TODAY, -1)))

    def ahead(self, working_days: int) -> date:
        """The day so many working days on."""
        return CALENDAR.add_working_days(self.on, working_days) if working_days else self.on

    def look_again(self) -> None:
        """Read the dispute as it now stands."""
        self.dispute = Dispute.objects.select_related("asked", "team", "ladder").get(
            pk=self.dispute.pk
        )

    def pick(self, key: str) -> str:
        """Some of the words there are for it."""
        return self.chance.choice(self.words[key])

    def _by(self, person) -> dict:
        return {"on": self.on, "at": at(self.on), "by": person}


def _by_word(course: Course) -> None:
    course.open()
    course.answer(Answer.AGREES, course.chance.randint(1, 4), by_word=True)
    course.accept(0)
    course.done()
    course.close(Outcome.UPHELD)


def _withdrawn(course: Course) -> None:
    course.open()
    course.close(Outcome.WITHDRAWN, course.chance.randint(2, 6))


def _not_upheld_by_word(course: Course) -> None:
    course.open()
    course.answer(Answer.DISAGREES, 3, by_word=True)
    course.close(Outcome.NOT_UPHELD, 2)


def _agreed(course: Course) -> None:
    course.open()
    course.climb(course.chance.randint(2, 5))
    course.answer(Answer.AGREES, course.chance.randint(2, 5))
    course.accept(course.chance.randint(0, 2))
    course.done()
    course.close(Outcome.UPHELD)


def _climbed(course: Course) -> None:
    course.open(stage=1)
    course.answer(Answer.PARTLY, 4)
    course.climb(1)
    course.answer(course.chance.choice([Answer.AGREES, Answer.PARTLY]), 5)
    course.accept()
    course.done()
    course.close(course.chance.choice([Outcome.UPHELD, Outcome.PARTLY]))


def _skipped(course: Course) -> None:
    course.open(stage=1)
    course.climb(6, by=2)
    course.answer(Answer.AGREES, 4)
    course.accept()
    course.done()
    course.close(Outcome.UPHELD)


def _not_upheld(course: Course) -> None:
    course.open()
    course.climb(4)
    course.answer(Answer.DISAGREES, 5)
    course.close(Outcome.NOT_UPHELD, 3)


def _followed_up(course: Course) -> None:
    course.open(stage=1)
    course.answer(Answer.AGREES, 3, within=(19, 30))
    course.accept()


def _action_late(course: Course) -> None:
    course.open()
    course.answer(Answer.AGREES, 1, by_word=True)
    course.accept(0)


def _answered(course: Course) -> None:
    course.open()
    course.climb(2)
    course.answer(course.chance.choice([Answer.PARTLY, Answer.DISAGREES]), 4)


def _meeting(course: Course) -> None:
    course.open()
    course.climb(3)
    course.answer(Answer.MEETING, 2)


def _unanswered(course: Course) -> None:
    course.open(stage=1)
    course.note(course.pick("private"))


def _waiting(course: Course) -> None:
    course.open(stage=1)
    if course.chance.random() < 0.3:
        course.note(course.words["note"], private=False)


def _decided(course: Course) -> None:
    if course.ahead(7) >= TODAY:
        return course.open()
    return course.chance.choice([_agreed, _climbed])(course)


def _to_cafcass(course: Course) -> None:
    course.open(stage=1)
    course.answer(Answer.MEETING, 2)
    course.wait(2)
    hold_meeting(course.dispute, text=course.words["met"], **course._by(course.iro))
    course.look_again()
    course.answer(Answer.DISAGREES, 1)
    course.climb(1, by=3)
    course.answer(Answer.DISAGREES, 5)
    _refer(course, 0)
    course.close(Outcome.PARTLY, 6)


def _to_cafcass_open(course: Course) -> None:
    course.open(stage=1)
    course.answer(Answer.DISAGREES, 5)
    course.climb(1)
    course.wait(1)
    text = course.words["legal"]
    seek_legal_advice(course.dispute, text=text, private=True, **course._by(course.iro))
    _refer(course, 1)
    course.answer(Answer.PARTLY, 3)


def _refer(course: Course, number: int) -> None:
    course.wait(1)
    refer_to_cafcass(course.dispute, text=course.words["cafcass"][number], **course._by(course.iro))
    course.look_again()


MOVES: dict[str, Callable[[Course], None]] = {
    "by_word": _by_word,
    "withdrawn": _withdrawn,
    "not_upheld_by_word": _not_upheld_by_word,
    "agreed": _agreed,
    "climbed": _climbed,
    "skipped": _skipped,
    "not_upheld": _not_upheld,
    "followed_up": _followed_up,
    "action_late": _action_late,
    "answered": _answered,
    "meeting": _meeting,
    "unanswered": _unanswered,
    "waiting": _waiting,
    "informal": Course.open,
    "decided": _decided,
    "to_cafcass": _to_cafcass,
    "to_cafcass_open": _to_cafcass_open,
}
ENDED = ("by_word", "by_word", "by_word", "withdrawn", "not_upheld_by_word")


def run(name: str, *args, **raised) -> None:
    """Take a dispute through the course of that name."""
    MOVES[name](Course(*args, **raised))
