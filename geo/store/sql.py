"""The questions that a store answers, in DuckDB's SQL.

All that a user gives goes in as parameters (`$name`); what is put together here is constant. A question that
is asked `FROM kept` stands behind `Filters.kept`.
"""
# ruff: noqa: S608

from geo.store.filters import CONTENT, COUNTRIES, DAYS

_SIGNS = """
    count(DISTINCT act_id) FILTER (NOT conflict) AS cooperation,
    count(DISTINCT act_id) FILTER (conflict) AS conflict
"""

_TOLD = """
    count(DISTINCT story) AS stories, min(date) AS first, max(date) AS last
"""

SUMMARY = f"""
SELECT count(DISTINCT act_id) AS acts, {_SIGNS}, count(DISTINCT article_id) AS telling, min(date), max(date) FROM kept
"""

LANGUAGES = f"""
SELECT language, count(*) AS articles, count(*) FILTER (duplicate_of IS NULL) AS stories
FROM articles WHERE {DAYS}
GROUP BY language ORDER BY articles DESC, language
"""

_DYADS = f"""
SELECT source, target, source || '-' || target AS dyad, {{kind}}, count(DISTINCT act_id) AS acts, {_TOLD}
FROM kept GROUP BY source, target, {{kind}}
ORDER BY acts DESC, stories DESC, source, target, {{kind}}
LIMIT $limit::BIGINT
"""
DYADS = {"sign": _DYADS.format(kind="conflict"), "quad": _DYADS.format(kind="quad")}

PAIRS = f"""
SELECT source, target, source || '-' || target AS dyad, count(DISTINCT act_id) AS acts, {_SIGNS}, {_TOLD}
FROM kept GROUP BY source, target
ORDER BY acts DESC, stories DESC, source, target
"""

# A city's palace and its port lie a street or two apart, yet are one place: within a degree, the point most
# often meant stands for all of the same name.
PLACES = f"""
WITH found AS (
    SELECT place, country, mode({{'latitude': latitude, 'longitude': longitude}}) AS point,
        count(*) AS mentions, count(DISTINCT article_id) AS articles
    FROM mentions JOIN (SELECT article_id FROM articles WHERE duplicate_of IS NULL AND {DAYS}) USING (article_id)
    WHERE latitude IS NOT NULL AND longitude IS NOT NULL
      AND ({COUNTRIES} OR list_contains($countries::VARCHAR[], country))
    GROUP BY place, country, round(latitude), round(longitude)
)
SELECT place, country, point.latitude AS latitude, point.longitude AS longitude, mentions, articles
FROM found ORDER BY mentions DESC, articles DESC, country, place, latitude, longitude
"""

ACTORS = """
WITH parts AS (
    SELECT source AS actor, act_id FROM relations
    UNION SELECT target, act_id FROM relations
    UNION SELECT DISTINCT country, NULL FROM mentions
)
SELECT actor, count(act_id) AS acts FROM parts GROUP BY actor ORDER BY acts DESC, actor
"""

TIMELINE = """
SELECT date_trunc($period, date) AS period, quad, count(DISTINCT act_id) AS acts
FROM kept WHERE date IS NOT NULL GROUP BY ALL ORDER BY ALL
"""

# Offsets are cast to DOUBLE, in which pandas can say that one is missing.
TOLD = f"""
    relation_id, act_id, kept.article_id, story, kept.date, source, target, event_type, context, quad, status,
    confidence, substr({CONTENT}, kept.start + 1, kept."end" - kept.start) AS sentence,
    (source_start - kept.start)::DOUBLE AS source_start, (source_end - kept.start)::DOUBLE AS source_end,
    (target_start - kept.start)::DOUBLE AS target_start, (target_end - kept.start)::DOUBLE AS target_end,
    (trigger_start - kept.start)::DOUBLE AS trigger_start, (trigger_end - kept.start)::DOUBLE AS trigger_end,
    title, outlet, url, path
"""

EVIDENCE = f""", stories AS (
    SELECT story, max(date) AS newest FROM kept WHERE source = $source AND target = $target
    GROUP BY story ORDER BY newest DESC NULLS LAST, story LIMIT $limit::BIGINT OFFSET $offset::BIGINT
)
SELECT {TOLD} FROM kept JOIN stories USING (story) LEFT JOIN articles USING (article_id)
WHERE source = $source AND target = $target
ORDER BY newest DESC NULLS LAST, story, kept.date DESC NULLS LAST, kept.article_id, kept.start, source_start,
    target_start, relation_id
"""

ARTICLE = """
SELECT article_id, date, title, text, outlet, url, path, language,
    make_timestamp(epoch_us(read_at)) AS read_at, duplicate_of
FROM articles WHERE article_id = $article_id
"""

MENTIONS = """
SELECT start, "end", text, kind, country, place, latitude, longitude, confidence
FROM mentions WHERE article_id = $article_id ORDER BY start, "end", country
"""
