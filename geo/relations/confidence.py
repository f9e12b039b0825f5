"""How sure it is that a relation is told, from what two readings say of it.

A network is surer than it is right. So the log-odds of both readings are weighed by a logistic model (Platt 1999), with
whether both actors stand in one list: those who do the same are easily taken for parties to each other. It is fitted by
`geo.training.confidence` on texts that the reader didn't learn from: of the relations given 0.9, nine in ten are right.
The weights lie in `data/confidence.csv`.
"""

import math
from functools import cache

from geo.resources import rows

FEATURES = ("bias", "first", "second", "listed")

_NEVER = 0.001  # no reading is taken to be surer than this of a yes or a no


def confidence(first: float, second: float, *, listed: bool) -> float:
    """The probability that a relation is told, to four digits.

    Args:
        first: what the first reading says, 0 to 1.
        second: what the second says, 0 where it saw nothing.
        listed: whether both actors stand in one list.
    """
    seen = features(first, second, listed=listed)
    logit = sum(weight * value for weight, value in zip(_weights(), seen, strict=True))
    return round(1 / (1 + math.exp(-logit)), 4)


def features(first: float, second: float, *, listed: bool) -> tuple[float, ...]:
    """What `confidence` weighs: the values of `FEATURES`."""
    return 1.0, _log_odds(first), _log_odds(second), float(listed)


def _log_odds(probability: float) -> float:
    """The logarithm of the odds, kept finite."""
    kept = min(max(probability, _NEVER), 1 - _NEVER)
    return math.log(kept / (1 - kept))


@cache
def _weights() -> tuple[float, ...]:
    weights = {row["feature"]: float(row["weight"]) for row in rows("confidence")}
    return tuple(weights[feature] for feature in FEATURES)
