"""The pages a child opens."""

from django.urls import path

from reviews.views.voice import (
    mine,
    mine_check,
    mine_done,
    mine_finish,
    mine_link,
    mine_question,
    mine_start,
    mine_stopped,
)

urlpatterns = [
    path("mine/", mine, name="mine"),
    path("mine/hello/", mine_start, name="mine_start"),
    path("mine/question/<int:number>/", mine_question, name="mine_question"),
    path("mine/check/", mine_check, name="mine_check"),
    path("mine/finish/", mine_finish, name="mine_finish"),
    path("mine/done/", mine_done, name="mine_done"),
    path("mine/stopped/", mine_stopped, name="mine_stopped"),
    path("mine/<slug:code>/", mine_link, name="mine_link"),
]
