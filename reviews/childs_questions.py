"""What a child is asked on their own page, before a review and after it."""

from dataclasses import dataclass, field

# The faces and their words, the happiest first.
FEELINGS = {
    "great": "Really good",
    "good": "Good",
    "okay": "OK",
    "poor": "Not so good",
    "bad": "Not good at all",
}
LISTENED = {
    "great": "Yes, all the time",
    "good": "Mostly",
    "okay": "Some of the time",
    "poor": "Not much",
    "bad": "No",
}
WORRIES = {"none": "No, nothing", "some": "A little bit", "big": "Yes, something big"}
TAKING_PART = {
    "talk": "I will come and talk",
    "listen": "I will come and listen",
    "helper": "I want someone to help me say it",
    "written": "Use what I wrote here",
    "stay_away": "I do not want to come",
    "unsure": "I do not know yet",
}


@dataclass(frozen=True)
class Question:
    """One page: what is asked, what can be chosen, and what the box for words asks."""

    key: str
    asked: str
    short: str  # as grown-ups read it beside the answer
    choices: dict[str, str] = field(default_factory=dict)
    faces: bool = False
    help: str = ""
    words: str = "Do you want to say more?"


VIEWS = (
    Question("home", "How is it where you live?", "Where I live", FEELINGS, faces=True),
    Question(
        "school",
        "How is school?",
        "School",
        FEELINGS,
        faces=True,
        help="Or nursery, college or work, if that is where you go.",
    ),
    Question(
        "people",
        "How do you feel about the people you see?",
        "People I see",
        FEELINGS,
        faces=True,
        help="Your family, your friends, and anyone you care about.",
        words="Is there someone you want to see more, or less?",
    ),
    Question(
        "worries",
        "Is anything worrying you?",
        "Worries",
        WORRIES,
        words="What is it? You do not have to say.",
    ),
    Question(
        "say",
        "What do you want to say at your review?",
        "What I want to say",
        help="What is going well? What should change?",
        words="Write it here, in your own words",
    ),
    Question(
        "part",
        "How do you want to take part?",
        "How I want to take part",
        TAKING_PART,
        words="Who do you want to be there? Is there someone you do not want there?",
    ),
)
FEEDBACK = (
    Question("listened", "Did people listen to you?", "Listened to", LISTENED, faces=True),
    Question("said", "Did you get to say what you wanted?", "Said what I wanted", LISTENED, True),
    Question(
        "understood",
        "Do you understand what was decided?",
        "Understood the decisions",
        LISTENED,
        faces=True,
        words="Is there anything you want to ask?",
    ),
    Question("felt", "How was your review for you?", "How it was", FEELINGS, faces=True),
    Question(
        "better",
        "What could be better next time?",
        "Better next time",
        help="And what was good? We want to know that too.",
        words="Write it here, in your own words",
    ),
)
QUESTIONS = {"views": VIEWS, "feedback": FEEDBACK}


@dataclass(frozen=True)
class Answer:
    """A question with what the child chose and wrote."""

    question: Question
    choice: str = ""
    words: str = ""

    @property
    def chosen(self) -> str:
        """The words of the choice."""
        return self.question.choices.get(self.choice, "")

    @property
    def is_given(self) -> bool:
        """Whether the child answered at all."""
        return bool(self.chosen or self.words)

    @property
    def is_alarming(self) -> bool:
        """Whether a grown-up should look at it first."""
        return self.choice in ("big", "bad")


def answers_of(page) -> list[Answer]:
    """Every question of the page with its answer, given or not."""
    kept = page.answers
    return [Answer(one, **kept.get(one.key, {})) for one in QUESTIONS[page.kind]]
