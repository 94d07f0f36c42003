"""The answers to choose from, and what one answer says of another."""

from reviews.codes import Attendee, LateReason

LATE_REASONS = [one for one in LateReason.choices if one[0] != LateReason.NOT_RECORDED]
YES_NO = [("yes", "Yes"), ("no", "No")]
UP_TO_DATE = "none"
# Who took part, the boxes above that say so already, and the words for those boxes.
CAME_BY = {
    "parents_took_part": ({Attendee.MOTHER, Attendee.FATHER}, "mother or father"),
    "carers_took_part": ({Attendee.CARER}, "carer"),
}
WITH_ADVOCATE = ("PN2", "PN5")
