"""The addresses of giving children an IRO."""

from django.urls import path

from reviews.views.allocations import (
    allocation_call_off,
    allocation_change,
    allocations_planned,
    to_allocate,
)
from reviews.views.leaving import iro_leaves
from reviews.views.moving import move_children

urlpatterns = [
    path("allocations/", to_allocate, name="to_allocate"),
    path("allocations/planned/", allocations_planned, name="allocations_planned"),
    path("allocations/<int:pk>/call-off/", allocation_call_off, name="allocation_call_off"),
    path("caseloads/move/", move_children, name="move_children"),
    path("children/<int:pk>/allocation/", allocation_change, name="allocation_change"),
    path("people/<int:pk>/leaves/", iro_leaves, name="iro_leaves"),
]
