"""The tables of a store: whether they are whole, and DuckDB's views of them."""

import glob
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from geo.errors import StoreError
from geo.store.schema import SCHEMAS
from geo.store.sql import GATHERED
from geo.store.told import Told, read_told


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


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a store, open.

    Attributes:
        connection: DuckDB with a view of each table, in which `number` is that of the row, and with the small tables
            of `GATHERED`.
        told: the relations as columns in memory.
    """

    connection: duckdb.DuckDBPyConnection
    told: Told


def read_tables(folder: Path) -> Tables:
    """Open the tables of a store.

    Raises:
        StoreError: one can't be read.
    """
    # Nothing is fetched from outside, whatever a query names.
    offline: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    connection = duckdb.connect(config=offline)
    try:
        for name in SCHEMAS:
            table = connection.read_parquet(glob.escape(str(folder / f"{name}.parquet")), file_row_number=True)
            table.project("* EXCLUDE (file_row_number), file_row_number AS number").create_view(name)
        for name, query in GATHERED.items():
            connection.execute(f"CREATE TABLE {name} AS {query}")
        return Tables(connection, read_told(connection))
    except duckdb.Error as error:
        raise unreadable(folder, error) from error


def unreadable(folder: Path, error: duckdb.Error) -> StoreError:
    """What to raise where DuckDB can't read a store."""
    reason = str(error).splitlines()[0]
    return StoreError(f"{folder}: can't be read ({reason}). Make the store anew from its articles.")
