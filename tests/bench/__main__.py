"""Prints how many times as long or as short each contender takes: `make bench`.

All run in turn, round after round, in one go: what slows the machine slows them alike. The middle
round of each is told, and only as a ratio, because a time by itself says more of the machine.
"""

import gc
import os
import time
from statistics import median

ROUNDS = 5


def main() -> None:
    """Count the demonstration's figures once, then print them over and over."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iro_service.settings")
    import django

    django.setup()
    from iro_service import clock
    from reporting.document import frozen, thawed
    from reporting.figures import figures
    from reporting.report import compose
    from tests.bench.contenders import contenders

    document = thawed(frozen(compose(figures("2016-17", on=clock.today()))))
    everybody = contenders(document)
    sizes = {name: len(run()) for name, run in everybody.items()}  # warm, and not measured
    times: dict[str, list[float]] = {name: [] for name in everybody}
    for _ in range(ROUNDS):
        for name, run in everybody.items():
            gc.collect()
            began = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - began)
    middle = {name: median(taken) for name, taken in times.items()}
    ours = next(iter(middle.values()))
    count = f"{len(document.tables)} tables, {len(document.charts)} charts"
    print(f"The demonstration's report of 2016/17: {count}; the middle of {ROUNDS} rounds.")  # noqa: T201
    print(f"{'':28}{'times ours':>12}{'KB':>8}")  # noqa: T201
    for name, taken in middle.items():
        print(f"{name:28}{taken / ours:>12.2f}{sizes[name] / 1024:>8,.0f}")  # noqa: T201


if __name__ == "__main__":
    main()
