"""The columns of the three tables, and the number of their form.

Days are `date32` on disk; whoever queries gets `datetime64`. Offsets count characters in an article's
content: title, blank line, text (the text alone where there is no title).
"""

import pyarrow as pa

# To be raised whenever a column, the manifest or their meaning changes: older stores are then refused, and say so.
FORMAT = 2

ARTICLES = pa.schema(
    [
        ("article_id", pa.string()),
        ("date", pa.date32()),
        ("title", pa.string()),
        ("text", pa.string()),
        ("outlet", pa.string()),
        ("url", pa.string()),
        ("path", pa.string()),
        ("language", pa.string()),  # ISO 639-1
        ("read_at", pa.timestamp("us", tz="UTC")),
        ("duplicate_of", pa.string()),  # article_id of the first copy, else null
    ]
)

MENTIONS = pa.schema(
    [
        ("article_id", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("text", pa.string()),
        ("kind", pa.string()),
        ("country", pa.string()),
        ("place", pa.string()),
        ("latitude", pa.float64()),  # degrees, WGS 84
        ("longitude", pa.float64()),
        ("confidence", pa.float64()),  # 0 to 1
    ]
)

RELATIONS = pa.schema(
    [
        ("relation_id", pa.string()),
        ("act_id", pa.string()),
        ("article_id", pa.string()),
        ("date", pa.date32()),
        ("source", pa.string()),
        ("target", pa.string()),
        ("event_type", pa.string()),  # PLOVER
        ("context", pa.string()),
        ("cameo_root", pa.string()),  # "01" to "20"
        ("quad", pa.int8()),  # 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict
        ("intensity", pa.float64()),  # Goldstein's scale, -10 to 10
        ("status", pa.string()),
        ("start", pa.int32()),  # of the evidence
        ("end", pa.int32()),
        ("source_start", pa.int32()),
        ("source_end", pa.int32()),
        ("target_start", pa.int32()),
        ("target_end", pa.int32()),
        ("trigger_start", pa.int32()),
        ("trigger_end", pa.int32()),
        ("confidence", pa.float64()),
        ("origin", pa.string()),  # "entente" or "gdelt"
        ("reader", pa.string()),  # version of tables and model that made the row
    ]
)

SCHEMAS = {"articles": ARTICLES, "mentions": MENTIONS, "relations": RELATIONS}
