"""How children's answers are counted."""

from reporting.figures.definition import Definition
from reviews.feedback import FEWEST

HERE = "The service's own pages for children"
DEFINITIONS = (
    Definition(
        measure="Children's feedback after reviews",
        numerator="feedback pages that the child finished",
        denominator="feedback pages offered for reviews held in the year, withdrawn ones left out",
        day="the day the review was held; finished or not as things stood when taken",
        unit="pages, one a review",
        source=HERE,
    ),
    Definition(
        measure="Children's views before reviews",
        numerator="pages for the child's views that the child finished",
        denominator="such pages offered for reviews held in the year, withdrawn ones left out",
        day="the day the review was held; finished or not as things stood when taken",
        unit="pages, one a review",
        source=HERE,
    ),
    Definition(
        measure="Answers by question",
        numerator="finished feedback pages with the answer",
        denominator="finished feedback pages on which the question was answered",
        day="the day the review was held",
        unit=f"pages; none is told while fewer than {FEWEST} were finished",
        source=HERE,
    ),
)
