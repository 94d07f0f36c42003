"""Setting up the council on the first day."""

from datetime import date

from django.db import IntegrityError, transaction

from accounts.models import Role, User
from cohort.models import Council, ImportRun
from iro_service.refusals import Refusal
from statute.reporting_year import ReportingYear


@transaction.atomic
def set_up_council(
    *,
    name: str,
    established_posts,
    first_name: str,
    last_name: str,
    email: str,
    password: str,
    on: date,
) -> User:
    """Name the council and make its first manager; refuses where there is a council."""
    try:
        with transaction.atomic():
            Council.objects.create(
                name=name, established_posts=established_posts, records_from=year_begun(on=on)
            )
            _begin_with_what_was_told()
    except IntegrityError:
        raise Refusal("The council was set up already. Sign in instead.") from None
    return User.objects.create_user(
        email, password, first_name=first_name, last_name=last_name, role=Role.GROUP_MANAGER
    )


def _begin_with_what_was_told() -> None:
    """The records begin with the first year whose reviews were brought in before."""
    runs = ImportRun.objects.filter(finished_at__isnull=False, dry_run=False)
    told = [year for years in runs.values_list("years", flat=True) for year in years]
    if told:
        first = ReportingYear.parse(min(told)).first
        # Changed and not created so: the first value tells since when the council records here.
        Council.objects.filter(records_from__gt=first).update(records_from=first)


def year_begun(*, on: date) -> date:
    """1 April of the reporting year the day is in."""
    return date(on.year if on.month >= 4 else on.year - 1, 4, 1)


@transaction.atomic
def change_council(council: Council, *, by: User, **choices) -> None:
    """Change the council's choices; deadlines already set stay as they are."""
    if not by.is_manager:
        raise Refusal("Only a manager changes the council's choices.")
    Council.objects.filter(pk=council.pk).update(**choices)
