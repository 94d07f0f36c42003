"""A row of questions among others: the page has the form tag and the button."""

from iro_service.forms.question import QuestionForm


class RowForm(QuestionForm):
    """Questions that are asked several times on one page, a row each."""

    @property
    def helper(self):
        """The fields alone."""
        helper = super().helper
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def buttons(self) -> list:
        """None: a row is not sent by itself."""
        return []

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed in the row."""
        return not self.has_changed()
