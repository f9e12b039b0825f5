"""How sure it is that a relation is told, from what two readings say of it.

A network is surer than it is right. So the log-odds of both readings are weighed by a logistic model (Platt 1999), with
two signs of its usual mistakes: that both actors stand in one list, for those who do the same are easily taken for
parties to each other; and that actors and act are scattered over several sentences. It is fitted by
`geo.training.confidence` on texts that the reader didn't learn from: of the relations given 0.9, nine in ten are right.
The weights lie in `data/confidence.csv`.
"""

import math
from functools import cache
from typing import NamedTuple

from geo.resources import rows

FEATURES = ("bias", "first", "second", "listed", "apart")

_NEVER = 0.001  # no reading is taken to be surer than this of a yes or a no


class Signs(NamedTuple):
    """What speaks for and against a relation.

    Attributes:
        first: the probability that the first reading gives, 0 to 1.
        second: that of the second, 0 where it saw nothing.
        listed: whether both actors stand in one list.
        apart: whether it takes several sentences to hold both actors and the act.
    """

    first: float
    second: float
    listed: bool
    apart: bool

    @property
    def values(self) -> tuple[float, ...]:
        """The value of each of `FEATURES`."""
        return 1.0, _log_odds(self.first), _log_odds(self.second), float(self.listed), float(self.apart)


def confidence(signs: Signs) -> float:
    """The probability that a relation is told, to four digits."""
    logit = sum(weight * value for weight, value in zip(_weights(), signs.values, strict=True))
    return round(1 / (1 + math.exp(-logit)), 4)


def _log_odds(probability: float) -> float:
    """The logarithm of the odds, kept finite."""
    kept = min(max(probability, _NEVER), 1 - _NEVER)
    return math.log(kept / (1 - kept))


@cache
def _weights() -> tuple[float, ...]:
    weights = {row["feature"]: float(row["weight"]) for row in rows("confidence")}
    return tuple(weights[feature] for feature in FEATURES)
