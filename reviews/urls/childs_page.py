"""What the office sees of a child's page."""

from django.urls import path

from reviews.views.childs_page import childs_page, childs_page_share, childs_page_withdraw
from reviews.views.feedback import feedback, feedback_download

urlpatterns = [
    path("reviews/<int:pk>/childs-page/share/", childs_page_share, name="childs_page_share"),
    path("reviews/<int:pk>/childs-page/<slug:kind>/", childs_page, name="childs_page"),
    path(
        "reviews/<int:pk>/childs-page/<slug:kind>/withdraw/",
        childs_page_withdraw,
        name="childs_page_withdraw",
    ),
    path("feedback/", feedback, name="feedback"),
    path("feedback/download/", feedback_download, name="feedback_download"),
]
