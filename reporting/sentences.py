"""What the figures say, in sentences made from the figures."""

from reporting.written import counted, day, month, number, rate, sentence, year

MANY_NOT_RECORDED = 10  # percent: from here the rate of all reviews tells of recording


def looked_after(cohort: dict) -> str:
    """How many children, and the change on a year before."""
    total, previous = cohort["total"], cohort["previous_total"]
    if total is None:
        return f"How many children were looked after on {day(cohort['as_at'])} is not known."
    start = f"{_children(total)} looked after on {day(cohort['as_at'])}"
    if previous is None:
        return f"{start}. How many there were a year before is not known."
    change = cohort["change_percent"]
    if total == previous:
        return f"{start}, as many as a year before."
    if change is None:
        return f"{start}, and none a year before."
    word, article = ("increase" if total > previous else "decrease"), _article(abs(change))
    return f"{start}, {article} {rate(abs(change))} {word} on {number(previous)} a year before."


def starts_and_ends(cohort: dict) -> str:
    """How many came into care in the year and how many left."""
    if cohort["starts"] is None:
        return "How many children started or ceased to be looked after in the year is not known."
    return (
        f"In the year there were {counted(cohort['starts'], 'start', 'starts')} of being looked "
        f"after and {counted(cohort['ends'], 'end', 'ends')}. A child who came back into care "
        "counts once for each time."
    )


def status_before(cohort: dict, shares: dict) -> str:
    """What most of the children who started were to the council before."""
    starts, counts = cohort["starts"], cohort["status_before"]
    if not starts:
        return ""
    return (
        f"Of the {counted(starts, 'start', 'starts')}, {number(counts['CP'])} "
        f"({rate(shares['CP'])}) were of children on a child protection plan, "
        f"{number(counts['CIN'])} ({rate(shares['CIN'])}) of children in need, and "
        f"{number(counts['NONE'])} ({rate(shares['NONE'])}) of children with neither."
    )


def groups_of_children(cohort: dict) -> str:
    """Disabled children and unaccompanied asylum-seeking children."""
    if cohort["total"] is None:
        return ""
    return (
        f"{counted(cohort['disabled'], 'of the children has', 'of the children have')} a "
        f"disability, and {counted(cohort['uasc'], 'is an', 'are')} unaccompanied "
        f"asylum-seeking {'child' if cohort['uasc'] == 1 else 'children'}."
    )


def in_timescale(timeliness: dict) -> str:
    """Reviews held and in timescale in the year, against the year before."""
    now, before = timeliness["by_year"][-1], timeliness["by_year"][-2]
    if now["reviews"] is None:
        return f"How many reviews were held in {year(now['year'])} is not known."
    if not now["reviews"]:
        return "No review was held in the year."
    start = (
        f"{counted(now['reviews'], 'review was', 'reviews were')} held in the year, and "
        f"{number(now['in_timescale'])} of them ({rate(now['percent'])}) in timescale"
    )
    return f"{start}{_against(now['percent'], before['percent'])}."


def best_and_worst_month(months: list[dict], percent) -> str:
    """The months with the highest and the lowest share in timescale."""
    known = [(percent(m["in_timescale"], m["reviews"]), m["month"]) for m in months if m["reviews"]]
    if len(known) < 2:
        return ""
    best, worst = max(known, key=lambda m: m[0]), min(known, key=lambda m: m[0])
    if best[0] == worst[0]:
        return f"Every month stood at {rate(best[0])}."
    return (
        f"The best month was {month(best[1])} ({rate(best[0])}), "
        f"the weakest {month(worst[1])} ({rate(worst[0])})."
    )


def late_reasons(timeliness: dict) -> str:
    """How many were late, and why most of all."""
    reasons = timeliness["late_reasons"]
    if reasons is None:
        return "Why reviews were late is not known: figures published before do not hold it."
    late = sum(row["reviews"] for row in reasons)
    if not late:
        return "No review was held late."
    top = reasons[0]
    return (
        f"{counted(late, 'review was', 'reviews were')} held late. The reason given most often "
        f"was: {_lower(top['reason'])} ({counted(top['reviews'], 'review', 'reviews')})."
    )


def days_late(timeliness: dict) -> str:
    """The middle and the longest delay."""
    late = timeliness["days_late"]
    if late["median"] is None:
        return ""
    return (
        f"Half of the late reviews were held within {_days(late['median'])} of the day they were "
        f"due; the longest delay was {_days(late['longest'])}."
    )


def by_child(timeliness: dict) -> str:
    """The second measure: children all of whose reviews were in timescale."""
    children = timeliness["by_child"]
    if not children["children"]:
        return ""
    return (
        f"Counted by child and not by review: {number(children['every_review_in_timescale'])} of "
        f"{counted(children['children'], 'child', 'children')} ({rate(children['percent'])}) had "
        "every review of the year in timescale."
    )


def participated(participation: dict) -> str:
    """The three states of the year, kept apart."""
    now, before = participation["by_year"][-1], participation["by_year"][-2]
    everyone = now["reviews_aged_4_and_over"]
    if everyone is None:
        return f"How children took part in {year(now['year'])} is not known."
    if not everyone:
        return "No review was held of a child aged 4 or over."
    return (
        f"Of {counted(everyone, 'review', 'reviews')} of children aged 4 and over, "
        f"{number(now['participated'])} ({rate(now['participated_percent'])}) recorded that the "
        f"child took part{_against(now['participated_percent'], before['participated_percent'])}. "
        f"{number(now['not_participated'])} recorded that the child did not, and for "
        f"{number(now['not_recorded'])} ({rate(now['not_recorded_percent'])}) nothing was recorded."
    )


def of_those_recorded(participation: dict) -> str:
    """The rate among reviews with a code, with a warning where many have none."""
    now = participation["by_year"][-1]
    if now["participated_percent_of_recorded"] is None:
        return ""
    recorded = now["participated"] + now["not_participated"]
    share = (
        f"of the {counted(recorded, 'review', 'reviews')} with a record, the child took part "
        f"in {rate(now['participated_percent_of_recorded'])}."
    )
    if now["not_recorded_percent"] < MANY_NOT_RECORDED:
        return share[0].upper() + share[1:]
    return (
        "With so many reviews not recorded, the rate of all reviews tells more about recording "
        f"than about children: {share}"
    )


def attended(participation: dict) -> str:
    """How often the child came."""
    now = participation["by_year"][-1]
    if now["attended_percent"] is None:
        return ""
    return (
        f"The child came to {counted(now['attended'], 'review', 'reviews')} "
        f"({rate(now['attended_percent'])} of all, "
        f"{rate(now['attended_percent_of_recorded']) or 'none'} of those recorded)."
    )


def outcome_forms(forms: dict) -> str:
    """Forms in 24 hours, late and outstanding."""
    if forms["due"] is None:
        return "Outcome forms of this year are not known."
    if not forms["due"]:
        return "No outcome form was owed for the year."
    return (
        f"{counted(forms['due'], 'outcome form was', 'outcome forms were')} owed. "
        f"{number(forms['within_24_hours'])} ({rate(forms['percent'])}) came within 24 hours of "
        f"the review, {number(forms['late'])} came late, and "
        f"{counted(forms['outstanding'], 'is', 'are')} outstanding."
    )


def records(records: dict) -> str:
    """Records completed in time, late and outstanding."""
    if records["due"] is None:
        return "Records of discussion of this year are not known."
    if not records["due"]:
        return "No record of discussion was owed for the year."
    return (
        f"{counted(records['due'], 'record of discussion was', 'records of discussion were')} "
        f"owed. {number(records['completed_in_time'])} "
        f"({rate(records['completed_in_time_percent'])}) were completed within 20 working days, "
        f"{number(records['completed_late'])} were completed late, and "
        f"{counted(records['outstanding'], 'is', 'are')} outstanding."
    )


def records_sent(records: dict) -> str:
    """Records sent out in time."""
    if not records["due"]:
        return ""
    return (
        f"{number(records['distributed_in_time'])} "
        f"({rate(records['distributed_in_time_percent'])}) were also sent to those they are for "
        "within 20 working days of the review."
    )


def average_caseload(caseload: dict) -> str:
    """Children for each full-time post filled on the day."""
    if caseload["children"] is None:
        return f"Caseloads on {day(caseload['as_at'])} are not known."
    if caseload["average"] is None:
        return f"No IRO post was filled on {day(caseload['as_at'])}."
    return (
        f"On {day(caseload['as_at'])} there were "
        f"{counted(caseload['children'], 'child', 'children')} looked after and "
        f"{number(float(caseload['fte_in_post']))} full-time equivalent IRO posts filled: "
        f"{number(caseload['average'])} children for each full-time post. "
        f"The IRO Handbook recommends {caseload['lowest']} to {caseload['highest']}."
    )


def over_limit(caseload: dict) -> str:
    """How many IROs hold more than the Handbook's highest."""
    if not caseload["by_iro"]:
        return ""
    unallocated = caseload["unallocated"]
    return sentence(
        f"{over_the_highest(caseload)}.",
        f"{counted(unallocated, 'child', 'children')} had no IRO on that day."
        if unallocated
        else "Every child had an IRO on that day.",
    )


def over_the_highest(caseload: dict) -> str:
    """The same as a message without its full stop, for the chart too."""
    over = caseload["over_limit"]
    iros = counted(len(caseload["by_iro"]), "IRO", "IROs")
    who = f"{number(over)} of {iros}" if over else "No IRO"
    return f"{who} held more than {caseload['highest']} children for each full-time post"


def posts(caseload: dict) -> str:
    """Posts established and filled, full-time and part-time."""
    if caseload["children"] is None:
        return ""
    return (
        f"The council has established {number(float(caseload['fte_established']))} full-time "
        f"equivalent IRO posts. On {day(caseload['as_at'])}, "
        f"{number(float(caseload['fte_in_post']))} were filled, by "
        f"{number(caseload['full_time'])} full-time and {number(caseload['part_time'])} "
        "part-time staff."
    )


def unfinished(figures: dict) -> str:
    """That the year is not over, where it is not."""
    if figures["is_complete"]:
        return ""
    return (
        f"The year is not over: these figures run to {day(figures['as_at'])}, "
        "and shares may still change a good deal."
    )


def _against(now, before) -> str:
    if now is None or before is None:
        return ""
    if now == before:
        return f", as in the year before ({rate(before)})"
    return f", {'up' if now > before else 'down'} from {rate(before)} the year before"


def _children(total: int) -> str:
    return counted(total, "child was", "children were")


def _article(value) -> str:
    """'an' before a number read with a vowel: 8, 11, 18 and their likes."""
    whole = str(int(value))
    return "an" if whole.startswith("8") or whole in ("11", "18") else "a"


def _lower(words: str) -> str:
    """The first letter small, unless a word of capitals begins."""
    first = words.split()[0]
    return words if len(first) > 1 and first.isupper() else words[0].lower() + words[1:]


def _days(days) -> str:
    return "1 day" if days == 1 else f"{days:g} days"
