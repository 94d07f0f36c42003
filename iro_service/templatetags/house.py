"""The words and small parts that every page is made of; docs/look.md shows each in use."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.forms import RadioSelect
from django.utils import dates, timezone

register = template.Library()

# One word, one meaning. The colour only repeats what the word says.
TAGS = {
    "due": "Due",
    "today": "Today",
    "overdue": "Overdue",
    "late": "Late",
    "done": "Done",
    "held": "Held",
    "draft": "Draft",
    "not-recorded": "Not recorded",
    "restricted": "Restricted",
}


def _as_day(value: date | None) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value or None


@register.filter
def day(value) -> str:
    """Write a day as "5 January 2017"."""
    value = _as_day(value)
    return f"{value.day} {dates.MONTHS[value.month]} {value.year}" if value else ""


@register.filter
def day_long(value) -> str:
    """Write a day as "Thursday 5 January 2017"."""
    value = _as_day(value)
    return f"{dates.WEEKDAYS[value.weekday()]} {day(value)}" if value else ""


@register.filter
def day_short(value) -> str:
    """Write a day as "5 Jan"."""
    value = _as_day(value)
    return f"{value.day} {str(dates.MONTHS[value.month])[:3]}" if value else ""


@register.filter
def percent(value) -> str:
    """Write a percentage with one decimal, halves rounded up, as the published reports do."""
    if value is None or value == "":
        return ""
    return f"{Decimal(str(value)).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


@register.filter
def counted(number, nouns: str) -> str:
    """Write "1 child" or "1,875 children" from a number and "child,children"."""
    one, many = nouns.split(",") if "," in nouns else (nouns, f"{nouns}s")
    number = number or 0
    return f"{number:,} {one if number == 1 else many}"


@register.filter
def person_name(person) -> str:
    """Write a person as "Given Family", whatever the record calls the two parts."""
    if person is None or isinstance(person, str):
        return person or ""
    if hasattr(person, "get_full_name"):
        return person.get_full_name() or str(person)
    parts = (getattr(person, "given_name", ""), getattr(person, "family_name", ""))
    return " ".join(part for part in parts if part) or str(person)


@register.inclusion_tag("components/tag.html", name="tag")
def tag(name: str, words: str = "") -> dict:
    """Show a state as a coloured word; an unknown state is a mistake of ours, so it raises."""
    return {"name": name, "words": words or TAGS[name]}


@register.inclusion_tag("components/deadline.html")
def deadline(thing, short: bool = False) -> dict:
    """Show a due day, how far off it is, and why that day; `short` is for tables."""
    return {"deadline": thing, "short": short}


@register.inclusion_tag("components/stats.html")
def stats(items) -> dict:
    """Show a strip of counts, each opening what it counts."""
    return {"items": items}


@register.inclusion_tag("components/timeline.html")
def timeline(events) -> dict:
    """Show what happened, in the order given."""
    return {"events": events}


@register.inclusion_tag("components/empty.html")
def empty(sentence: str, advice: str = "", href: str = "", action: str = "") -> dict:
    """Show that there is nothing, and what to do about it."""
    return {"sentence": sentence, "advice": advice, "href": href, "action": action}


@register.inclusion_tag("components/fact.html")
def fact(key: str, value=None, href: str = "", action: str = "", action_href: str = "") -> dict:
    """Show one row of a summary list; a fact that is missing says so."""
    missing = value is None or value == ""
    return {
        "key": key,
        "value": value,
        "missing": missing,
        "href": href,
        "action": action,
        "action_href": action_href,
    }


@register.inclusion_tag("components/button.html")
def button(words: str, href: str, secondary: bool = False, hidden_words: str = "") -> dict:
    """Show a link that looks like a button; `hidden_words` tell apart buttons that repeat."""
    return {"words": words, "href": href, "secondary": secondary, "hidden_words": hidden_words}


@register.inclusion_tag("components/post_button.html", takes_context=True)
def post_button(
    context, words: str, href: str, secondary: bool = False, hidden_words: str = "", **values
) -> dict:
    """Show a form of one button, for a deed that needs no question; `values` go with it."""
    return {
        "csrf_token": context.get("csrf_token"),
        "words": words,
        "href": href,
        "secondary": secondary,
        "hidden_words": hidden_words,
        "values": values,
    }


@register.simple_tag(takes_context=True)
def query_with(context, **changes) -> str:
    """Give the address's query with some parameters replaced, and those set to None left out."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}"


@register.inclusion_tag("components/head.html")
def head(words: str, numeric: bool = False, hidden: bool = False) -> dict:
    """Show a table heading that cannot be sorted; `hidden` keeps it for screen readers only."""
    return {"words": words, "numeric": numeric, "hidden": hidden}


@register.inclusion_tag("components/sort_head.html", takes_context=True)
def sort_head(context, name: str, words: str, numeric: bool = False, default: str = "") -> dict:
    """Show a table heading whose link sorts the whole list, not only the page in view."""
    now = context["request"].GET.get("sort", default)
    direction = {name: "ascending", f"-{name}": "descending"}.get(now, "none")
    return {
        "words": words,
        "numeric": numeric,
        "direction": direction,
        "href": query_with(
            context, sort=f"-{name}" if direction == "ascending" else name, page=None
        ),
    }


@register.inclusion_tag("components/pages.html", takes_context=True)
def pages(context, page) -> dict:
    """Show the way through a long list; filters and sorting stay in the address."""
    links = [
        {
            "number": number,
            "gap": number == page.paginator.ELLIPSIS,
            "current": number == page.number,
            "href": query_with(context, page=number),
        }
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1)
    ]
    return {
        "page": page,
        "links": links,
        "previous": query_with(context, page=page.number - 1),
        "next": query_with(context, page=page.number + 1),
    }


@register.inclusion_tag("components/error_summary.html", takes_context=True)
def problems(context) -> dict:
    """List the errors of the page's `form`, `formset` and `forms`, each linked to its field."""
    forms = [form for form in (context.get("form"), *(context.get("forms") or ())) if form]
    formset = context.get("formset")
    if formset is not None:
        forms += list(formset)
    errors = [link for form in forms for link in _error_links(form)]
    if formset is not None and formset.is_bound:
        errors += [{"id": "main", "sentence": words} for words in formset.non_form_errors()]
    return {"errors": errors}


def _error_links(form) -> list[dict]:
    """Pair each error of a bound form with the id of the control that mends it."""
    if not getattr(form, "is_bound", False) or not hasattr(form, "visible_fields"):
        return []
    visible = form.visible_fields()
    first = _control_id(visible[0]) if visible else "main"
    links = [{"id": first, "sentence": words} for words in form.non_field_errors()]
    for field in form:
        where = first if field.is_hidden else _control_id(field)
        links += [{"id": where, "sentence": words} for words in field.errors]
    return links


def _control_id(field) -> str:
    """Give the id of a field's first control, which for several controls is not the field's own."""
    if parts := getattr(field.field, "wrong_parts", None):
        return f"{field.auto_id}_{parts[0]}"
    if hasattr(field.field.widget, "widgets"):
        return f"{field.auto_id}_0"
    if isinstance(field.field.widget, RadioSelect):  # checkboxes too; the library counts from one
        return f"{field.auto_id}_1"
    return field.auto_id


@register.simple_tag(takes_context=True)
def has_errors(context) -> bool:
    """Tell whether any form of the page was refused."""
    return bool(problems(context)["errors"])
