import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from store_examples import quarrel

from geo.errors import StoreError, TableError
from geo.store import Filters, default_store, write_store

HERE = Path(__file__)
FIRST = " date 2024-03-05 A buoy adrift\n\nPeru accused Chile on Tuesday of moving a buoy.\n"
SECOND = " date 2024-05-02 Grain\n\nChile sent Bolivia two shiploads of grain on Thursday.\n"


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    return folder


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture(autouse=True)
def _no_store_is_named(monkeypatch):
    monkeypatch.delenv("ENTENTE_STORE", raising=False)
    monkeypatch.delenv("ENTENTE_NAMES", raising=False)


def progress_of(**folders):
    told = []
    store = default_store(lambda done, total: told.append((done, total)), **folders)
    return told, store


def actors_of(store):
    pairs = store.pairs(Filters(statuses=()))
    return {*pairs["source"], *pairs["target"]}


def test_a_first_start_reads_the_seeds_and_tells_how_far_it_is(seeds, cache):
    (seeds / "second.txt").write_text(SECOND)
    told, store = progress_of(seeds=seeds, cache=cache)
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert store.summary().articles == 2
    assert {"PER", "CHL", "BOL"} <= actors_of(store)


def test_a_second_start_reads_nothing_anew(seeds, cache):
    default_store(seeds=seeds, cache=cache)
    told, store = progress_of(seeds=seeds, cache=cache)
    assert told == []
    assert store.summary().articles == 1


def test_a_changed_seed_makes_the_store_anew(seeds, cache):
    default_store(seeds=seeds, cache=cache)
    (seeds / "first.txt").write_text(FIRST.replace("Peru", "Cuba"))
    told, store = progress_of(seeds=seeds, cache=cache)
    assert told[-1] == (1, 1)
    assert "CUB" in actors_of(store)


def test_a_changed_table_makes_the_store_anew(seeds, cache, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "names.csv").write_text("name,country\nPeru,PER\n")
    default_store(seeds=seeds, cache=cache, data=data)
    (data / "names.csv").write_text("name,country\nPeru,PER\nChile,CHL\n")
    told, _ = progress_of(seeds=seeds, cache=cache, data=data)
    assert told[-1] == (1, 1)


def test_own_names_named_in_the_environment_are_read_with(seeds, cache, tmp_path, monkeypatch):
    names = tmp_path / "names.csv"
    names.write_text("name,country\nPeru,ECU\n")
    monkeypatch.setenv("ENTENTE_NAMES", str(names))
    store = default_store(seeds=seeds, cache=cache)
    assert {"ECU", "CHL"} <= actors_of(store)
    assert list(store.manifest.names) == [str(names)]
    told, _ = progress_of(seeds=seeds, cache=cache)
    assert told == []


def test_changed_own_names_make_the_store_anew(seeds, cache, tmp_path, monkeypatch):
    names = tmp_path / "names.csv"
    monkeypatch.setenv("ENTENTE_NAMES", str(names))
    readers = {default_store(seeds=seeds, cache=cache).manifest.reader for _ in own_names_of(names, "", "ECU", "BOL")}
    assert len(readers) == 3
    monkeypatch.delenv("ENTENTE_NAMES")
    without = default_store(seeds=seeds, cache=cache).manifest
    assert without.reader not in readers
    assert without.names == {}


def own_names_of(file, *countries):
    for country in countries:
        file.write_text(f"name,country\nPeru,{country}\n")
        yield country


def test_own_names_that_cannot_be_used_are_an_error_not_a_silent_default(seeds, cache, tmp_path, monkeypatch):
    names = tmp_path / "names.csv"
    monkeypatch.setenv("ENTENTE_NAMES", str(names))
    with pytest.raises(TableError, match=r"names\.csv: No such file"):
        default_store(seeds=seeds, cache=cache)
    names.write_text("name,country\nPeru,PE\n")
    with pytest.raises(TableError, match=r"names\.csv, row 2: country 'PE' is unknown\. Write PER\."):
        default_store(seeds=seeds, cache=cache)


def test_a_damaged_store_in_the_cache_is_made_anew(seeds, cache):
    folder = default_store(seeds=seeds, cache=cache).folder
    (folder / "relations.parquet").write_bytes(b"PAR1")
    assert default_store(seeds=seeds, cache=cache).folder == folder
    assert [path.name for path in cache.iterdir()] == [folder.name]


def test_articles_have_the_same_ids_wherever_the_seeds_lie(seeds, cache, tmp_path):
    moved = tmp_path / "elsewhere" / "seeds"
    shutil.copytree(seeds, moved)
    here = default_store(seeds=seeds, cache=cache)
    there = default_store(seeds=moved, cache=tmp_path / "other cache")
    assert here.folder.name == there.folder.name
    assert list(here.manifest.sources) == list(there.manifest.sources) == ["seeds/first.txt"]


def test_stores_of_earlier_seeds_go_after_a_week(seeds, cache):
    earlier = default_store(seeds=seeds, cache=cache).folder
    (seeds / "second.txt").write_text(SECOND)
    later = default_store(seeds=seeds, cache=cache).folder
    assert earlier.is_dir()  # another process may still show it
    os.utime(earlier, (0, 0))
    default_store(seeds=seeds, cache=cache)
    assert list(cache.iterdir()) == [later]


def test_two_processes_that_start_at_once_do_not_clash(seeds, cache):
    code = (
        "import sys; from pathlib import Path; from geo.store import default_store;"
        "print(default_store(seeds=Path(sys.argv[1]), cache=Path(sys.argv[2])).summary().articles)"
    )
    command = [sys.executable, "-c", code, str(seeds), str(cache)]
    started = [subprocess.Popen(command, cwd=HERE.parents[2], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0].strip() for process in started] == ["1", "1"]
    assert len(list(cache.iterdir())) == 1


def test_a_seed_that_cannot_be_read_is_left_out_with_a_warning(seeds, cache, caplog):
    (seeds / "empty.txt").touch()
    assert default_store(seeds=seeds, cache=cache).summary().articles == 1
    assert "empty.txt" in caplog.text


def test_seeds_without_an_article_say_what_to_do(cache, tmp_path):
    with pytest.raises(StoreError, match=r"nowhere: .*let ENTENTE_STORE name the folder of a store"):
        default_store(seeds=tmp_path / "nowhere", cache=cache)


def test_a_store_named_in_the_environment_comes_first(seeds, cache, tmp_path, monkeypatch):
    named = write_store([quarrel()], tmp_path / "named")
    monkeypatch.setenv("ENTENTE_STORE", str(named.folder))
    assert default_store(seeds=seeds, cache=cache).folder == named.folder
    assert not cache.exists()


def test_a_named_store_that_is_none_is_an_error_not_a_silent_default(seeds, cache, tmp_path, monkeypatch):
    monkeypatch.setenv("ENTENTE_STORE", str(tmp_path / "gone"))
    with pytest.raises(StoreError, match="gone: no store here"):
        default_store(seeds=seeds, cache=cache)


def test_a_cache_that_cannot_be_written_says_what_to_do(seeds, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="XDG_CACHE_HOME"):
        default_store(seeds=seeds, cache=tmp_path / "file")
