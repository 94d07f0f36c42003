"""Which version of a child's facts a person had before them, out of the history."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Model

from accounts.models import User
from iro_service.refusals import Refusal


class ChangedMeanwhile(Refusal):
    """Somebody changed the facts after this person opened them; `row` is as they stand now."""

    def __init__(self, row: Model, by: str):
        super().__init__(f"{by} changed these facts after you opened them.")
        self.row, self.by = row, by


def version_of(row: Model) -> int:
    """The number of the newest version; 0 where the history knows none."""
    newest = _versions(row).order_by("-pgh_id").values_list("pgh_id", flat=True).first()
    return newest or 0


def refuse_overwriting(row: Model, version: int, facts: Iterable[str]) -> None:
    """Refuse where one of these facts is another now than in the version that was opened."""
    seen = _versions(row).filter(pgh_id=version).first()
    if seen and all(getattr(seen, name) == getattr(row, name) for name in facts):
        return
    raise ChangedMeanwhile(row, _who(row))


def _who(row: Model) -> str:
    """Whose the newest version is; a command's is nobody's."""
    newest = _versions(row).select_related("pgh_context").order_by("-pgh_id").first()
    context = newest and newest.pgh_context
    user = User.objects.filter(pk=context.metadata.get("user")).first() if context else None
    return str(user) if user else "Somebody else"


def _versions(row: Model):
    label = row._meta
    return apps.get_model(label.app_label, f"{label.object_name}Event").objects.filter(
        pgh_obj=row.pk
    )
