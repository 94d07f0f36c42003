"""Signing in and out, passwords, and who works here."""

from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts import actions
from accounts.access import for_roles
from accounts.forms import ForgottenForm, NewPasswordForm, PersonForm, SignInForm
from accounts.guesses import forgive
from accounts.invitations import person_of_link, send_link
from accounts.models import MANAGERS, Role, User
from iro_service import clock


@login_not_required
@sensitive_post_parameters()
def sign_in(request):
    """Ask who it is; afterwards go to the page they came for."""
    form = SignInForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        login(request, form.user)
        there = request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(there, {request.get_host()}, request.is_secure()):
            return redirect(there)
        return redirect("home")
    return render(request, "accounts/sign_in.html", {"form": form})


@login_not_required
@require_POST
def sign_out(request):
    """End the session."""
    logout(request)
    messages.success(request, "You have signed out.")
    return redirect("sign_in")


@login_not_required
def password_forgotten(request):
    """Send a link, and say the same whether or not the address is known."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = User.objects.filter(
            email__iexact=form.cleaned_data["email"], is_active=True
        ).first()
        if person:
            send_link(person)
        messages.success(request, "If that address is here, a link is on its way to it.")
        return redirect("sign_in")
    return render(request, "accounts/password_forgotten.html", {"form": form})


@login_not_required
@sensitive_post_parameters()
def password_choose(request, key, token):
    """Choose a password through a link from a mail."""
    person = person_of_link(key, token)
    if person is None:
        return render(request, "accounts/link_used.html", status=410)
    form = NewPasswordForm(request.POST or None, user=person)
    if request.method == "POST" and form.is_valid():
        actions.choose_password(person, password=form.cleaned_data["password"])
        forgive(person)
        messages.success(request, "Saved. Sign in with your new password.")
        return redirect("sign_in")
    return render(request, "accounts/password.html", {"form": form})


@for_roles(*Role)
@sensitive_post_parameters()
def password_change(request):
    """Choose another password while signed in."""
    form = NewPasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        actions.choose_password(request.user, password=form.cleaned_data["password"])
        update_session_auth_hash(request, request.user)
        messages.success(request, "Saved. Your new password counts from now on.")
        return redirect("home")
    return render(request, "accounts/password.html", {"form": form})


@for_roles(*MANAGERS)
def people(request):
    """Everybody who works with the service."""
    everybody = User.objects.order_by("-is_active", "last_name", "first_name")
    return render(request, "accounts/people.html", {"object_list": everybody})


@for_roles(*MANAGERS)
def person_add(request):
    """Take somebody in."""
    form = PersonForm(request.POST or None)
    form.button = "Add and send the link"
    if request.method == "POST" and form.is_valid():
        person = actions.add_person(**form.cleaned_data, by=request.user)
        messages.success(request, f"{person} was added. A link went to {person.email}.")
        return redirect("people")
    return render(request, "accounts/person.html", {"form": form})


@for_roles(*MANAGERS)
def person_edit(request, pk):
    """Change a person's name, address or role."""
    person = get_object_or_404(User, pk=pk)
    form = PersonForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        actions.change_person(person, **form.cleaned_data, on=clock.today(), by=request.user)
        messages.success(request, f"Saved. {person} is {person.get_role_display()}.")
        return redirect("people")
    return render(request, "accounts/person.html", {"form": form, "person": person})


@require_POST
@for_roles(*MANAGERS)
def person_access(request, pk):
    """End a person's access, or give it back."""
    person = get_object_or_404(User, pk=pk)
    if person.is_active:
        actions.stop_sign_in(person, on=clock.today(), by=request.user)
        messages.success(request, f"{person} can no longer sign in.")
    else:
        actions.allow_sign_in(person, by=request.user)
        messages.success(request, f"{person} can sign in again.")
    return redirect("people")
