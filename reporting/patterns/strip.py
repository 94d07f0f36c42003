"""The figures at the head of the page."""

from cohort.council import working_calendar
from disputes.patterns import spread_of
from reporting.patterns.seen import Seen
from reporting.percent import percent


def strip(seen: Seen) -> list[dict]:
    """Raised, open, past a day, time to settle, share within 20, Cafcass, actions to be done."""
    asked = seen.asked
    formal = [one for one in seen.settled if one.formal_on]
    took = spread_of([(one.raised_on, one.settled_on) for one in seen.settled], working_calendar())
    within = sum(one.within_total for one in formal)
    share = percent(within, len(formal))
    became = sum(one.formal_on is not None for one in seen.raised)
    late = len(seen.overdue)
    promised = asked.disputes(actions="open").count()
    referred = asked.raised | {"cafcass": "yes"}
    return [
        _figure("Raised in these days", len(seen.raised), asked.href(**asked.raised),
                f"{became} became formal"),
        _figure("Open today", len(seen.open), asked.href(state="open")),
        _figure("Past a day to answer or settle", late, asked.href(overdue="yes"),
                tone="overdue" if late else None),
        _figure("Settled in these days", took.disputes, asked.href(**asked.settled),
                _took(took) if took.disputes else ""),
        _figure("Formal, within 20 working days", "None" if share is None else f"{share}%",
                asked.href(**asked.settled, within_20="yes") if within else "",
                f"{within} of {len(formal)} settled"),
        _figure("Raised and referred to Cafcass", sum(bool(one.cafcass_on) for one in seen.raised),
                asked.href(**referred)),
        _figure("With agreed actions to be done", promised, asked.href(actions="open")),
    ]  # fmt: skip


def _took(took) -> str:
    return f"Median {took.median}, 90th percentile {took.ninetieth} working days"


def _figure(label: str, number, href: str, note: str = "", tone: str | None = None) -> dict:
    figure = {"label": label, "number": number, "href": href if number else "", "tone": tone}
    return figure | ({"note": note} if note else {})
