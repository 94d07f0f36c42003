"""An outcome form filled in well, as a browser would send it."""

from datetime import date

from django.urls import reverse

from reviews.models import Draft

GOOD = {
    "held_on_0": "19",
    "held_on_1": "7",
    "held_on_2": "2017",
    "held_time": "10:30",
    "method": "in_person",
    "participation_code": "PN1",
    "attendees": ["mother", "social_worker"],
    "others_attending": "",
    "seen_alone": "yes",
    "not_alone_reason": "",
    "late_reason": "",
    "late_detail": "",
    "advocate_offered": "yes",
    "parents_took_part": "came",
    "carers_took_part": "views",
    "placement_right": "yes",
    "placement_note": "",
    "permanence_plan": "fostering",
    "plans": ["none"],
    "next_steps": "",
    "concern": "",
    "decisions": "1",
}


def on(day: date) -> dict:
    """The three boxes of the day the review was held."""
    return {"held_on_0": day.day, "held_on_1": day.month, "held_on_2": day.year}


def decision(number: int, text="School place", owner="Social worker", by=date(2017, 9, 1)) -> dict:
    """One row of the decisions, filled in."""
    row = f"decision-{number}"
    days = {f"{row}-by_when_{n}": part for n, part in enumerate((by.day, by.month, by.year))}
    return {f"{row}-text": text, f"{row}-owner": owner, **days}


def filled_in(by, **changes) -> dict:
    """All answers, with `by` in the chair; `changes` replace some of them."""
    return {**GOOD, "chair": by.pk, **changes}


def submitted(client, review, answers):
    """Send the form, and press Submit on its check page; the page that follows."""
    client.post(reverse("outcome_form", args=[review.pk]), answers)
    version = Draft.objects.get(review=review, by=client.session["_auth_user_id"]).version
    check = reverse("outcome_form_check", args=[review.pk])
    return client.post(check, {"version": version}, follow=True)
