"""What a dispute is about, where it stands and how it ended, in the office's own words."""

from django.db.models import TextChoices


class Group(TextChoices):
    """The two patterns the service looks for."""

    DELAY = "delay", "Delay"
    PRACTICE = "practice", "Practice"


class Theme(TextChoices):
    """What a concern is about."""

    DRIFT = "drift_and_delay", "Drift and delay"
    PERMANENCE = "permanence", "Permanence"
    PLAN_NOT_CARRIED_OUT = "care_plan_not_carried_out", "Care plan not carried out"
    DECISIONS = "decisions_not_carried_out", "Review decisions not carried out"
    NO_WORKER = "no_social_worker", "No allocated social worker"
    CARE_PLANNING = "care_planning", "Care planning"
    PLACEMENT = "placement", "Placement"
    EDUCATION = "education", "Education"
    HEALTH = "health", "Health"
    CONTACT = "visits_or_contact", "Visits or contact"
    PARTICIPATION = "participation", "Participation"
    POOR_PRACTICE = "poor_practice", "Poor practice"


GROUPS: dict[Group, tuple[Theme, ...]] = {
    Group.DELAY: (
        Theme.DRIFT,
        Theme.PERMANENCE,
        Theme.PLAN_NOT_CARRIED_OUT,
        Theme.DECISIONS,
        Theme.NO_WORKER,
    ),
    Group.PRACTICE: (
        Theme.CARE_PLANNING,
        Theme.PLACEMENT,
        Theme.EDUCATION,
        Theme.HEALTH,
        Theme.CONTACT,
        Theme.PARTICIPATION,
        Theme.POOR_PRACTICE,
    ),
}

# As a question offers them: each group with its themes underneath.
GROUPED_THEMES = [
    (group.label, [(theme.value, theme.label) for theme in themes])
    for group, themes in GROUPS.items()
]


def group_of(theme: str) -> Group:
    """Delay or practice."""
    return next(group for group, themes in GROUPS.items() if theme in themes)


class Urgency(TextChoices):
    """How soon the child needs it."""

    ROUTINE = "routine", "In the usual time"
    SOON = "soon", "Soon: it is holding the plan back"
    URGENT = "urgent", "Urgent: the child may be harmed"


class State(TextChoices):
    """Whose turn it is."""

    WAITING = "waiting", "Waiting for an answer"
    MEETING = "meeting", "A meeting is asked for"
    ANSWERED = "answered", "Answered: the IRO decides"
    ACCEPTED = "accepted", "Settled: what was agreed is followed up"
    CLOSED = "closed", "Closed"


UNSETTLED = (State.WAITING, State.MEETING, State.ANSWERED)
OPEN = (*UNSETTLED, State.ACCEPTED)


class Answer(TextChoices):
    """What the manager who was asked says."""

    AGREES = "agrees", "Agrees, with actions"
    PARTLY = "partly", "Agrees in part"
    DISAGREES = "disagrees", "Disagrees"
    MEETING = "meeting", "Asks for a meeting"


class Outcome(TextChoices):
    """How a dispute ended."""

    UPHELD = "upheld", "Upheld"
    PARTLY = "partly", "Partly upheld"
    NOT_UPHELD = "not_upheld", "Not upheld"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Owner(TextChoices):
    """Whose post a stage of the ladder belongs to."""

    TEAM_MANAGER = "team_manager", "Team manager"
    SERVICE_MANAGER = "service_manager", "Service manager"
    ASSISTANT_DIRECTOR = "assistant_director", "Assistant director"
    DIRECTOR = "director", "Director of children's services"


class Move(TextChoices):
    """What can happen to a dispute; each is a line of its log."""

    OPENED = "opened", "Opened"
    ANSWERED = "answered", "Answered"
    MET = "met", "Meeting held"
    ESCALATED = "escalated", "Taken further"
    ACCEPTED = "accepted", "Answer accepted"
    CLOSED = "closed", "Closed"
    CAFCASS = "cafcass", "Referred to Cafcass"
    LEGAL_ADVICE = "legal_advice", "Legal advice sought"
    NOTED = "noted", "Note"
    ACTION_DONE = "action_done", "Agreed action done"
