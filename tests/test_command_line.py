"""The commands as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
MENTION = {"start", "end", "text", "kind", "country", "place", "latitude", "longitude", "confidence"}
RELATION = {
    "source", "target", "event_type", "context", "root", "quad", "intensity", "status", "date",
    "start", "end", "sentence", "source_span", "target_span", "trigger", "confidence",
}
GOOD = " date 2023-05-04 Oslo and Accra sign a deal\n\nNorway and Ghana signed a fishing agreement on Thursday."


def entente(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "geo", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )


def results(run: subprocess.CompletedProcess[str]) -> list[dict]:
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good article among files that can't be read."""
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02\xff")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "impossible.txt").write_text(" date 2022-02-30 A title\n\nMali met Chad.", encoding="utf-8")
    (tmp_path / "western.txt").write_bytes("The café in Málaga was “full”.".encode("windows-1252"))
    return tmp_path


def test_mentions_of_the_seed_are_those_words_at_those_places():
    run = entente("mentions", *SEEDS)
    assert (run.returncode, run.stderr) == (0, "")
    (seed,) = results(run)
    assert seed["id"] == SEEDS[0].name
    title, text = SEEDS[0].read_text(encoding="utf-8").split("\n", 1)
    content = title.split(maxsplit=2)[2] + "\n\n" + text.split("\n\n", 1)[1].strip()
    for mention in seed["mentions"]:
        assert set(mention) == MENTION
        assert content[mention["start"] : mention["end"]] == mention["text"]
    assert {"RUS", "CUB", "VEN", "NIC", "USA", "UKR", "GEO", "org:NATO"} <= {m["country"] for m in seed["mentions"]}


def test_relations_of_the_seed_lead_from_russia_to_its_partners():
    run = entente("relations", *SEEDS)
    assert (run.returncode, run.stderr) == (0, "")
    (seed,) = results(run)
    assert all(set(relation) == RELATION for relation in seed["relations"])
    dyads = {(relation["source"], relation["target"]) for relation in seed["relations"]}
    assert {("RUS", "CUB"), ("RUS", "VEN"), ("RUS", "NIC"), ("USA", "RUS")} <= dyads


@pytest.mark.parametrize("command", ["mentions", "relations"])
def test_files_that_cannot_be_read_are_named_one_a_line_and_the_others_go_on(folder, command):
    run = entente(command, folder)
    assert run.returncode == 1
    assert [article["id"] for article in results(run)] == ["good.txt"]
    lines = run.stderr.splitlines()
    assert [Path(line.split(":")[1].split(",")[0].strip()).name for line in lines] == [
        "binary.txt", "empty.txt", "impossible.txt", "western.txt",
    ]
    assert all(line.startswith("entente: ") for line in lines)


def test_articles_come_out_in_the_order_they_were_given(tmp_path):
    articles = [{"id": str(number), "text": f"Mali met Chad on day {number}."} for number in range(40)]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles))
    assert [result["id"] for result in results(entente("mentions", tmp_path / "news.jsonl"))] == [
        article["id"] for article in articles
    ]


def test_a_dash_reads_json_lines_from_standard_input():
    run = entente("mentions", "-", given='{"id": "one", "text": "Norway thanked Côte d’Ivoire."}\n')
    assert run.returncode == 0
    assert [mention["text"] for mention in results(run)[0]["mentions"]] == ["Norway", "Côte d’Ivoire"]


def test_articles_in_other_languages_are_counted_and_have_no_relations():
    article = {"id": "es", "text": "El ministro dijo el viernes que Rusia y Cuba firmarán un acuerdo militar."}
    run = entente("relations", "-", given=json.dumps(article))
    assert results(run) == [{"id": "es", "relations": []}]
    assert run.stderr == "entente: 1 passed over for their language: relations are read from English only.\n"
    assert run.returncode == 0


def test_own_names_are_actors_like_others(tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("name,country,kind\nZarbatana,PER,city\n", encoding="utf-8")
    article = json.dumps({"id": "one", "text": "Zarbatana signed a fishing agreement with Ghana on Thursday."})
    [mentions] = results(entente("mentions", "--names", names, "-", given=article))
    assert {m["text"]: (m["country"], m["confidence"]) for m in mentions["mentions"]}["Zarbatana"] == ("PER", 1.0)
    [relations] = results(entente("relations", "--names", names, "-", given=article))
    assert ("PER", "GHA") in {(relation["source"], relation["target"]) for relation in relations["relations"]}


@pytest.mark.parametrize("command", ["mentions", "relations"])
def test_own_names_that_cannot_be_used_are_wrong_usage_and_nothing_is_read(tmp_path, command):
    names = tmp_path / "names.csv"
    names.write_text("name,country\nZarbatana,PE\nQuill,Norway\n", encoding="utf-8")
    run = entente(command, "--names", names, *SEEDS)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.splitlines() == [
        f"entente: {names}, row 2: country 'PE' is unknown. Write PER.",
        f"entente: {names}, row 3: country 'Norway' is unknown. Write NOR.",
    ]


def test_nothing_to_read_is_a_failure():
    run = entente("mentions", "-", given="")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("entente: standard input: empty")


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["mention", "a.txt"], ["mentions"], ["relations", "--threshold", "2", "a.txt"], ["mentions", "--no", "a"],
    ],
)
def test_wrong_usage_is_told_with_status_2(arguments):
    run = entente(*arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("usage: entente")


def test_the_version_is_that_of_the_package():
    assert entente("--version").stdout == "entente 0.1.0\n"


def test_whoever_stops_listening_hears_no_complaint(tmp_path):
    (tmp_path / "news.jsonl").write_text('{"text": "Mali met Chad."}\n' * 3000)
    command = [sys.executable, "-m", "geo", "mentions", str(tmp_path / "news.jsonl")]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    run.stdout.readline()
    run.stdout.close()
    assert run.stderr.read() == b""
    assert run.wait() == 0
