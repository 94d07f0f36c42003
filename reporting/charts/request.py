"""What is asked of a chart, checked once for all kinds."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reporting.withheld import is_withheld

Number = int | float
Series = tuple[str, Sequence[Number | None]]

# Dark enough against white and apart from each other for every common colour blindness
# (Government Analysis Function, data visualisation: colours).
PALETTE = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
SERIES_AT_MOST = 4
LEFT_OUT = "What is withheld is not drawn."


@dataclass(frozen=True)
class Request:
    """The words and numbers of one chart."""

    id: str
    title: str
    description: str
    categories: list[str]
    series: list[tuple[str, list[Number | None]]]
    unit: str = ""
    target: Number | None = None
    band: tuple[Number, Number] | None = None
    target_label: str = ""
    band_label: str = ""

    def __post_init__(self):
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", self.id):
            raise ValueError(f"A chart's id is letters, digits and hyphens, not {self.id!r}.")
        if not self.title.strip() or not self.description.strip():
            raise ValueError(f"The chart {self.id} needs a title and a description.")
        if not self.categories:
            raise ValueError(f"The chart {self.id} needs at least one category.")
        if not 1 <= len(self.series) <= SERIES_AT_MOST:
            raise ValueError(
                f"The chart {self.id} has {len(self.series)} series: "
                f"draw from one to {SERIES_AT_MOST}."
            )
        for name, values in self.series:
            if len(values) != len(self.categories):
                raise ValueError(
                    f"{name} has {len(values)} values for {len(self.categories)} categories."
                )
        for number in self.numbers() + self.marks():
            if not math.isfinite(number) or number < 0:
                raise ValueError(f"The chart {self.id} cannot draw {number}.")
        if self.band and self.band[0] >= self.band[1]:
            raise ValueError(f"The band of the chart {self.id} runs from low to high.")

    def numbers(self) -> list[Number]:
        """Every value that is there."""
        return [value for _, values in self.series for value in values if value is not None]

    def marks(self) -> list[Number]:
        """The target and the ends of the band."""
        target = [] if self.target is None else [self.target]
        return target + list(self.band or ())

    def say(self, number: Number) -> str:
        """A number as it stands beside its mark."""
        return f"{short(number)}%" if self.unit == "%" else short(number)

    def target_words(self) -> str:
        """What is written at the target's line."""
        return self.target_label or f"Target {self.say(self.target)}"

    def band_words(self) -> str:
        """What is written at the band."""
        return self.band_label or f"{short(self.band[0])} to {self.say(self.band[1])}"


def asked(id, title, description, categories, series, **rest) -> Request:
    """A checked request; raises ValueError with a sentence."""
    pairs = [(str(name), [plain(value) for value in values]) for name, values in series]
    some_withheld = any(is_withheld(value) for _, values in series for value in values)
    if some_withheld and LEFT_OUT not in description:
        description = f"{description} {LEFT_OUT}"
    return Request(id, title, description, [str(c) for c in categories], pairs, **rest)


def without_withheld(categories, series):
    """The categories and series without those of which nothing is told: a bare name reads as 0."""
    told = [
        n
        for n in range(len(categories))
        if not all(is_withheld(values[n]) for _, values in series if n < len(values))
    ]
    if len(told) in (0, len(categories)) or any(len(v) != len(categories) for _, v in series):
        return categories, series
    return [categories[n] for n in told], [(name, [v[n] for n in told]) for name, v in series]


def plain(value) -> Number | None:
    """A Decimal or Fraction as the float it is drawn from; nothing where it is withheld."""
    if is_withheld(value):
        return None
    return value if value is None or isinstance(value, int) else float(value)


def short(number: Number) -> str:
    """A number with commas; a fraction to one decimal, half up; huge ones in millions."""
    for size, word in ((1_000_000_000, "bn"), (1_000_000, "m")):
        if number >= size:
            return f"{number / size:,.1f}".removesuffix(".0") + word
    if isinstance(number, int):
        return f"{number:,}"
    return f"{Decimal(str(number)).quantize(Decimal('0.1'), ROUND_HALF_UP):,}"
