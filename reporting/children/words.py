"""What every child is told, whatever the year was like."""

ABOUT_IROS = (
    "IRO is short for Independent Reviewing Officer. You have your own IRO. You can ask your "
    "social worker for their name.",
    "Your IRO runs your reviews. They check that your plan is right for you. They ask what you "
    "think and make sure that people listen.",
    "Your IRO is not your social worker's boss. They are there for you. If something is not right, "
    "they can tell the people in charge to put it right.",
)
HELP = (
    ("Tell your IRO.", "You can talk to them alone. You do not have to wait for a review."),
    (
        "Ask for an advocate.",
        "An advocate is on your side. They help you say what you want. It is free. Your IRO or "
        "your social worker will find one for you.",
    ),
    (
        "Make a complaint.",
        "You can say that you are not happy with how you were treated. The council must look into "
        "it and tell you what it found. An advocate can help you with it.",
    ),
    (
        "Call somebody.",
        "Childline is free, day and night: 0800 1111. Help at Hand is free for children in care: "
        "0800 528 0731.",
    ),
)


def about(council: str, first: str, last: str) -> list[str]:
    """Whom it is for and what it tells."""
    return [
        f"This is for you if {council} looks after you.",
        f"It tells you how reviews went from {first} to {last}. There is a longer report too. "
        "You may read that one as well. Ask somebody to read it with you, if you like.",
    ]
