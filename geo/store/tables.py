"""The tables of a store on disk: whether they are whole, and DuckDB's views of them."""

import glob
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from geo.errors import StoreError
from geo.store.schema import SCHEMAS


def check(path: Path, schema: pa.Schema, count: int | None) -> None:
    """Hold a table's footer against the manifest; its pages are read, and checked, by each query.

    Raises:
        StoreError: it is missing or damaged, or has other columns or another number of rows.
    """
    mend = f"Remove {path.parent} and make the store anew from its articles."
    if not path.is_file():
        raise StoreError(f"{path}: the table is missing. {mend}")
    try:
        table = pq.ParquetFile(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise StoreError(f"{path}: the table is damaged ({error}). {mend}") from error
    with table:
        if not table.schema_arrow.equals(schema):
            raise StoreError(f"{path}: the table has other columns than a store's. {mend}")
        if table.metadata.num_rows != count:
            msg = f"{path}: the table holds {table.metadata.num_rows} rows, the manifest says {count}"
            raise StoreError(f"{msg}. {mend}")


def connect(folder: Path, left_out: Iterable[str] = ()) -> duckdb.DuckDBPyConnection:
    """DuckDB with a view for each table of a store.

    Args:
        folder: of the store.
        left_out: relation_ids that the view of relations does without.
    """
    # Nothing is fetched from outside, whatever a query names.
    offline: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    connection = duckdb.connect(config=offline)
    tables = {name: connection.read_parquet(glob.escape(str(folder / f"{name}.parquet"))) for name in SCHEMAS}
    if left := list(left_out):
        connection.execute("CREATE TABLE left_out AS SELECT unnest($ids::VARCHAR[]) AS relation_id", {"ids": left})
        tables["relations"] = tables["relations"].filter("relation_id NOT IN (FROM left_out)")
    for name, table in tables.items():
        table.create_view(name)
    return connection
