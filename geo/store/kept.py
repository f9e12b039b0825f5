"""What filters keep of a store, in figures: acts and stories by dyad, over time, by kind.

Distinct acts and stories are counted by where their number changes from row to row (see `geo.store.told`), in
some ten milliseconds for a million relations; DuckDB's `count(DISTINCT)` takes ten times as long.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd
from pandas import DataFrame

from geo.store.told import Mask, Numbers, Texts, Told, changes, first_rows

Period = Literal["day", "week", "month", "quarter", "year"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "quarter", "year")

_CONFLICT = 3  # the first quad class of it
_QUADS = 5  # one more than the last


class Kept:
    """The relations and acts that some filters keep.

    Attributes:
        rows: the relations, rising.
    """

    def __init__(self, told: Told, rows: Numbers, least: int = 1) -> None:
        """Keep rows, of dyads with at least so many acts.

        Args:
            told: the store's relations.
            rows: which of them to keep, rising.
            least: acts that a dyad must have.
        """
        acts = rows[first_rows(told.act[rows])]
        if least > 1 and len(acts):
            enough = np.bincount(told.dyad[acts]) >= least
            rows, acts = (some[enough[told.dyad[some]]] for some in (rows, acts))
        self._told = told
        self.rows = rows
        self._acts = acts  # the first row kept of each act
        self._conflict = told.quad[acts] >= _CONFLICT

    @cached_property
    def figures(self) -> tuple[int, int, int, int, dt.date | None, dt.date | None]:
        """Acts, those of cooperation and of conflict, articles that tell them, first and last day of an act."""
        days, conflict = self._told.day[self._acts], int(self._conflict.sum())
        articles = int(np.count_nonzero(np.bincount(self._told.article[self.rows])))
        first, last = (np.fmin.reduce(days), np.fmax.reduce(days)) if len(days) else (np.datetime64("NaT"),) * 2
        return len(days), len(days) - conflict, conflict, articles, first.item(), last.item()

    def numbers(self, dyads: Iterable[tuple[str, str]] | None = None) -> Numbers:
        """Where the relations kept stand in the table `relations`.

        Args:
            dyads: sources and targets, None for all.
        """
        rows, told = self.rows, self._told
        if dyads is None:
            return told.number[rows]
        wanted = told.dyads["dyad"].isin([f"{source}-{target}" for source, target in dyads]).to_numpy()
        return told.number[rows[wanted[told.dyad[rows]]]]

    def numbers_of_acts(self, order: str, limit: int | None, offset: int) -> Numbers:
        """Where the relations stand that tell some acts, as `numbers` says it.

        Args:
            order: which acts come first: `newest` or `oldest` (undated ones last), `surest` or `unsurest`.
            limit: how many acts at most, None for all.
            offset: how many acts to pass over.
        """
        rows, told = self.rows, self._told
        days, surest = told.day[self._acts], self._surest()
        # Undated days sort last, and the unknown day turned round is the unknown day.
        keys = {"newest": np.datetime64(0, "D") - days, "oldest": days, "surest": -surest, "unsurest": surest}
        listed = np.argsort(keys[order], kind="stable")[offset:][:limit]
        wanted = np.zeros(len(told.act), dtype=bool)
        wanted[told.act[self._acts[listed]]] = True
        return told.number[rows[wanted[told.act[rows]]]]

    @cached_property
    def pairs(self) -> DataFrame:
        """One row for each dyad; columns as `Store.pairs` has them."""
        frame, quads, starts = self._by_dyad(self._acts), self._told.quad[self._acts], self._starts(self._acts)
        quad = {f"quad_{number}": _summed(quads == number, starts) for number in (1, 2, 3, 4)}
        signs = {"cooperation": quad["quad_1"] + quad["quad_2"], "conflict": quad["quad_3"] + quad["quad_4"]}
        return _most_first(frame.assign(**signs, **quad))

    @cached_property
    def signs(self) -> DataFrame:
        """One row for each dyad and sign; columns as `Store.dyads` has them."""
        return self._by_kind("conflict", {False: ~self._conflict, True: self._conflict})

    @cached_property
    def quads(self) -> DataFrame:
        """One row for each dyad and quad class; columns as `Store.dyads` has them, with `quad` for `conflict`."""
        quads = self._told.quad[self._acts]
        return self._by_kind("quad", {quad: quads == quad for quad in (1, 2, 3, 4)})

    def timeline(self, by: Period) -> DataFrame:
        """Acts of each period and quad class; columns as `Store.timeline` has them."""
        found = self._of_days.assign(period=_begun(self._of_days["period"].to_numpy(), by))
        return found.groupby(["period", "quad"], as_index=False).sum()

    @cached_property
    def _of_days(self) -> DataFrame:
        """Acts of each day and quad class that has any."""
        days, quads = self._told.day[self._acts], self._told.quad[self._acts]
        dated = ~np.isnat(days)
        numbers = days[dated].astype(int)
        first = numbers.min() if len(numbers) else 0
        acts = np.bincount((numbers - first) * _QUADS + quads[dated])
        told = np.flatnonzero(acts)
        periods = (told // _QUADS + first).astype("datetime64[D]")
        return DataFrame({"period": periods, "quad": told % _QUADS, "acts": acts[told]})

    def counts(self, column: str) -> dict[str, int]:
        """Acts of each text of a column, most first; what has none is left out.

        Args:
            column: `source`, `target`, `event_type` or `status`, which an act has one of; `context` or `outlet`,
                which differ from sentence to sentence, so that an act may count for several.
        """
        texts: Texts = getattr(self._told, column)
        rows = self.rows if column in {"context", "outlet"} else self._acts
        if column == "context":  # by which alone the rows of an act are not sorted
            rows = rows[np.argsort(texts.codes[rows], kind="stable")]
        codes = texts.codes[rows]
        once = (changes(codes) | changes(self._told.act[rows])) & (codes >= 0)
        return _counted(np.array(texts.names, dtype=object), codes[once])

    def by_quad(self) -> dict[int, int]:
        """Acts of each quad class, most first."""
        return _counted(np.arange(_QUADS), self._told.quad[self._acts])

    def by_year(self) -> dict[int, int]:
        """Acts of each year, most first; those without a date are left out."""
        acts = self.timeline("year").groupby("period")["acts"].sum()
        return _most_first_of(dict(zip(pd.DatetimeIndex(acts.index).year, acts, strict=True)))

    def sureness(self, bounds: Sequence[float]) -> dict[float, int]:
        """Acts of which the reader was at least so sure, by bound, 0 to 1."""
        surest = self._surest()
        return {bound: int(np.count_nonzero(surest >= bound)) for bound in bounds}

    def _surest(self) -> Numbers:
        """The highest confidence of the relations that tell each act."""
        return _of_each(np.maximum, self._told.confidence[self.rows], first_rows(self._told.act[self.rows]))

    def _by_kind(self, column: str, kinds: dict[Any, Mask]) -> DataFrame:
        frames = [self._by_dyad(self._acts[mask]).assign(**{column: kind}) for kind, mask in kinds.items()]
        return _most_first(pd.concat(frames))

    def _by_dyad(self, acts: Numbers) -> DataFrame:
        """Source, target, dyad, acts, stories, first and last day; the index holds the dyads' numbers."""
        told, starts = self._told, self._starts(acts)
        days = told.day[acts]
        dyads = told.dyad[acts[starts]]
        return DataFrame({
            **{column: told.dyads[column].array.take(dyads) for column in ("source", "target", "dyad")},
            "acts": np.diff(np.append(starts, len(acts))), "stories": _summed(changes(told.telling[acts]), starts),
            "first": _of_each(np.fmin, days, starts), "last": _of_each(np.fmax, days, starts),
        }, index=dyads)

    def _starts(self, acts: Numbers) -> Numbers:
        return first_rows(self._told.dyad[acts])


def _most_first(frame: DataFrame) -> DataFrame:
    order = np.lexsort((frame.index, -frame["stories"], -frame["acts"]))
    return frame.iloc[order].reset_index(drop=True)


def _of_each(reduce: np.ufunc, values: Numbers, starts: Numbers) -> Numbers:
    """The values from each start to the next, reduced to one."""
    return reduce.reduceat(values, starts)


def _summed(flags: Mask, starts: Numbers) -> Numbers:
    return _of_each(np.add, flags.astype(np.int64), starts)


def _counted(names: Numbers, codes: Numbers) -> dict[Any, int]:
    """How often each name's place stands among the codes; names that don't are left out."""
    return _most_first_of(dict(zip(names.tolist(), np.bincount(codes, minlength=len(names)).tolist(), strict=True)))


def _most_first_of(counts: dict[Any, int]) -> dict[Any, int]:
    found = {name: int(count) for name, count in counts.items() if count}
    return dict(sorted(found.items(), key=lambda option: (-option[1], option[0])))


def _begun(days: Numbers, by: Period) -> Numbers:
    """The first day of each day's period; weeks begin on Monday, as the fourth day after 1 January 1970 did."""
    days = days.astype("datetime64[D]")
    if by == "day":
        return days
    if by == "week":
        return ((days.astype(int) + 3) // 7 * 7 - 3).astype("datetime64[D]")
    if by == "year":
        return days.astype("datetime64[Y]").astype("datetime64[D]")
    months = 3 if by == "quarter" else 1
    return (days.astype("datetime64[M]").astype(int) // months * months).astype("datetime64[M]").astype("datetime64[D]")
