"""The notices, and the demonstration's mails."""

from django.urls import path

from reviews.views.mailbox import mail, mailbox
from reviews.views.notices import notice_retry, notices, notices_download, notices_retry

urlpatterns = [
    path("notices/", notices, name="notices"),
    path("notices/download/", notices_download, name="notices_download"),
    path("notices/try-again/", notices_retry, name="notices_retry"),
    path("notices/<int:pk>/try-again/", notice_retry, name="notice_retry"),
    path("mailbox/", mailbox, name="mailbox"),
    path("mailbox/<slug:name>/", mail, name="mail"),
]
