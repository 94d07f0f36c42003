"""Who reads a report."""

from django.db.models import TextChoices


class Audience(TextChoices):
    """An edition for those inside, one for everybody, one for the children themselves."""

    INTERNAL = "internal", "Internal"
    PUBLIC = "public", "Public"
    CHILDREN = "children", "Children's"
