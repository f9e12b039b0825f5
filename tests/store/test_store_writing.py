import datetime as dt
import hashlib
import json
from dataclasses import replace

import pyarrow.parquet as pq
import pytest
from store_examples import aid, quarrel, spanish, undated

from geo.articles.article import Article
from geo.errors import StoreError, TableError
from geo.pipeline import Reading
from geo.store import Filters, open_store, write_store
from geo.store.schema import FORMAT, SCHEMAS


def test_a_store_is_three_tables_and_a_manifest(tmp_path):
    store = write_store([quarrel(), spanish()], tmp_path / "store")
    assert {file.name for file in store.folder.iterdir()} == {
        "articles.parquet",
        "mentions.parquet",
        "relations.parquet",
        "manifest.json",
    }
    for table, schema in SCHEMAS.items():
        assert pq.read_schema(store.folder / f"{table}.parquet").equals(schema)
    assert store.manifest.counts == {"articles": 2, "mentions": 3, "relations": 3}
    assert store.manifest.passed_over == {"es": 1}


def test_nothing_else_is_left_beside_a_store(tmp_path):
    write_store([quarrel()], tmp_path / "store")
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_store_of_nothing_answers(tmp_path):
    store = write_store([], tmp_path / "store")
    assert store.summary().articles == 0
    assert store.dyads().empty
    assert store.timeline().empty
    assert store.places().empty
    assert store.pairs().empty


def test_the_same_article_twice_is_one(tmp_path):
    store = write_store([quarrel(), quarrel()], tmp_path / "store")
    assert store.manifest.counts["articles"] == 1


def test_a_copy_in_another_outlet_tells_the_same_acts(tmp_path):
    copy = quarrel(outlet="Inland Post", url="https://inland.example/buoy")
    store = write_store([quarrel(), copy], tmp_path / "store")
    assert store.article(copy.article.article_id).duplicate_of == quarrel().article.article_id
    assert store.manifest.counts["relations"] == 6
    assert store.summary().acts == 3
    assert store.pairs()["stories"].to_list() == [1, 1]
    assert store.evidence(Filters(), "PER", "CHL")["relation_id"].is_unique
    assert store.places()[["mentions", "articles"]].to_numpy().tolist() == [[1, 1]]


def test_ids_are_the_same_in_every_writing(tmp_path):
    first = write_store([quarrel()], tmp_path / "first").evidence(Filters(), "PER", "CHL")
    second = write_store([aid(), quarrel()], tmp_path / "second").evidence(Filters(), "PER", "CHL")
    columns = ["relation_id", "act_id", "article_id"]
    assert first[columns].equals(second[columns])


def test_one_act_told_by_two_sentences_is_counted_once(tmp_path):
    reading = quarrel()
    again = replace(reading.relations[0], trigger=None)
    store = write_store([replace(reading, relations=(reading.relations[0], again))], tmp_path / "store")
    assert store.pairs()["acts"].to_list() == [1]
    assert len(store.evidence(Filters(), "PER", "CHL")) == 2


def test_offsets_hold_beyond_the_basic_plane_and_where_half_a_character_came_in(tmp_path):
    reading = undated()
    article = replace(reading.article, title="😀 \ud83d Ñandú\x00")
    shift = len(article.content) - len(reading.article.content)
    relation = reading.relations[0]
    moved = replace(
        relation,
        start=relation.start + shift,
        end=relation.end + shift,
        source_span=tuple(offset + shift for offset in relation.source_span),
        target_span=tuple(offset + shift for offset in relation.target_span),
    )
    store = write_store([replace(reading, article=article, relations=(moved,))], tmp_path / "store")
    told = store.evidence(Filters(), "BOL", "PER").iloc[0]
    assert told.sentence == relation.sentence
    assert told.sentence[told.target_start : told.target_end] == "Peru"


def test_thousands_of_rows_go_through_in_order(tmp_path):
    articles = [Article(str(number), f"Note {number}.", date=dt.date(2024, 1, 1)) for number in range(25_000)]
    store = write_store((Reading(article, "en", (), ()) for article in articles), tmp_path / "store")
    assert pq.ParquetFile(store.folder / "articles.parquet").num_row_groups == 2
    assert store.summary().articles == 25_000


def test_a_crash_in_the_middle_leaves_the_older_store_as_it_was(tmp_path):
    write_store([quarrel()], tmp_path / "store")

    def half():
        yield aid()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_store(half(), tmp_path / "store")
    assert open_store(tmp_path / "store").summary().acts == 3
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_of_two_writers_the_later_one_stays(tmp_path):
    def meanwhile():
        yield quarrel()
        write_store([undated()], tmp_path / "store")
        yield aid()

    write_store(meanwhile(), tmp_path / "store")
    assert open_store(tmp_path / "store").manifest.counts["articles"] == 2
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "letters.txt").write_text("Dear all")
    with pytest.raises(StoreError, match="holds something else than a store"):
        write_store([quarrel()], tmp_path)
    assert (tmp_path / "letters.txt").read_text() == "Dear all"


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file/store: the store can't be written .*name another folder"):
        write_store([quarrel()], tmp_path / "file" / "store")


def test_what_goes_wrong_while_reading_is_not_blamed_on_the_store(tmp_path):
    def readings():
        yield quarrel()
        raise FileNotFoundError("names.csv")

    with pytest.raises(FileNotFoundError, match=r"names\.csv"):
        write_store(readings(), tmp_path / "store")


def test_a_store_read_with_own_names_says_so(tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("name,country\nPeru,ECU\n")
    with_names = write_store([quarrel()], tmp_path / "with", names=names)
    without = write_store([quarrel()], tmp_path / "without")
    assert with_names.manifest.names == {str(names): hashlib.sha256(names.read_bytes()).hexdigest()}
    assert without.manifest.names == {}
    tables = [pq.read_table(store.folder / "relations.parquet") for store in (with_names, without)]
    readers = [table["reader"].unique().to_pylist() for table in tables]
    assert readers == [[with_names.manifest.reader], [without.manifest.reader]]
    assert with_names.manifest.reader != without.manifest.reader


def test_own_names_that_are_not_there_leave_an_older_store_as_it_was(tmp_path):
    write_store([quarrel()], tmp_path / "store")
    with pytest.raises(TableError, match=r"nowhere\.csv: No such file"):
        write_store([], tmp_path / "store", names=tmp_path / "nowhere.csv")
    assert open_store(tmp_path / "store").summary().articles == 1


def test_the_manifest_knows_the_files_that_articles_came_from(tmp_path):
    (tmp_path / "aid.txt").write_text("Chile shipped grain")
    store = write_store([aid(), quarrel()], tmp_path / "store", root=tmp_path)
    assert list(store.manifest.sources) == ["aid.txt"]


def test_a_folder_with_odd_characters_is_a_folder(tmp_path):
    for name in ("a[1]*?", "a1xy"):
        write_store([quarrel()] if name == "a1xy" else [aid()], tmp_path / name)
    assert open_store(tmp_path / "a[1]*?").summary(Filters(statuses=())).acts == 2


def test_a_folder_without_a_store_is_named_with_the_mend(tmp_path):
    with pytest.raises(StoreError, match=r"elsewhere: no store here .*entente ingest SOURCE --store"):
        open_store(tmp_path / "elsewhere")


def test_a_store_of_another_form_is_refused(tmp_path):
    folder = write_store([quarrel()], tmp_path / "store").folder
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest | {"format": 99}))
    with pytest.raises(StoreError, match=r"the store has form 99, this version reads form \d+"):
        open_store(folder)


@pytest.mark.parametrize("text", ["{", "[]", f'{{"format": {FORMAT}}}', ""])
def test_a_damaged_manifest_is_named(tmp_path, text):
    folder = write_store([quarrel()], tmp_path / "store").folder
    (folder / "manifest.json").write_text(text)
    with pytest.raises(StoreError, match=r"manifest\.json: .*make the store anew"):
        open_store(folder)


def test_a_missing_table_is_named(tmp_path):
    folder = write_store([quarrel()], tmp_path / "store").folder
    (folder / "mentions.parquet").unlink()
    with pytest.raises(StoreError, match=r"mentions\.parquet: the table is missing\. Remove .*anew"):
        open_store(folder)


def test_a_table_cut_short_is_named(tmp_path):
    folder = write_store([quarrel()], tmp_path / "store").folder
    table = folder / "relations.parquet"
    table.write_bytes(table.read_bytes()[:200])
    with pytest.raises(StoreError, match=r"relations\.parquet: the table is damaged"):
        open_store(folder)


def test_a_table_of_another_store_is_named(tmp_path):
    folder = write_store([quarrel()], tmp_path / "store").folder
    other = write_store([aid(), undated()], tmp_path / "other").folder
    (other / "articles.parquet").replace(folder / "articles.parquet")
    with pytest.raises(StoreError, match=r"articles\.parquet: the table holds 2 rows, the manifest says 1"):
        open_store(folder)


def test_a_table_damaged_inside_is_named_by_the_query_that_meets_it(tmp_path):
    store = write_store([quarrel()], tmp_path / "store")
    table = store.folder / "relations.parquet"
    content = bytearray(table.read_bytes())
    content[4:400] = bytes(396)
    table.write_bytes(content)
    with pytest.raises(StoreError, match=r"store: can't be read .*Make the store anew"):
        open_store(store.folder).pairs()


def test_a_copy_printed_two_days_later_tells_the_same_acts_on_the_same_days(tmp_path):
    copy = quarrel(outlet="Inland Post", url="https://inland.example/buoy", date=dt.date(2024, 3, 7))
    store = write_store([quarrel(), copy], tmp_path / "store")
    assert store.summary().acts == 3
    assert set(store.evidence(Filters(), "PER", "CHL")["date"].dt.day) == {5}


def test_all_who_open_a_store_share_it_until_it_is_made_anew(tmp_path):
    first = write_store([quarrel()], tmp_path / "store")
    assert open_store(tmp_path / "store") is first
    write_store([quarrel(), aid()], tmp_path / "store")
    assert open_store(tmp_path / "store").summary().articles == 2
