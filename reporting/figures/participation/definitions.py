"""How participation is defined."""

from reporting.figures.definition import Definition

DEFINITIONS = (
    Definition(
        measure="Participated, of all reviews",
        numerator="reviews with a code the council counts as participation",
        denominator="every review of a child aged 4 or over, those with no code included",
        day="the child's age on the day the review was held",
        unit="reviews",
        source="DfE, SSDA903 return, PN codes; which of them count is the council's choice",
    ),
    Definition(
        measure="Participated, of those recorded",
        numerator="reviews with a code the council counts as participation",
        denominator="reviews of children aged 4 or over with a code",
        day="the child's age on the day the review was held",
        unit="reviews",
        source="DfE, SSDA903 return, PN codes",
    ),
    Definition(
        measure="Attended",
        numerator="reviews the child came to (PN1 to PN4)",
        denominator="every review of a child aged 4 or over, those with no code included",
        day="the child's age on the day the review was held",
        unit="reviews",
        source="DfE, SSDA903 return, PN codes",
    ),
    Definition(
        measure="Participation by age, ethnic group and disability",
        numerator="as for participated, of the children of each row",
        denominator="every review of such a child aged 4 or over",
        day="the age is that of the day the review was held; what else is known of the child is "
        "as it stood when the figures were taken",
        unit="reviews",
        source="The service's own bands; DfE's headings of ethnicity, shortened",
    ),
    Definition(
        measure="Seen alone",
        numerator="reviews at which the IRO spoke with the child alone",
        denominator="every review of a child aged 4 or over; not recorded where no outcome form "
        "says it",
        day="the day the review was held; answers as they stood when the figures were taken",
        unit="reviews",
        source="IRO Handbook; the service's own outcome form",
    ),
)
