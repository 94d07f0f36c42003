"""Moving many children from one IRO to another."""

from collections import defaultdict

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS, User
from cohort.actions.allocation import why_not_allocated
from cohort.caseload import caseload
from cohort.filters import ChildFilter
from cohort.forms.allocation import MoveForm
from cohort.models import Child, Kinship
from iro_service import clock
from iro_service.templatetags.house import counted, day_long
from reviews.actions.handing_over import move_children as move

MOST = 500  # children on a page: an IRO holds far fewer


@for_roles(*MANAGERS)
def move_children(request):
    """Select children of an IRO, say where they go, look at what that means, and move them."""
    today = clock.today()
    found = _found(request, today)
    rows = list(found.qs[:MOST])
    chosen = _chosen(request, rows)
    iro = found.form.cleaned_data.get("iro") if found.form.is_valid() else None
    form = MoveForm(request.POST or None, today=today, leaver=iro)
    answered = request.method == "POST" and "back" not in request.POST
    if answered and form.is_valid() and _may_move(form, chosen):
        if "sure" in request.POST:
            return _move(request, form, chosen)
        return render(request, "reviews/allocations/move_check.html", _check(form, chosen, today))
    context = {
        "form": form,
        "filter": found if rows or found.form.chosen else None,
        "rows": rows,
        "iro": iro,
        "chosen": {child.pk for child in chosen},
        "cut": len(rows) == MOST,
        "most": MOST,
        "choices": [(one.pk, str(one)) for one in User.objects.independent_reviewing_officers()],
    }
    return render(request, "reviews/allocations/move.html", context)


def _found(request, on) -> ChildFilter:
    """The children the address narrows to; nobody until it names an IRO, a team or the like."""
    seen = Child.objects.visible_to(request.user, on=on).with_iro(on=on).with_care(on=on)
    found = ChildFilter(request.GET, queryset=seen, request=request)
    for name in ("care", "on"):  # those of today are moved
        found.filters.pop(name)
    if not found.form.chosen:
        found.queryset = seen.none()
    return found


def _chosen(request, rows: list[Child]) -> list[Child]:
    if "all" in request.POST:
        return rows
    ticked = set(request.POST.getlist("children"))
    return [child for child in rows if str(child.pk) in ticked]


def _may_move(form: MoveForm, chosen: list[Child]) -> bool:
    """Say on the form what is in the way."""
    if not chosen:
        form.add_error(None, "Tick the children to move")
        return False
    to = dict.fromkeys(chosen, form.cleaned_data["iro"])
    for sentence in why_not_allocated(to, on=form.cleaned_data["on"]):
        form.add_error(None, sentence)
    return form.is_valid()


def _move(request, form: MoveForm, chosen: list[Child]):
    data = form.cleaned_data
    to = dict.fromkeys(chosen, data["iro"])
    handed = move(to, reason=data["reason"], on=data["on"], by=request.user)
    words = [f"{counted(handed.children, 'child,children')} go to {data['iro']}"
             f" on {day_long(data['on'])}"]  # fmt: skip
    if handed.reviews:
        words.append(f"{counted(handed.reviews, 'booked review')} with them")
    if handed.left:
        shared = counted(handed.left, "review")
        words.append(f"{shared} shared with children who stay: the chair is the same")
    messages.success(request, f"Saved. {'. '.join(words)}.")
    return redirect("caseloads")


def _check(form: MoveForm, chosen: list[Child], today) -> dict:
    data = form.cleaned_data
    rows = {row.iro.pk: row for row in caseload(on=data["on"]).by_iro}
    return {
        "form": form,
        "chosen": chosen,
        "to": data["iro"],
        "on": data["on"],
        "reason": data["reason"],
        "posted": [(name, value) for name, values in form.data.lists() for value in values
                   if name not in ("csrfmiddlewaretoken", "sure", "back")],
        "caseload_words": _then(rows.get(data["iro"].pk), len(chosen)),
        "apart": left_apart(chosen, data["iro"], on=data["on"]),
    }  # fmt: skip


def _then(row, children: int) -> str:
    """The caseload of who takes them, before and after."""
    if row is None or row.per_post is None:
        return "Fills no post on that day"
    then = row.with_more(children).per_post
    return f"{row.per_post} children per full-time post now, {then} with them"


def left_apart(chosen: list[Child], to: User, *, on) -> list[str]:
    """A sentence for each child who would have another IRO than a brother or sister."""
    pks = {child.pk for child in chosen}
    ties = Kinship.objects.filter(Q(one__in=pks) | Q(other__in=pks), kind=Kinship.Kind.SIBLING)
    others: dict[int, Child] = {}
    apart: dict[int, list[Child]] = defaultdict(list)
    for tie in ties.select_related("one", "other").order_by("pk"):
        for mine, theirs in ((tie.one, tie.other), (tie.other, tie.one)):
            if mine.pk in pks and theirs.pk not in pks:
                others[theirs.pk] = theirs
                apart[mine.pk].append(theirs)
    iros = dict(Child.objects.filter(pk__in=others).with_iro(on=on).values_list("pk", "iro_name"))
    return [
        f"{child} goes to {to}; {one}, brother or sister, stays with {iros[one.pk]}"
        for child in chosen
        for one in apart[child.pk]
        if iros[one.pk] and iros[one.pk] != str(to)
    ]
