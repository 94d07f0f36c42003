"""What it takes to come down to the Handbook's band."""

from decimal import Decimal

import pytest

from cohort.caseload import reach, what_if


@pytest.mark.parametrize(
    ("children", "posts", "to", "posts_more", "children_fewer"),
    [
        (767, "10", 70, "1.0", 67),  # 10.957 posts, rounded up
        (767, "10", 50, "5.4", 267),
        (700, "10", 70, "0.0", 0),
        (701, "10", 70, "0.1", 1),
        (699, "10", 70, "0.0", 0),
        (36, "0.5", 70, "0.1", 1),
        (10, "0", 70, "0.2", 10),
        (0, "0", 70, "0.0", 0),
    ],
)
def test_posts_to_fill_or_children_fewer(children, posts, to, posts_more, children_fewer):
    found = reach(to, children, Decimal(posts))
    assert (found.posts_more, found.children_fewer) == (Decimal(posts_more), children_fewer)


def test_more_children_and_posts_make_another_average():
    now = what_if(767, Decimal("10"))
    assert now.average == Decimal("76.7")
    then = what_if(767, Decimal("10"), more_children=33, more_posts=Decimal("1.5"))
    assert (then.children, then.posts, then.average) == (800, Decimal("11.5"), Decimal("69.6"))
    assert [one.to for one in then.reaches] == [70, 50]


def test_there_are_never_fewer_than_none():
    gone = what_if(3, Decimal("1"), more_children=-5, more_posts=Decimal("-2"))
    assert (gone.children, gone.posts, gone.average) == (0, 0, None)
