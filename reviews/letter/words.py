"""The words a letter to a child is made of."""

from reviews.codes import Method

WHO = {
    "mother": "your mum",
    "father": "your dad",
    "other_family": "someone else from your family",
    "carer": "the people who look after you",
    "social_worker": "your social worker",
    "team_manager": "your social worker's manager",
    "supervising_worker": "the worker who helps your carers",
    "school": "someone from your school",
    "health": "someone who looks after your health",
    "advocate": "your advocate",
    "independent_visitor": "your independent visitor",
    "guardian": "your guardian from court",
    "interpreter": "an interpreter",
}
TOGETHER = {
    Method.IN_PERSON: "We met",
    Method.VIDEO: "We met by video",
    Method.PHONE: "We talked by phone",
}
THE_CHILD = {
    "PN0": "You are still little, so the grown-ups talked about how you are.",
    "PN1": "You were there too. Thank you for telling us what you think.",
    "PN2": "You were there too, and your advocate spoke for you.",
    "PN3": "You were there too. Thank you for showing us what you think.",
    "PN4": "You were there too. Thank you for coming.",
    "PN5": "You did not come, but your advocate told us what you think.",
    "PN6": "You did not come, but you let us know what you think.",
    "PN7": "You did not come this time. You can tell me what you think at any time.",
}
# Whose deed a decision is, to the child; others are named as the form names them.
OWNERS = {
    "social worker": "Your social worker",
    "foster carer": "Your carer",
    "carer": "Your carer",
    "key worker": "Your key worker",
    "team manager": "Your social worker's manager",
    "personal adviser": "Your personal adviser",
    "iro": "I",
}
SAID = "[Say here what {name} told you, in {name}'s own words.]"
TALKED = "[Say here what you talked about: home, school, family, health, and what is going well.]"
