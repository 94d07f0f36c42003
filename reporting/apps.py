from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "reporting"

    def ready(self):
        # Reviews may not know of reporting: what its pages show of it is added to its lists here.
        from reporting.dashboards import today
        from reviews import today as todays

        todays.LINES.append(today.lines)
