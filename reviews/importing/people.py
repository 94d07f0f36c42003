"""The register of IROs: who they are and the posts they fill."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from accounts.invitations import send_link
from accounts.models import Role, User
from cohort.models import IROPost
from iro_service.templatetags.house import day as in_words
from reviews.importing.columns import Column
from reviews.importing.rows import NotTaken, Row, as_day
from reviews.importing.spans import in_order, in_the_way, put_right
from reviews.importing.tally import Did, Tally

COLUMNS = (
    Column("email", "Email address", "They sign in with it", required=True,
           known=("email", "e mail", "work email", "iro email", "prof_professional_email")),
    Column("name", "Full name", "Or the two parts below",
           known=("name", "iro", "iro name", "officer", "prof_professional_name")),
    Column("given_name", "Given name", known=("first name", "forename")),
    Column("family_name", "Family name", known=("last name", "surname")),
    Column("full_time_equivalent", "Part of a full-time post", "0.6, or 1",
           known=("fte", "wte", "full time equivalent", "whole time equivalent", "post")),
    Column("contract", "Contract", "Permanent, fixed term or interim",
           known=("contract type", "employment")),
    Column("started_on", "In post from", known=("from", "start", "start date", "started")),
    Column("ended_on", "In post until", "The first day they are gone; empty while they stay",
           known=("to", "until", "end", "end date", "ended", "left")),
)  # fmt: skip
ONE_OF: tuple[str, ...] = ("name", "family_name")
ABOUT = (
    "IROs and the posts they fill, in parts of a full-time one. Whoever is new and still in post "
    "gets a mail with a link to choose a password."
)
CONTRACTS = {
    **dict.fromkeys(("permanent", "perm"), IROPost.Contract.PERMANENT),
    **dict.fromkeys(("fixed term", "fixed-term", "fixed_term"), IROPost.Contract.FIXED_TERM),
    **dict.fromkeys(("interim", "agency", "locum"), IROPost.Contract.INTERIM),
}
RENAMED = "{} gave an IRO another name, which they have now"


def bring_in(rows: Iterable[Row], tally: Tally, *, on: date, at: datetime, by) -> None:
    """Take each IRO and post into the records; who is new and still here is invited."""
    ordered = in_order(rows, "email", "started_on")
    tally.take_each(ordered, _Intake(tally, _still_here(ordered, on), by).take)


def _still_here(rows: list[Row], on: date) -> set[str]:
    """The addresses that stand in a row without an end, or with one to come."""
    ends = ((row, as_day(row.cells.get("ended_on", ""))) for row in rows)
    return {row.cells.get("email", "").strip().lower() for row, end in ends if not end or end > on}


class _Intake:
    def __init__(self, tally: Tally, still_here: set[str], by):
        self.tally, self.still_here, self.by = tally, still_here, by
        self.named: set[User] = set()  # whose name this file has said

    def take(self, row: Row) -> Did:
        """Take the person of a row, and their post where it has one."""
        email = row.email("email", required="There is no email address.")
        post = self._post(row)
        person = User.objects.filter(email__iexact=email).first()
        if person is None:
            person = self._new(row, email)
            if post:
                self._fill(person, **post)
            return "added"
        if not person.is_iro:
            raise NotTaken(f"{person} is here already: {person.get_role_display()}.", "email")
        if email in self.still_here and not person.is_active:
            raise NotTaken(f"{person} may not sign in here any more.", "email")
        did = self._fill(person, **post) if post else "unchanged"
        renamed = self._rename(person, row)
        return "changed" if did == "unchanged" and renamed else did

    def _new(self, row: Row, email: str) -> User:
        first, last = _names(row)
        if not last:
            raise NotTaken("There is no name.", "name")
        gone = email not in self.still_here
        person = User.objects.create_user(
            email, first_name=first, last_name=last, role=Role.IRO, is_active=not gone
        )
        if not gone:
            # What is in stays in, even where the mail server is away: a link can be asked for.
            transaction.on_commit(lambda: send_link(person, invited_by=self.by), robust=True)
        return person

    def _rename(self, person: User, row: Row) -> bool:
        first, last = _names(row)
        if not last or person in self.named:
            return False
        self.named.add(person)
        if (first, last) == (person.first_name, person.last_name):
            return False
        self.tally.note(RENAMED, f"{person}, now {first} {last}")
        User.objects.filter(pk=person.pk).update(first_name=first, last_name=last)
        return True

    def _post(self, row: Row) -> dict | None:
        part, started = row.part_of_one("full_time_equivalent"), row.day("started_on")
        ended, contract = row.day("ended_on"), row.words("contract").lower()
        if part is None and started is None and ended is None:
            return None
        if contract and contract not in CONTRACTS:
            raise NotTaken("The contract is none of: permanent, fixed term, interim.", "contract")
        if started is None:
            raise NotTaken("There is no day the post was filled from.", "started_on")
        if part is None:
            raise NotTaken("There is no part of a full-time post.", "full_time_equivalent")
        if ended and ended < started:
            raise NotTaken("The post ends before it begins.", "ended_on")
        return {
            "full_time_equivalent": part,
            "contract": CONTRACTS.get(contract),
            "started_on": started,
            "ended_on": ended,
        }

    def _fill(self, person: User, **post) -> Did:
        posts = list(person.posts.all())
        same = next((one for one in posts if one.started_on == post["started_on"]), None)
        if other := in_the_way(posts, post["started_on"], post["ended_on"], but=same):
            raise NotTaken(
                f"{person} has another post in these days, of {other.full_time_equivalent} "
                f"from {in_words(other.started_on)}.",
                "started_on",
            )
        if same is None:
            post["contract"] = post["contract"] or IROPost.Contract.PERMANENT
            IROPost.objects.create(iro=person, **post)
            return "added"
        return put_right(IROPost, same, post)


class IROs:
    """Finds the IRO a cell means, by the email address or by a name that only one has."""

    def __init__(self) -> None:
        self.by_email: dict[str, User] = {}
        self.by_name: dict[str, list[User]] = defaultdict(list)
        for user in User.objects.filter(role=Role.IRO):
            self.by_email[user.email.lower()] = user
            self.by_name[_key(user.get_full_name())].append(user)

    def found(self, words: str) -> User | None:
        """The IRO, None where nobody or more than one is meant."""
        if "@" in words:
            return self.by_email.get(words.strip().lower())
        named = self.by_name.get(_key(_the_right_way_round(words)), [])
        return named[0] if len(named) == 1 else None

    def why_not(self, words: str) -> str:
        """The sentence where none is found."""
        if len(self.by_name.get(_key(_the_right_way_round(words)), [])) > 1:
            return f"More than one IRO is called {words[:80]}. Give the email address."
        return f"No IRO here is {words[:80]}. Import the IROs first, or mend the name."


def _names(row: Row) -> tuple[str, str]:
    """The given and the family name, out of two columns or one."""
    first, last = row.name("given_name", limit=150), row.name("family_name", limit=150)
    if last:
        return first, last
    given, _, family = _the_right_way_round(row.name("name", limit=150)).rpartition(" ")
    return given, family


def _the_right_way_round(name: str) -> str:
    """Family, Given as Given Family."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name.strip()


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
