"""The words that set a rate against that of the year before."""

from reporting.withheld import is_withheld
from reporting.written import rate


def against(now, before) -> str:
    """How the share moved, in per cent, or nothing where either year's is not known."""
    if now is None or before is None or is_withheld(before):
        return ""
    if now == before:
        return f", as in the year before ({rate(before)})"
    return f", {'up' if now > before else 'down'} from {rate(before)} the year before"
