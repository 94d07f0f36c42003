"""Figures that may be placed in a sentence by reference, so that they never disagree."""


def quotable(figures: dict) -> dict[str, str]:
    """Each figure by its name, written as it stands in a sentence.

    Takes the figures of an edition (reporting.withholding), so that what is withheld in its tables
    is withheld in its sentences.
    """
    return {}
