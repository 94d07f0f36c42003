"""The words of reviews: how they were held, who came, why late."""

from django.db.models import TextChoices

from statute.participation import CODES

REVIEW_RULES = [
    ("first_review", "First review"),
    ("second_review", "Second review"),
    ("later_review", "Later review"),
    ("short_breaks_first", "First review of short breaks"),
    ("short_breaks_later", "Later review of short breaks"),
    ("adoption_authorised_first", "First review after authority to place for adoption"),
    ("adoption_authorised_later", "Later review after authority to place for adoption"),
    ("adoption_placed_first", "First review after placement for adoption"),
    ("adoption_placed_second", "Second review after placement for adoption"),
    ("adoption_placed_later", "Later review after placement for adoption"),
    # Two of imported reviews: nobody knows what came before, or another system says what was due.
    (NOT_KNOWN := "not_known", "Review with no due day on record"),
    (AS_GIVEN := "as_given", "Review due as another system says"),
]
PARTICIPATION = [(code.code, f"{code.code}: {code.meaning}") for code in CODES.values()]


class Method(TextChoices):
    """How a review was held."""

    IN_PERSON = "in_person", "In person"
    VIDEO = "video", "By video"
    PHONE = "phone", "By phone"


class LateReason(TextChoices):
    """Why a review was held after its due day; the Handbook wants the reasons in the report."""

    CHILD_ASKED = "child_asked", "The child asked for another day"
    CHILD_UNWELL = "child_unwell", "The child was unwell or away"
    FAMILY_UNAVAILABLE = "family_unavailable", "Parents or carers could not come"
    SOCIAL_WORKER_UNAVAILABLE = "worker_unavailable", "The social worker could not come"
    NO_SOCIAL_WORK_REPORT = "no_report", "The social worker's report was not ready"
    IRO_UNAVAILABLE = "iro_unavailable", "The IRO could not come"
    NOT_TOLD = "not_told", "The IRO was not told in time that the child was looked after"
    PLACEMENT_MOVE = "placement_move", "The child's placement was changing"
    COURT = "court", "A court hearing or decision was awaited"
    ADJOURNED = "adjourned", "The review was adjourned"
    OTHER = "other", "Another reason"
    NOT_RECORDED = "not_recorded", "Not recorded"


class Attendee(TextChoices):
    """Who came to a review besides the child and the IRO."""

    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    OTHER_FAMILY = "other_family", "Another family member"
    CARER = "carer", "Foster carer or residential key worker"
    SOCIAL_WORKER = "social_worker", "Social worker"
    TEAM_MANAGER = "team_manager", "Team manager"
    SUPERVISING_WORKER = "supervising_worker", "Supervising social worker"
    SCHOOL = "school", "School or early years"
    HEALTH = "health", "Health"
    ADVOCATE = "advocate", "Advocate"
    INDEPENDENT_VISITOR = "independent_visitor", "Independent visitor"
    GUARDIAN = "guardian", "Children's guardian"
    INTERPRETER = "interpreter", "Interpreter"


class TookPart(TextChoices):
    """How parents or carers took part in a review."""

    CAME = "came", "Came"
    VIEWS = "views", "Did not come, and gave their views"
    NEITHER = "neither", "Did not come and gave no views"
    NOT_APPROPRIATE = "not_appropriate", "Not asked: it would not have been right for the child"


class Permanence(TextChoices):
    """The plan for permanence; there is to be one by the second review."""

    HOME = "home", "Return home"
    FAMILY = "family", "With family or friends"
    SPECIAL_GUARDIAN = "special_guardian", "Special guardianship"
    ADOPTION = "adoption", "Adoption"
    LONG_TERM_FOSTERING = "fostering", "Long-term foster care"
    RESIDENTIAL = "residential", "Long-term residential care"
    INDEPENDENCE = "independence", "Towards independence"
    NONE_YET = "none_yet", "None yet"


class Plan(TextChoices):
    """The plans a review looks at."""

    CARE = "care", "Care plan"
    PLACEMENT = "placement", "Placement plan"
    EDUCATION = "education", "Personal education plan"
    HEALTH = "health", "Health plan"
    PATHWAY = "pathway", "Pathway plan"
    CONTACT = "contact", "Contact plan"
