"""Who is kin to a child: found, recorded, and taken out where it was wrong."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import SERVICE, for_roles
from cohort.actions.kinship import make_kin, part_kin
from cohort.forms.period import TakeOutForm
from cohort.models import Kinship
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted
from reviews.forms.kin import KinForm
from reviews.kin import perhaps_kin
from reviews.views.asking import asked, the_child


@for_roles(*SERVICE)
def kin_add(request, pk: int):
    """Find a child's kin among the children here, and record what they are to each other."""
    child, on = the_child(request, pk, "kin"), clock.today()
    words = request.GET.get("q", "")[:100]
    found = perhaps_kin(child, words, request.user, on=on)
    form = KinForm(request.POST or None, child=child, found=found, today=on)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                for one, other, kind in form.pairs:
                    make_kin(one, other=other, kind=kind, on=on, by=request.user)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            how_many = counted(len(form.pairs), "child is,children are")
            messages.success(request, f"Saved. {how_many} now shown as kin.")
            return redirect("child", pk=child.pk)
    context = {"child": child, "form": form, "found": found, "words": words}
    return render(request, "reviews/kin_add.html", context)


@for_roles(*SERVICE)
def kin_remove(request, pk: int, kinship: int):
    """Take out kin recorded in error."""
    child = the_child(request, pk, "kin")
    pairs = Kinship.objects.filter(Q(one=child) | Q(other=child)).select_related("one", "other")
    wrong = get_object_or_404(pairs, pk=kinship)
    other = wrong.other if wrong.one_id == child.pk else wrong.one
    form = TakeOutForm(request.POST or None)

    def save():
        part_kin(wrong, **form.cleaned_data, on=clock.today(), by=request.user)
        messages.success(request, f"Saved. {other} is no longer shown as kin.")

    lead = f"{other} ({other.reference}) is shown here as kin of {child.given_name}."
    return asked(request, child, form, save, "Kin recorded in error", lead)
