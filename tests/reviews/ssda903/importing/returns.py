"""A return of a few rows, written as its files are and brought in."""

from datetime import date

from reviews.ssda903.importing.run import import_return

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
BORN = "14/05/2008"


def child(reference="101", born=BORN) -> str:
    """A row of Header."""
    return f"{reference},1,{born},WBRI,,,"


def episode(
    reference="101", began="05/09/2016", *, rne="S", ls="C2", place="U6", ended="", rec=""
) -> str:
    """A row of Episodes: looked after by one episode, still."""
    return f"{reference},{began},{rne},{ls},N1,{place},PR1,{ended},{rec},,,,"


def review(reference="101", held="20/09/2016", code="PN1", born=BORN) -> str:
    """A row of Reviews."""
    return f"{reference},{born},{held},{code}"


def bring_in(*rows: str, on=date(2017, 7, 20), files=None, **choices):
    """Bring the rows in, each in the file its number of cells tells; gives the outcome."""
    by_cells = {7: [HEADER], 13: [EPISODES], 4: [REVIEWS]}
    for row in rows:
        by_cells[row.count(",") + 1].append(row)
    names = {7: "header.csv", 13: "episodes.csv", 4: "reviews.csv"}
    given = {names[cells]: "\n".join(lines) for cells, lines in by_cells.items() if lines[1:]}
    given |= files or {}
    parts = [(name, text.encode()) for name, text in given.items()]
    outcome = import_return(parts, on=on, **choices)
    outcome.rejects = list(outcome.rejects)
    return outcome
