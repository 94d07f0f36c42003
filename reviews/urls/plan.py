"""The list of reviews, a review and what becomes of its plan."""

from django.urls import path

from reviews.views.booking import review_book, review_bring_forward
from reviews.views.life import (
    review_adjourn,
    review_cancel,
    review_held_before,
    review_part,
    review_part_take_out,
)
from reviews.views.review import review
from reviews.views.reviews import reviews, reviews_download
from reviews.views.striking import (
    review_strike,
    review_strike_answer,
    review_strike_decline,
    strikes,
)

urlpatterns = [
    path("reviews/", reviews, name="reviews"),
    path("reviews/download/", reviews_download, name="reviews_download"),
    path("reviews/<int:pk>/", review, name="review"),
    path("reviews/<int:pk>/book/", review_book, name="review_book"),
    path("reviews/<int:pk>/bring-forward/", review_bring_forward, name="review_bring_forward"),
    path("reviews/<int:pk>/adjourn/", review_adjourn, name="review_adjourn"),
    path("reviews/<int:pk>/parts/add/", review_part, name="review_part"),
    path("reviews/<int:pk>/held-before/", review_held_before, name="review_held_before"),
    path("reviews/<int:pk>/cancel/", review_cancel, name="review_cancel"),
    path("reviews/<int:pk>/recorded-in-error/", review_strike, name="review_strike"),
    path(
        "reviews/<int:pk>/recorded-in-error/answer/",
        review_strike_answer,
        name="review_strike_answer",
    ),
    path(
        "reviews/<int:pk>/recorded-in-error/let-it-stand/",
        review_strike_decline,
        name="review_strike_decline",
    ),
    path(
        "reviews/<int:pk>/parts/<int:part>/take-out/",
        review_part_take_out,
        name="review_part_take_out",
    ),
    path("reviews/recorded-in-error/", strikes, name="strikes"),
]
