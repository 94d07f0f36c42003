"""Answers chosen, not typed."""

from django import forms

from iro_service.forms.sentences import Sentences


class ChoiceSentences(Sentences):
    """A choice that is not on the list reads like one that was not made."""

    def __init__(self, *, missing: str = "", **kwargs):
        missing = missing or f"Select {kwargs.get('noun') or self.noun}"
        messages = {"invalid_choice": missing, "invalid_list": missing, "invalid_pk_value": missing}
        super().__init__(
            missing=missing, error_messages=messages | kwargs.pop("error_messages", {}), **kwargs
        )


class RadiosField(ChoiceSentences, forms.ChoiceField):
    """One of a few, all in view."""

    widget = forms.RadioSelect

    def __init__(self, *, inline: bool = False, small: bool = True, **kwargs):
        self.inline, self.small = inline, small
        super().__init__(**kwargs)


class CheckboxesField(ChoiceSentences, forms.MultipleChoiceField):
    """Any number of a few, all in view."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, small: bool = True, **kwargs):
        self.small = small
        super().__init__(**kwargs)


class TickField(Sentences, forms.BooleanField):
    """One box; required means that it must be ticked."""

    noun = "the box to go on"


class SelectField(ChoiceSentences, forms.ChoiceField):
    """One of many; `autocomplete` adds a box to type in where scripts run."""

    def __init__(self, *, autocomplete: bool = False, empty: str = "Select", choices=(), **kwargs):
        if not callable(choices):
            choices = [("", empty), *getattr(choices, "choices", choices)]
        super().__init__(choices=choices, **kwargs)
        if autocomplete:
            self.widget.attrs["data-autocomplete"] = ""


class ModelSelectField(ChoiceSentences, forms.ModelChoiceField):
    """One record of a QuerySet, which must already be what the person may see."""

    def __init__(self, *, autocomplete: bool = False, **kwargs):
        kwargs.setdefault("empty_label", "Select")
        super().__init__(**kwargs)
        if autocomplete:
            self.widget.attrs["data-autocomplete"] = ""
