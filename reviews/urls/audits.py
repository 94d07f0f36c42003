"""Quality audits of reviews."""

from django.urls import path

from reviews.views.audits import (
    audit_action_add,
    audit_action_done,
    audit_action_edit,
    quality_audit,
    quality_audit_add,
    quality_audit_edit,
    quality_audits,
    quality_audits_download,
)

urlpatterns = [
    path("audits/", quality_audits, name="quality_audits"),
    path("audits/download/", quality_audits_download, name="quality_audits_download"),
    path("audits/<int:pk>/", quality_audit, name="quality_audit"),
    path("audits/<int:pk>/change/", quality_audit_edit, name="quality_audit_edit"),
    path("audits/<int:pk>/actions/add/", audit_action_add, name="audit_action_add"),
    path("audits/actions/<int:pk>/", audit_action_edit, name="audit_action_edit"),
    path("audits/actions/<int:pk>/done/", audit_action_done, name="audit_action_done"),
    path("reviews/<int:pk>/audit/", quality_audit_add, name="quality_audit_add"),
]
