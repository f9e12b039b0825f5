"""What was read, kept and queried: Parquet tables in a folder, asked with DuckDB.

Doors: `default_store` (the one that the dashboard opens on), `open_store`, and `write_store` (from what
`geo.pipeline` reads). A store is a folder with `articles.parquet`, `mentions.parquet`, `relations.parquet`
and `manifest.json`; any tool that reads Parquet can read it too.
"""

from geo.store.answers import StoredArticle, Summary
from geo.store.filters import Filters
from geo.store.query import Store, open_store
from geo.store.seeds import default_store
from geo.store.write import write_store

__all__ = ["Filters", "Store", "StoredArticle", "Summary", "default_store", "open_store", "write_store"]
