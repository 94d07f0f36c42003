"""The unit: its registers, and what IROs say of themselves."""

from django.urls import path

from cohort.registers import REGISTERS
from reviews.views.staff_facts import staff_facts, staff_facts_download, staff_facts_edit
from reviews.views.unit import (
    register,
    register_download,
    register_entry,
    register_take_out,
    unit,
)


def _of(key: str) -> list:
    """The addresses of a register, each named after it."""
    there, about = f"unit/{key.replace('_', '-')}/", {"key": key}
    return [
        path(there, register, about, name=key),
        path(f"{there}add/", register_entry, about, name=f"{key}_add"),
        path(f"{there}download/", register_download, about, name=f"{key}_download"),
        path(f"{there}<int:pk>/", register_entry, about, name=f"{key}_edit"),
        path(f"{there}<int:pk>/take-out/", register_take_out, about, name=f"{key}_take_out"),
    ]


urlpatterns = [
    path("unit/", unit, name="unit"),
    *(address for key in REGISTERS for address in _of(key)),
    path("unit/iros/", staff_facts, name="staff_facts"),
    path("unit/iros/download/", staff_facts_download, name="staff_facts_download"),
    path("unit/iros/<int:pk>/", staff_facts_edit, name="staff_facts_edit"),
]
