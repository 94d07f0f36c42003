from django.apps import AppConfig


class DisputesConfig(AppConfig):
    name = "disputes"

    def ready(self):
        # Reviews may not know of disputes: what both are asked for is added here to its lists.
        from disputes import chasers, holidays, in_hand, timeline, today, week, work
        from reviews import digests
        from reviews import holidays as moved_by_holidays
        from reviews import leaving as leavers
        from reviews import timeline as childs_timeline
        from reviews import today as todays
        from reviews import work as works
        from reviews.chasers import table, weekly

        table.CHASERS.extend(chasers.CHASERS)
        weekly.ALSO.append(week.people)
        digests.ALSO.append(week.sections)
        moved_by_holidays.ALSO.append(holidays.kinds)
        childs_timeline.ALSO.append(timeline.events_of)
        works.ALSO.append(work.disputes_to_do)
        todays.ALSO.append(today.tiles)
        leavers.ALSO.append(in_hand.in_hand)
