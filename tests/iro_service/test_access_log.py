"""The access log names addresses, but not what would open something."""

import pytest

from iro_service.access_log import masked


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("GET /mine/0123456789abcdef01234567/ HTTP/1.1", "GET /mine/***/ HTTP/1.1"),
        (
            "https://iro.example.org/mine/0123456789abcdef01234567",
            "https://iro.example.org/mine/***",
        ),
        (
            "GET /calendar/Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA.ics HTTP/1.1",
            "GET /calendar/***.ics HTTP/1.1",
        ),
        (
            "GET /password/MQ/cx1abc-0123456789abcdef0123/ HTTP/1.1",
            "GET /password/MQ/***/ HTTP/1.1",
        ),
        ("GET /calendar/?by=month HTTP/1.1", "GET /calendar/?by=month HTTP/1.1"),
        ("GET /mine/question/1/ HTTP/1.1", "GET /mine/question/1/ HTTP/1.1"),
        ("GET /reviews/12/ HTTP/1.1", "GET /reviews/12/ HTTP/1.1"),
    ],
)
def test_a_secret_in_an_address_is_masked(line, written):
    assert masked(line) == written
