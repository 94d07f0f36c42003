"""Which version of a child's facts a person had before them, out of the history."""

from collections.abc import Iterable

from django.apps import apps

from accounts.models import User
from cohort.models import Child
from iro_service.refusals import Refusal


class ChangedMeanwhile(Refusal):
    """Somebody changed the facts after this person opened them; `child` is as they stand now."""

    def __init__(self, child: Child, by: str):
        super().__init__(f"{by} changed these facts after you opened them.")
        self.child, self.by = child, by


def version_of(child: Child) -> int:
    """The number of the newest version; 0 where the history knows none."""
    newest = _versions(child).order_by("-pgh_id").values_list("pgh_id", flat=True).first()
    return newest or 0


def refuse_overwriting(child: Child, version: int, facts: Iterable[str]) -> None:
    """Refuse where one of these facts is another now than in the version that was opened."""
    seen = _versions(child).filter(pgh_id=version).first()
    if seen and all(getattr(seen, name) == getattr(child, name) for name in facts):
        return
    raise ChangedMeanwhile(child, _who(child))


def _who(child: Child) -> str:
    """Whose the newest version is; a command's is nobody's."""
    newest = _versions(child).select_related("pgh_context").order_by("-pgh_id").first()
    context = newest and newest.pgh_context
    user = User.objects.filter(pk=context.metadata.get("user")).first() if context else None
    return str(user) if user else "Somebody else"


def _versions(child: Child):
    return apps.get_model("cohort", "ChildEvent").objects.filter(pgh_obj=child.pk)
