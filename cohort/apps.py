from django.apps import AppConfig


class CohortConfig(AppConfig):
    name = "cohort"

    def ready(self):
        # Accounts may not know of children: what keeps an IRO from going is added here.
        from accounts import actions
        from cohort.orphans import why_not_gone

        actions.IN_THE_WAY.append(why_not_gone)
