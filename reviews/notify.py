"""Mail through GOV.UK Notify, for councils that have it."""

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from reviews.notices import PATIENCE, NotSent

# Notify's own words where they are the council's to mend; it sends no others of use to a reader.
STATUSES = {
    400: "GOV.UK Notify refused the mail: its template, or the address, is not right.",
    403: "GOV.UK Notify does not accept this service's key.",
    429: "GOV.UK Notify takes no more mails for the moment.",
}


class NotifyBackend(BaseEmailBackend):
    """Sends each mail by one Notify template whose parts are ((subject)) and ((body))."""

    def __init__(self, *, timeout=None, **kwargs):
        super().__init__(fail_silently=kwargs.get("fail_silently", False))
        self.client = NotificationsAPIClient(
            settings.NOTIFY_API_KEY,
            base_url=settings.NOTIFY_ADDRESS,
            timeout=timeout or PATIENCE,
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
            self.client.send_email_notification(
                address, settings.NOTIFY_TEMPLATE_ID, personalisation=words
            )
        except APIError as fault:
            if not self.fail_silently:
                reason = "GOV.UK Notify could not be reached."
                raise NotSent(STATUSES.get(fault.status_code, reason)) from fault
