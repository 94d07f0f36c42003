"""Parts of a form that the template library has no layout for."""

from django.template.loader import render_to_string


class Part:
    """A template within a form's layout, given the form and what it is about."""

    def __init__(self, template: str, **values):
        self.template, self.values = template, values

    def render(self, form, context, template_pack=None, **kwargs) -> str:
        """Print the template; labels and hints in it are escaped like everything else."""
        return render_to_string(self.template, {"form": form, **self.values})
