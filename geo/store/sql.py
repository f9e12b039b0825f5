"""The questions that a store answers, in DuckDB's SQL.

All that a user gives goes in as parameters (`$name`); what is put together here is constant. A question that
is asked `FROM kept` stands behind `KEPT`.
"""
# ruff: noqa: S608

# A null day compares as null, so that a chosen first or last day leaves undated rows out.
DAYS = "($start::DATE IS NULL OR date >= $start::DATE) AND ($end::DATE IS NULL OR date <= $end::DATE)"

CONTENT = "CASE WHEN title <> '' THEN title || chr(10) || chr(10) || text ELSE text END"
"""An article's content, in which all offsets count."""

KEPT = """
WITH kept AS (
    SELECT relations.*, quad >= 3 AS conflict, coalesce(duplicate_of, relations.article_id) AS story
    FROM relations SEMI JOIN rows_kept USING (number)
    LEFT JOIN (SELECT article_id, duplicate_of FROM articles) USING (article_id)
)
"""
"""The beginning of a question about relations that were chosen by their numbers."""

# Each has its place: in a million relations they would take too long to find anew for every question. A city's
# palace and its port lie a street or two apart, yet are one place: within a degree, the point most often meant
# stands for all of the same name.
_SPOT = "hash(place, country, round(latitude), round(longitude))"
GATHERED = {
    "spots": f"""
        SELECT {_SPOT} AS spot, place, country, mode({{'latitude': latitude, 'longitude': longitude}}) AS point
        FROM mentions WHERE latitude IS NOT NULL AND longitude IS NOT NULL
        GROUP BY place, country, round(latitude), round(longitude)
    """,
    "named": f"""
        SELECT {_SPOT} AS spot, date, count(*) AS mentions, count(DISTINCT article_id) AS articles
        FROM mentions JOIN (SELECT article_id, date FROM articles WHERE duplicate_of IS NULL) USING (article_id)
        WHERE latitude IS NOT NULL AND longitude IS NOT NULL GROUP BY spot, date
    """,
    "published": """
        SELECT date, language, count(*) AS articles, count(*) FILTER (duplicate_of IS NULL) AS stories
        FROM articles GROUP BY date, language
    """,
}
"""Small tables that are made once from the large ones."""

LANGUAGES = f"""
SELECT language, sum(articles)::BIGINT AS articles, sum(stories)::BIGINT AS stories FROM published WHERE {DAYS}
GROUP BY language ORDER BY articles DESC, language
"""

PLACES = f"""
SELECT place, country, point.latitude AS latitude, point.longitude AS longitude, mentions, articles
FROM spots JOIN (
    SELECT spot, sum(mentions)::BIGINT AS mentions, sum(articles)::BIGINT AS articles FROM named WHERE {DAYS}
    GROUP BY spot
) USING (spot)
WHERE len($countries::VARCHAR[]) = 0 OR list_contains($countries::VARCHAR[], country)
ORDER BY mentions DESC, articles DESC, country, place, latitude, longitude
"""

# Everything between the words of the evidence becomes one space, so that a word is found by its beginning. What an
# article doesn't hold anywhere, none of its sentences does.
_PLAIN = "' ' || regexp_replace(lower(strip_accents({})), '[^\\pL\\pN]+', ' ', 'g')"
_HOLDS = "list_bool_and(list_transform($words::VARCHAR[], lambda word: contains({}, lower(strip_accents(word)))))"
TELLING = f"""
WITH likely AS (
    SELECT article_id, {CONTENT} AS content FROM articles WHERE {_HOLDS.format(f"lower(strip_accents({CONTENT}))")}
), sentences AS (
    SELECT number, {_PLAIN.format('substr(content, start + 1, "end" - start)')} AS sentence
    FROM relations JOIN likely USING (article_id)
)
SELECT number FROM sentences WHERE {_HOLDS.format("sentence").replace("lower(strip", "' ' || lower(strip")}
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
    SELECT story, max(date) AS newest FROM kept
    GROUP BY story ORDER BY newest DESC NULLS LAST, story LIMIT $limit::BIGINT OFFSET $offset::BIGINT
)
SELECT {TOLD} FROM kept JOIN stories USING (story) LEFT JOIN articles USING (article_id)
ORDER BY newest DESC NULLS LAST, story, kept.date DESC NULLS LAST, kept.article_id, kept.start, source_start,
    target_start, relation_id
"""

NUMBERS = "SELECT number FROM relations WHERE list_contains($ids::VARCHAR[], relation_id)"

ARTICLE = """
SELECT article_id, date, title, text, outlet, url, path, language,
    make_timestamp(epoch_us(read_at)) AS read_at, duplicate_of
FROM articles WHERE article_id = $article_id
"""

MENTIONS = """
SELECT start, "end", text, kind, country, place, latitude, longitude, confidence
FROM mentions WHERE article_id = $article_id ORDER BY start, "end", country
"""
