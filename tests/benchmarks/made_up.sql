-- Turns the numbers that made_up.py has drawn into a store's three tables. What a name says: `story`, `sentence`,
-- `copy`, `actor`, `city`, `verb`, `context` and `outlet` are the tables drawn, each with its row's number as `id`.

-- Each sentence in words, and where it begins in its story's content.
CREATE TABLE worded AS
SELECT sentence.id, sentence.story, status, confidence, event_type, root, quad, intensity, mutual,
    source.code AS source, source.name AS source_name, source.latitude AS source_latitude,
    source.longitude AS source_longitude,
    target.code AS target, target.name AS target_name, target.latitude AS target_latitude,
    target.longitude AS target_longitude,
    coalesce(city.name, source.name) AS town, coalesce(city.country, source.code) AS city_country,
    coalesce(city.latitude, source.latitude) AS city_latitude,
    coalesce(city.longitude, source.longitude) AS city_longitude,
    CASE language WHEN 'en' THEN verb.words WHEN 'es' THEN 'habla con' ELSE 'parle avec' END AS words,
    context.name AS context,
    concat(source.name, ' ', words, ' ', target.name, ', ', context.name, ', ', town, '.') AS told
FROM sentence
JOIN story ON story.id = sentence.story
JOIN verb ON verb.id = sentence.verb
JOIN context ON context.id = sentence.context
JOIN actor AS source ON source.id = sentence.source
JOIN actor AS target ON target.id = sentence.target
LEFT JOIN city ON city.country = source.code AND city.rank = sentence.city_rank;

CREATE TABLE headed AS
SELECT story.id AS story, date, language, concat(one.name, ' and ', other.name, ', report ', story.id) AS title
FROM story JOIN actor AS one ON one.id = story.one JOIN actor AS other ON other.id = story.other;

CREATE TABLE placed AS
SELECT worded.*, date, language,
    (length(title) + 2 + coalesce(sum(length(told) + 1) OVER (
        PARTITION BY story ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::INTEGER AS start
FROM worded JOIN headed USING (story);

CREATE TABLE article AS
SELECT story, copy, outlet.name AS outlet, substr(md5(concat_ws('/', story, copy)), 1, 16) AS article_id,
    substr(md5(concat_ws('/', story, 0)), 1, 16) AS first_copy
FROM copy JOIN outlet ON outlet.id = copy.outlet;

CREATE TABLE articles AS
WITH body AS (SELECT story, string_agg(told, ' ' ORDER BY id) AS text FROM worded GROUP BY story)
SELECT article_id, date, title, text, outlet, 'https://news.example/' || article_id AS url, NULL AS path, language,
    getvariable('read_at') AS read_at, CASE WHEN copy > 0 THEN first_copy END AS duplicate_of
FROM article JOIN headed USING (story) JOIN body USING (story)
ORDER BY date, story, copy;

CREATE TABLE mentions AS
WITH named AS (
    SELECT id, story, date, start, source_name AS text, 'name' AS kind, source AS country, source_name AS place,
        source_latitude AS latitude, source_longitude AS longitude
    FROM placed
    UNION ALL
    SELECT id, story, date, start + length(source_name) + length(words) + 2, target_name, 'name', target, target_name,
        target_latitude, target_longitude
    FROM placed
    UNION ALL
    SELECT id, story, date, start + length(told) - length(town) - 1, town, 'city', city_country, town, city_latitude,
        city_longitude
    FROM placed
)
SELECT article_id, start, start + length(text) AS "end", text, kind, country, place, latitude, longitude,
    0.95 AS confidence
FROM named JOIN article USING (story)
ORDER BY date, story, copy, start;

-- A mutual act is two rows, one each way.
CREATE TABLE relations AS
WITH spans AS (
    SELECT *, start AS one_start, start + length(source_name) AS one_end, one_end + 1 AS trigger_start,
        trigger_start + length(words) AS trigger_end, trigger_end + 1 AS other_start,
        other_start + length(target_name) AS other_end
    FROM placed WHERE language = 'en'
), both_ways AS (
    SELECT *, one_start AS source_start, one_end AS source_end, other_start AS target_start, other_end AS target_end
    FROM spans
    UNION ALL BY NAME
    SELECT * REPLACE (target AS source, source AS target), other_start AS source_start, other_end AS source_end,
        one_start AS target_start, one_end AS target_end
    FROM spans WHERE mutual
)
SELECT substr(md5(concat_ws('/', story, copy, id, source)), 1, 16) AS relation_id,
    substr(md5(concat_ws('/', story, source, target, event_type, status)), 1, 16) AS act_id,
    article_id, date, source, target, event_type, context, root AS cameo_root, quad, intensity, status, start,
    start + length(told) AS "end", source_start, source_end, target_start, target_end, trigger_start, trigger_end,
    confidence, 'entente' AS origin, getvariable('reader') AS reader
FROM both_ways JOIN article USING (story)
ORDER BY date, story, copy, start, source
LIMIT getvariable('relations');
