"""What the demonstration's disputes owe on its day, and the mails that leave."""

from collections import Counter

from django.core import mail

from accounts.models import Role
from iro_service.demonstration.days import TODAY
from reviews.actions.notices import owe_digests, owe_notices, send_notices
from reviews.models import Notice
from tests.disputes.conftest import at


def test_three_overdue_answers_are_told_to_each_who_should_know(demonstration):
    owe_notices(on=TODAY)
    owe_digests(on=TODAY)
    of_disputes = Notice.objects.filter(step__isnull=False)
    kinds = Counter(of_disputes.values_list("kind", "to__role"))
    assert kinds["dispute_overdue", Role.RESPONDING_MANAGER] == 3
    assert kinds["dispute_silent", Role.IRO] == 3
    assert kinds["dispute_silent_manager", Role.PRACTICE_MANAGER] == 3
    send_notices(at=at(TODAY))
    assert set(Notice.objects.values_list("sent_at", flat=True)) == {at(TODAY)}
    assert set(Counter(message.to[0] for message in mail.outbox).values()) <= {1, 2}
    for notice in of_disputes.select_related("step__dispute__child", "to"):
        child = notice.child
        texts = [message.body for message in mail.outbox if message.to == [notice.to.email]]
        assert any(f"Child {child.reference}: " in text for text in texts)
        assert not any(f"{child.given_name} {child.family_name}" in text for text in texts)
