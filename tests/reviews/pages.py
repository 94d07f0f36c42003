"""What a page says."""


def words(response) -> str:
    """The page's text in one line."""
    return " ".join(response.content.decode().split())


def sentences(response) -> list[str]:
    """Every error sentence of the page."""
    forms = [response.context["form"], *(response.context.get("forms") or [])]
    return [one for form in forms for errors in form.errors.values() for one in errors]
