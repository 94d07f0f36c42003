"""Mail through GOV.UK Notify, for councils that have it."""

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from notifications_python_client import NotificationsAPIClient
from notifications_python_client.errors import APIError

from reviews.notices import NotSent

# Notify's own words where they are the council's to mend; it sends no others of use to a reader.
STATUSES = {
    400: "GOV.UK Notify refused the mail: its template, or the address, is not right.",
    403: "GOV.UK Notify does not accept this service's key.",
    429: "GOV.UK Notify takes no more mails for the moment.",
}


class NotifyBackend(BaseEmailBackend):
    """Sends each mail by one Notify template whose parts are ((subject)) and ((body))."""

    def __init__(self, *, api_key="", template_id="", base_url="", timeout=None, **kwargs):
        super().__init__(fail_silently=kwargs.get("fail_silently", False))
        given = {"base_url": base_url, "timeout": timeout}
        self.template_id = template_id or settings.NOTIFY_TEMPLATE_ID
        self.client = NotificationsAPIClient(
            api_key or settings.NOTIFY_API_KEY,
            **{name: value for name, value in given.items() if value},
        )

    def send_messages(self, email_messages) -> int:
        """Hand over each mail once for each reader; raises NotSent with a sentence."""
        sent = 0
        with self.client.request_session:
            for message in email_messages:
                for address in message.recipients():
                    self._send(address, message)
                sent += 1
        return sent

    def _send(self, address: str, message) -> None:
        words = {"subject": message.subject, "body": message.body}
        try:
            self.client.send_email_notification(address, self.template_id, personalisation=words)
        except APIError as fault:
            if not self.fail_silently:
                reason = "GOV.UK Notify could not be reached."
                raise NotSent(STATUSES.get(fault.status_code, reason)) from fault
