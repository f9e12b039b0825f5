"""Acts over time as bars, for Vega-Lite: cooperation upwards, conflict downwards, words before deeds, peaks named."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from pandas import DataFrame

from geo.map.colours import Palette
from geo.views.periods import Period, floor, shifted, whole
from geo.views.words import KINDS, capitalised, counted, day

History = dict[dt.date, Counter[int]]
"""First day of a step to its acts by quad class."""

BRUSH = "brush"
"""The selection of the chart."""

HEIGHT = 118  # pixels of the bars
_ABOVE = 18  # pixels above them for the names of peaks
_GAP = 0.12  # of a bar's width, between bars
_PEAKS = 4


def by_step(timeline: DataFrame, step: str) -> History:
    """The acts of each step that has any, in order of time.

    Args:
        timeline: period (a day), quad, acts.
        step: `day`, `week`, `month` or `year`.
    """
    found: History = {}
    for period, quad, acts in zip(timeline["period"], timeline["quad"], timeline["acts"], strict=True):
        found.setdefault(floor(period.date(), step), Counter())[int(quad)] += int(acts)
    return dict(sorted(found.items()))


def bars(history: History, step: str, chosen: Period | None) -> DataFrame:
    """One row for each bar's part: a step and a quad class.

    Columns: start, end (milliseconds since 1970), low, high (acts; conflict below zero), kind, told, inside (whether it
    lies in the chosen period).

    Args:
        history: acts by step and quad class.
        step: `day`, `week`, `month` or `year`.
        chosen: what is not pale, None for all.
    """
    rows = [row for start, acts in history.items() for row in _stack(start, acts, step, chosen)]
    columns = ["start", "end", "low", "high", "kind", "told", "inside"]
    return DataFrame(rows, columns=columns).astype({"start": float, "end": float})


def step_name(start: dt.date, step: str) -> str:
    """A bar's days in words: `2014`, `March 2014`, `week from 3 March 2014`, `3 March 2014`."""
    names = {"year": f"{start.year}", "month": f"{start:%B} {start.year}", "week": f"week from {day(start)}"}
    return names.get(step) or day(start)


def peaks(history: History, all_days: Period) -> list[dt.date]:
    """First days of the bars that stand out, so far from each other that their names have room; in order of time.

    Args:
        history: acts by step and quad class.
        all_days: first and last day of the chart.
    """
    acts = {start: counts.total() for start, counts in history.items()}
    usual = median(acts.values()) if acts else 0
    room = (all_days[1] - all_days[0]).days / _PEAKS
    found: list[dt.date] = []
    for start in sorted(acts, key=lambda start: -acts[start]):
        if len(found) == _PEAKS or acts[start] < max(3, 2 * usual):
            break
        if all(abs((start - other).days) >= room for other in found):
            found.append(start)
    return sorted(found)


def names(peaks_named: Sequence[tuple[dt.date, str]], step: str) -> DataFrame:
    """Rows beside those of `bars` that name the peaks: start, end and label."""
    rows = [(_milliseconds(start), _milliseconds(shifted(start, step, 1)), label) for start, label in peaks_named]
    return DataFrame(rows, columns=["start", "end", "label"]).astype({"start": float, "end": float, "label": "str"})


def ground(all_days: Period, step: str, chosen: Period | None) -> DataFrame:
    """Rows beside those of `bars`: the line that bars stand on, from the first step to the last, and the chosen period.

    Columns: start, end, ground (`line` or `shade`).
    """
    first, last = whole(*all_days, step)
    rows = [(_milliseconds(first), _milliseconds(shifted(last, "day", 1)), "line")]
    if chosen and chosen[0] <= last and chosen[1] >= first:
        end = shifted(min(chosen[1], last), "day", 1)
        rows.append((_milliseconds(max(chosen[0], first)), _milliseconds(end), "shade"))
    return DataFrame(rows, columns=["start", "end", "ground"]).astype({"start": float, "end": float})


def spec(palette: Palette, *, phone: bool) -> dict[str, Any]:
    """The chart without its data, so that Streamlit keeps it where only the data change.

    Args:
        palette: colours.
        phone: whether there is no room for names of peaks, and a swipe must move the page.
    """
    mark = {"fill": palette.ink, "fillOpacity": 0.04, "stroke": palette.ink, "strokeOpacity": 0.45}
    brush = {"name": BRUSH, "select": {"type": "interval", "encodings": ["x"], "mark": mark}}
    bars_of = {"transform": [{"filter": "isValid(datum.low)"}], "mark": {"type": "bar"}, "encoding": _bar(palette)}
    shaded = {
        "transform": [{"filter": "datum.ground == 'shade'"}],
        "mark": {"type": "rect", "color": palette.ink, "opacity": 0.08},
        "encoding": {"x": {"field": "start", "type": "temporal"}, "x2": {"field": "end"},
                     "y": {"value": 0}, "y2": {"value": {"expr": "height"}}},
    }
    line = {
        "transform": [{"filter": "datum.ground == 'line'"}],
        "mark": {"type": "rule", "color": palette.muted, "strokeOpacity": 0.5},
        "encoding": {"x": {"field": "start", "type": "temporal"}, "x2": {"field": "end"}, "y": {"datum": 0}},
    }
    named = [] if phone else [_names(palette)]
    return {
        "height": HEIGHT, "padding": {"left": 0, "right": 2, "top": 2 if phone else _ABOVE, "bottom": 0},
        "background": palette.paper, "layer": [bars_of | {"params": [brush]}, shaded, line, *named],
        "config": {"view": {"stroke": None}, "font": "Libre Franklin, Arial, sans-serif", "axis": {
            "labelColor": palette.muted, "labelFontSize": 11, "domain": False, "ticks": False, "title": None,
        }},
    }


def _bar(palette: Palette) -> dict[str, Any]:
    kinds = [capitalised(kind) for kind in KINDS.values()]
    colours = [palette.of(kind) for kind in KINDS.values()]
    grid = {"grid": True, "gridColor": palette.line, "gridDash": [1, 3]}
    axis = grid | {"tickCount": 4, "tickMinStep": 1, "labelExpr": "format(abs(datum.value), ',')"}
    return {
        "x": {"field": "start", "type": "temporal", "scale": {"type": "utc", "nice": False},
              "axis": {"grid": False, "labelOverlap": True, "labelFlush": True, "tickCount": 14, "labelPadding": 4}},
        "x2": {"field": "end"},
        "y": {"field": "low", "type": "quantitative", "axis": axis}, "y2": {"field": "high"},
        "color": {"field": "kind", "type": "nominal", "scale": {"domain": kinds, "range": colours}, "legend": None},
        "opacity": {"condition": {"test": "datum.inside", "value": 1}, "value": 0.3},
        "tooltip": {"field": "told", "type": "nominal"},
    }


def _names(palette: Palette) -> dict[str, Any]:
    """Text above the bars, drawn inwards near the edges."""
    near = "scale('x', datum.start) / width"
    aligned = {"expr": f"{near} > .85 ? 'right' : {near} < .1 ? 'left' : 'center'"}
    return {
        "transform": [{"filter": "isValid(datum.label)"}],
        "mark": {"type": "text", "color": palette.ink, "fontSize": 11, "baseline": "bottom", "align": aligned},
        "encoding": {"x": {"field": "start", "type": "temporal"}, "y": {"value": -4}, "text": {"field": "label"}},
    }


def _stack(start: dt.date, acts: Counter[int], step: str, chosen: Period | None) -> Iterator[tuple[Any, ...]]:
    """The parts of one bar, from zero outwards."""
    after = shifted(start, step, 1)
    begin, end = _milliseconds(start), _milliseconds(after)
    inside = not chosen or (start <= chosen[1] and after > chosen[0])
    ends = {1: 0, -1: 0}
    for quad, kind in KINDS.items():
        if not acts[quad]:
            continue
        sign = 1 if quad <= 2 else -1
        low, ends[sign] = ends[sign], ends[sign] + sign * acts[quad]
        told = f"{capitalised(step_name(start, step))}: {counted(acts[quad], 'act')} of {kind}"
        yield begin, end - _GAP * (end - begin), low, ends[sign], capitalised(kind), told, inside


def _milliseconds(date: dt.date) -> int:
    return (date - dt.date(1970, 1, 1)).days * 86_400_000
