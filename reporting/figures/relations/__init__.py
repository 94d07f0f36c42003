"""Which figures of a block add up to which: what withholding must know of it.

A block whose figures hang together says so here, in a module of its own; how a line reads stands
in reporting.withholding.relations. A test fails for a share that no line tells the counts of.
"""

from reporting.figures.relations.asked import AUDITS, TEAM, VOICE
from reporting.figures.relations.caseload import CASELOAD
from reporting.figures.relations.children import COHORT
from reporting.figures.relations.concerns import DISPUTES, concerns
from reporting.figures.relations.owed import DECISIONS, OUTCOME_FORMS, RECORDS
from reporting.figures.relations.reviews import PARENTS, PERMANENCE, TIMELINESS
from reporting.figures.relations.taking_part import PARTICIPATION, taking_part
from reporting.figures.relations.watching import OVERSIGHT, SUPPORT

__all__ = ["BY_BLOCK", "OF_THESE"]
BY_BLOCK = {
    "timeliness": TIMELINESS,
    "participation": PARTICIPATION,
    "parents_participation": PARENTS,
    "permanence": PERMANENCE,
    "outcome_forms": OUTCOME_FORMS,
    "decisions": DECISIONS,
    "records": RECORDS,
    "cohort": COHORT,
    "caseload": CASELOAD,
    "disputes": DISPUTES,
    "oversight": OVERSIGHT,
    "support": SUPPORT,
    "voice": VOICE,
    "audits": AUDITS,
    "team_make_up": TEAM,
}
# Lines that depend on the block's own figures: on the council's choice, or on names it gave.
OF_THESE = {"participation": taking_part, "disputes": concerns}
