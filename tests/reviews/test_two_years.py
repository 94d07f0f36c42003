"""One child's two years in a real browser, every due day counted by hand."""

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, sync_playwright

from accounts.models import Role
from cohort.models import Child
from reviews.models import Adjournment, Record, Review
from tests.factories import CouncilFactory, UserFactory
from tests.reviews.filled_in import filled_in, on

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 20_000  # milliseconds: both cores may be busy with other tests


class Desk:
    """A browser without scripts, in a thread of its own: its event loop would bar the database."""

    def __init__(self, address: str):
        self.address, self.thread = address, ThreadPoolExecutor(1)
        self.pages: dict[str, Page] = {}
        self.thread.submit(self._open).result()

    def _open(self):
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)

    def sign_in(self, who: str, user):
        """Give the person a window of their own; the session is made here, not typed."""
        client = Client()
        client.force_login(user)
        cookie = {
            "name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.address,
        }  # fmt: skip
        self.thread.submit(self._window, who, cookie).result()

    def _window(self, who, cookie):
        context = self.browser.new_context(base_url=self.address, java_script_enabled=False)
        context.add_cookies([cookie])
        self.pages[who] = context.new_page()
        self.pages[who].set_default_timeout(PATIENCE)

    def answer(self, who: str, path: str, answers: dict, button: str, *then: str) -> str:
        """Open the page, fill it in, press the button, and those that follow; what it says then."""
        return self.thread.submit(self._answer, who, path, answers, (button, *then)).result()

    def _answer(self, who, path, answers, buttons):
        page = self.pages[who]
        page.goto(path)
        for name, value in answers.items():
            _fill(page, name, value)
        for button in buttons:
            page.get_by_role("button", name=button, exact=True).click()
        return _words(page)

    def read(self, who: str, path: str) -> str:
        """What a page says."""
        return self.thread.submit(self._read, who, path).result()

    def _read(self, who, path):
        self.pages[who].goto(path)
        return _words(self.pages[who])

    def close(self):
        self.thread.submit(self.playwright.stop).result()
        self.thread.shutdown()


def _fill(page: Page, name: str, value) -> None:
    field = page.locator(f'[name="{name}"]')
    kind = field.first.evaluate("one => one.type")
    if kind in ("radio", "checkbox"):
        for one in value if isinstance(value, list) else [value]:
            if one != "":
                page.locator(f'[name="{name}"][value="{one}"]').check()
    elif kind == "select-one":
        field.select_option(str(value))
    elif kind != "hidden":
        field.fill(str(value))


def _words(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator("main").inner_text())


def boxes(name: str, day: date) -> dict:
    return dict(zip((f"{name}_{n}" for n in range(3)), (day.day, day.month, day.year), strict=True))


@pytest.fixture
def desk(live_server):
    desk = Desk(live_server.url)
    yield desk
    desk.close()


@pytest.fixture
def people(desk):
    """The council, its practice manager and an IRO, both at their desks."""
    CouncilFactory(records_from=date(2016, 4, 1))
    manager, iro = UserFactory(role=Role.PRACTICE_MANAGER), UserFactory(role=Role.IRO)
    desk.sign_in("manager", manager)
    desk.sign_in("iro", iro)
    return manager, iro


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_child_is_reviewed_by_the_law_from_coming_into_care_to_adoption(people, desk, a_day):
    iro = people[1]

    def planned() -> Review:
        return Review.objects.planned().get()

    def is_due(rule: str, due_on: date, base_on: date) -> None:
        review = planned()
        assert (review.rule, review.due_on, review.base_on) == (rule, due_on, base_on)

    def hold(day: date, **changes) -> str:
        """Hand in the form of the review held that day, the next morning."""
        a_day(day + timedelta(1))
        answers = filled_in(iro, **on(day), **changes)
        there = f"/reviews/{planned().pk}/outcome-form/"
        return desk.answer("iro", there, answers, "Continue", "Submit")

    # Into care on Monday 9 January 2017. Twenty working days later it is Monday 6 February.
    a_day("2017-01-10")
    says = desk.answer(
        "manager",
        "/children/add/",
        {
            "given_name": "Ella", "family_name": "Brown", "reference": "E1",
            **boxes("date_of_birth", date(2010, 3, 4)), "sex": "F", "ethnicity": "WBRI",
            **boxes("started_on", date(2017, 1, 9)), "status_before": "CP", "legal_status": "C1",
            "need": "N1", "placement": "U6", "provider": "PR1", "iro": iro.pk,
        },
        "Save and plan the first review",
    )  # fmt: skip
    assert "The first review is due by Monday 6 February 2017." in says
    is_due("first_review", date(2017, 2, 6), date(2017, 1, 9))
    child = Child.objects.get()

    # Booked, and held on Wednesday 1 February.
    a_day("2017-01-12")
    says = desk.answer(
        "iro",
        f"/reviews/{planned().pk}/book/",
        {**boxes("day", date(2017, 2, 1)), "time": "10:30", "place": "School", "chair": iro.pk},
        "Book the review",
    )
    assert "Booked for Wednesday 1 February 2017 at 10:30. That is in time." in says
    hold(date(2017, 2, 1))
    # Twenty working days on for its record; three months on for the second, a bank holiday:
    # months do not heed those.
    assert Record.objects.get().due_on == date(2017, 3, 1)
    is_due("second_review", date(2017, 5, 1), date(2017, 2, 1))

    # Begun on Thursday 27 April and adjourned: twenty working days, without 1 and 29 May.
    a_day("2017-04-27")
    desk.answer(
        "iro",
        f"/reviews/{planned().pk}/adjourn/",
        {**boxes("day", date(2017, 4, 27)), "reason": "The school was not there"},
        "Adjourn the review",
    )
    assert Adjournment.objects.get().resume_by == date(2017, 5, 26)
    is_due("second_review", date(2017, 5, 1), date(2017, 2, 1))  # as before

    # Completed on 22 May: within the adjournment, yet three weeks late.
    hold(date(2017, 5, 22), late_reason="adjourned")
    second = Review.objects.held().get(rule="second_review")
    assert (second.held_in_time, second.late_reason) == (False, "adjourned")
    is_due("later_review", date(2017, 11, 22), date(2017, 5, 22))

    hold(date(2017, 11, 15))
    is_due("later_review", date(2018, 5, 15), date(2017, 11, 15))

    # Placed for adoption on Monday 5 March 2018: four weeks, which end on Easter Monday.
    a_day("2018-03-06")
    says = desk.answer(
        "manager",
        f"/children/{child.pk}/episode/",
        {**boxes("started_on", date(2018, 3, 5)), "reason_new": "B", "legal_status": "E1",
         "placement": "A6"},
        "Save",
    )  # fmt: skip
    assert "The next review is now due by Monday 2 April 2018." in says
    is_due("adoption_placed_first", date(2018, 4, 2), date(2018, 3, 5))
    page = desk.read("iro", f"/reviews/{planned().pk}/")
    assert "Planned anew: due by 2 April 2018 instead of 15 May 2018" in page
    hold(date(2018, 3, 28))
    is_due("adoption_placed_second", date(2018, 6, 28), date(2018, 3, 28))
    hold(date(2018, 6, 27))
    is_due("adoption_placed_later", date(2018, 12, 27), date(2018, 6, 27))

    # Adopted on 10 December 2018: no review is owed any more, and none was missed.
    a_day("2018-12-11")
    says = desk.answer(
        "manager",
        f"/children/{child.pk}/care/end/",
        {**boxes("ended_on", date(2018, 12, 10)), "reason": "E12"},
        "End the period of care",
    )
    assert "no review is planned any more" in says
    assert not Review.objects.planned().exists()
    held = Review.objects.held().order_by("held_on")
    assert [(one.held_on, one.held_in_time) for one in held] == [
        (date(2017, 2, 1), True),
        (date(2017, 5, 22), False),
        (date(2017, 11, 15), True),
        (date(2018, 3, 28), True),
        (date(2018, 6, 27), True),
    ]
    assert Record.objects.count() == 5
