"""The access log names addresses, but not what would open a child's page."""

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
        ("GET /mine/question/1/ HTTP/1.1", "GET /mine/question/1/ HTTP/1.1"),
        ("GET /reviews/12/ HTTP/1.1", "GET /reviews/12/ HTTP/1.1"),
    ],
)
def test_a_childs_code_is_masked(line, written):
    assert masked(line) == written
