"""A child's own pages: who will read it, one question a page, a last look, done."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from iro_service import clock
from reviews.actions.guessing import TooManyTries, begin_try, forgive
from reviews.actions.voice import finish_page, open_page, save_answer
from reviews.childs_questions import QUESTIONS, answers_of
from reviews.forms.voice import AnswerForm, CodeForm
from reviews.models import ChildsPage
from reviews.views.childs_way_in import (
    childs_own,
    closed,
    iro_of,
    let_in,
    page_of,
    shut_out,
    with_their_page,
)
from reviews.voice import is_open
from reviews.voice_codes import link_hash, words_hash

WRONG = "Those words do not open anything. Look at them again, or ask the person who gave them."


@childs_own
@sensitive_post_parameters("code", "link")
@sensitive_variables("link")
def mine(request):
    """Ask for the four words, or take the link's own button; either opens the child's page."""
    if link := request.POST.get("link"):
        return _let_in_or_not(request, _page_of_link(link))
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not (request.method == "POST" and form.is_valid()):
        return render(request, "voice/code.html", {"form": form})
    try:
        one_try = begin_try(_address(request), at=clock.now())
    except TooManyTries:
        return render(request, "voice/wait.html", status=429)
    page = _pages().filter(words_hash=words_hash(form.cleaned_data["code"])).first()
    if page is None:
        form.add_error("code", WRONG)
        return render(request, "voice/code.html", {"form": form})
    forgive(one_try)
    return _let_in_or_not(request, page)


@childs_own
@sensitive_variables("code")
def mine_link(request, code):
    """Greet who comes by the link; only the button opens anything, so that previews do not."""
    page = _page_of_link(code)
    if page is None:
        return render(request, "voice/unknown.html", status=404)
    if not is_open(page, on=clock.today()):
        return closed(request, page)
    return render(request, "voice/link.html", {"code": code, "kind": page.kind})


@with_their_page
def mine_start(request, page):
    """Tell the child first who will read it."""
    answers = answers_of(page)
    going_on = next((n for n, one in enumerate(answers, 1) if not one.is_given), None)
    context = _about(page) | {"begun": bool(page.answers), "first": going_on}
    return render(request, "voice/start.html", context)


@with_their_page
def mine_question(request, page, number):
    """Ask one question, save the answer, go on; skipping and going back lose nothing."""
    answers = answers_of(page)
    if not 0 < number <= len(answers):
        return redirect("mine_start")
    answer = answers[number - 1]
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        question=answer.question,
        initial={"choice": answer.choice, "words": answer.words},
    )
    if request.method == "POST" and form.is_valid():
        save_answer(
            page, key=answer.question.key, **form.cleaned_data, on=clock.today(), at=clock.now()
        )
        return _on_from(number, page, request.POST)
    context = _about(page) | {"form": form, "question": answer.question, "number": number}
    return render(request, "voice/question.html", context | {"of": len(answers)})


@with_their_page
def mine_check(request, page):
    """Show the child what they said before they finish."""
    return render(request, "voice/check.html", _about(page) | {"answers": answers_of(page)})


@require_POST
@with_their_page
def mine_finish(request, page):
    """Finish; the code opens nothing from now on."""
    finish_page(page, on=clock.today(), at=clock.now())
    return redirect("mine_done")


@childs_own
def mine_done(request):
    """Thank the child, and leave the browser with nothing to go back to."""
    page = page_of(request)
    if page is None or page.finished_at is None:
        return redirect("mine")
    return shut_out(render(request, "voice/done.html", _about(page)))


@childs_own
def mine_stopped(request):
    """Stop for now, and forget the child on this browser; the same code opens it again."""
    return shut_out(render(request, "voice/stopped.html"))


def _pages():
    return ChildsPage.objects.select_related("review__child")


def _page_of_link(link: str) -> ChildsPage | None:
    return _pages().filter(code_hash=link_hash(link)).first()


def _let_in_or_not(request, page: ChildsPage | None):
    """Exchange a code for the cookie, so that no address after this one has it."""
    if page is None:
        return render(request, "voice/unknown.html", status=404)
    if not is_open(page, on=clock.today()):
        return closed(request, page)
    open_page(page, at=clock.now())
    return let_in(request, redirect("mine_start"), page)


def _on_from(number: int, page: ChildsPage, pressed):
    """Where the pressed button leads, now that the answer is saved."""
    if "stop" in pressed:
        return redirect("mine_stopped")
    there = number - 1 if "back" in pressed else number + 1
    if there < 1:
        return redirect("mine_start")
    questions = len(QUESTIONS[page.kind])
    return redirect("mine_question", there) if there <= questions else redirect("mine_check")


def _about(page: ChildsPage) -> dict:
    """What every page of the child's may say; of the child no more than the given name."""
    return {
        "kind": page.kind,
        "name": page.review.child.given_name,
        "iro": iro_of(page),
        "questions": len(QUESTIONS[page.kind]),
    }


def _address(request) -> str:
    """Where the request came from; the proxy's word counts only where there is a proxy."""
    if settings.SECURE_PROXY_SSL_HEADER and (told := request.headers.get("X-Forwarded-For")):
        return told.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
