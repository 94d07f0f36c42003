"""Who is kin to a child."""

from cohort.actions.kinship import why_not_kin
from cohort.models import Child, Kinship
from iro_service.forms import CheckboxesField, QuestionForm, RadiosField
from reviews.templatetags.children import age_words

SIBLING, PARENT, CHILD = "sibling", "parent", "child"


class KinForm(QuestionForm):
    """Which of the children found are kin, and what they are to the child."""

    button = "Save"

    kin_is = RadiosField(label="They are", missing="Select what they are")
    others = CheckboxesField(label="Who?", missing="Select at least one child")

    def __init__(self, data=None, *, child: Child, found: list[Child], today, **kwargs):
        super().__init__(data, **kwargs)
        self.child, self.found = child, {str(one.pk): one for one in found}
        whose = f"of {child.given_name}"
        self.fields["kin_is"].choices = [
            (SIBLING, f"A brother or sister {whose}"),
            (PARENT, f"The mother or father {whose}"),
            (CHILD, f"A son or daughter {whose}"),
        ]
        self.fields["others"].choices = [
            (pk, f"{one}, {age_words(one, today)} ({one.reference})")
            for pk, one in self.found.items()
        ]

    def clean(self) -> dict:
        """Refuse a parent who is no older than the child, by name."""
        typed = super().clean()
        for one, other, kind in self.pairs:
            if why := why_not_kin(one, other, kind):
                self.add_error("others", why)
                break
        return typed

    @property
    def pairs(self) -> list[tuple[Child, Child, str]]:
        """Each pair as the actions take it: the one, the other, what the one is to the other."""
        kin_is = self.cleaned_data.get("kin_is")
        chosen = [self.found[pk] for pk in self.cleaned_data.get("others", [])]
        if kin_is == PARENT:
            return [(one, self.child, Kinship.Kind.PARENT) for one in chosen]
        kind = Kinship.Kind.PARENT if kin_is == CHILD else Kinship.Kind.SIBLING
        return [(self.child, one, kind) for one in chosen]
