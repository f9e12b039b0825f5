"""Entente: which countries act towards which, read from news articles.

Two doors for one text: `geocode`, the mentions of countries and places with coordinates, and `relate`, who does
what to whom with the sentence that says so. For piles of articles: `python -m geo`, or `geo.pipeline`.
"""

import datetime as dt
from dataclasses import asdict
from typing import TYPE_CHECKING

from geo.articles.article import Article
from geo.errors import ArticleError, EntenteError, ModelError, StoreError, TableError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from geo.gazetteer import OwnName

__all__ = [
    "Article", "ArticleError", "EntenteError", "ModelError", "StoreError", "TableError", "geocode", "relate",
]
__version__ = "0.1.0"


def geocode(
    text: str, date: dt.date | None = None, names: "Path | str | Sequence[OwnName] | None" = None
) -> "gpd.GeoDataFrame":
    """The mentions of countries and places in a text.

    Args:
        text: any text; offsets in the result count its characters.
        date: day of publication: officials count for their country in their term only. None: all terms.
        names: your own names, which add to the tables or override them: a CSV file (`geo.gazetteer.read_names`)
            or the names themselves.

    Returns:
        One row for each mention, by position: start, end, text, kind, country (ISO 3166-1 alpha-3, or `org:…`),
        place, latitude, longitude (degrees), confidence (0 to 1), and the point as geometry (EPSG:4326).

    Raises:
        TableError: the file of own names can't be used.
    """
    import geopandas as gpd  # noqa: PLC0415  takes a second to load, and only this function needs it
    import pandas as pd  # noqa: PLC0415

    from geo.gazetteer import own_names  # noqa: PLC0415
    from geo.mentions import Mention, find_mentions  # noqa: PLC0415

    mentions = find_mentions(Article("text", text, date=date), own_names(names))
    table = pd.DataFrame([asdict(m) for m in mentions], columns=list(Mention.__dataclass_fields__))
    points = gpd.points_from_xy(table["longitude"], table["latitude"])
    return gpd.GeoDataFrame(table, geometry=points, crs="EPSG:4326")


def relate(
    text: str,
    date: dt.date | None = None,
    threshold: float | None = None,
    names: "Path | str | Sequence[OwnName] | None" = None,
) -> "pd.DataFrame":
    """Who does what to whom in an English text.

    Args:
        text: any English text; spans in the result count its characters.
        date: day of publication.
        threshold: the confidence from which a relation is said; None for the default, chosen for precision.
        names: your own names, as in `geocode`.

    Returns:
        One row for each relation, by position of its evidence, with the columns of `geo.relations.Relation`.

    Raises:
        TableError: the file of own names can't be used.
    """
    import pandas as pd  # noqa: PLC0415

    from geo.gazetteer import own_names  # noqa: PLC0415
    from geo.pipeline import read_all  # noqa: PLC0415
    from geo.relations import Relation  # noqa: PLC0415

    (reading,) = read_all([Article("text", text, date=date, language="en")], threshold, names=own_names(names))
    columns = list(Relation.__dataclass_fields__)
    return pd.DataFrame([asdict(r) for r in reading.relations or ()], columns=columns)
