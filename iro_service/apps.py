from django.apps import AppConfig


class IroServiceConfig(AppConfig):
    name = "iro_service"

    def ready(self) -> None:
        """Name the queue in every process: without it a page's jobs would go to no broker."""
        from iro_service import celery  # noqa: F401
