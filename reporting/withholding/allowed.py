"""The small numbers that are told all the same, each with the reason."""

from fnmatch import fnmatchcase

from reporting.withholding.paths import Path

NO_CHILDREN = {
    "caseload.full_time": "IROs, of whom nobody is named",
    "caseload.part_time": "IROs, of whom nobody is named",
    "caseload.over_limit": "IROs, of whom nobody is named",
    "caseload.by_month.*.over_limit": "IROs, of whom nobody is named",
    "caseload.fte_*": "posts of staff",
    "caseload.by_month.*.fte_in_post": "posts of staff",
    "caseload.lowest": "the Handbook's band",
    "caseload.highest": "the Handbook's band",
    "caseload.weighted.weights.*": "the council's own weights",
    "earlier.*.caseload.over_limit": "IROs, of whom nobody is named",
    "team_make_up.by_contract.*": "posts of staff",
    "team_make_up.by_length.*": "IROs, of whom nobody is named",
    "team_make_up.by_sex.*": "IROs, of whom nobody is named",
    "team_make_up.fte_vacant": "posts of staff",
    "team_make_up.iros": "IROs, of whom nobody is named",
    "team_make_up.started": "IROs, of whom nobody is named",
    "team_make_up.left": "IROs, of whom nobody is named",
    "unit.*": "managers, posts, hours and events: nothing of children",
    "voice.fewest": "the service's own rule",
    "headline.*": "targets are the council's own; the values are read again from other figures",
}
DAYS = {
    "timeliness.days_late.*": "days; withheld where fewer than five reviews were late",
    "disputes.*_working_days": "days; withheld where fewer than five disputes were settled",
    "support.*.median_working_days_to_match": "days; withheld where fewer than five were matched",
}
COUNT = "within_20_working_days"  # of disputes, though it ends like the days


def allowed(path: Path) -> bool:
    """Whether the number is no count of children, reviews or concerns."""
    words = ".".join(map(str, path))
    return path[-1] != COUNT and any(fnmatchcase(words, one) for one in (*NO_CHILDREN, *DAYS))
