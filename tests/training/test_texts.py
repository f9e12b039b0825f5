"""Texts that are not ours are laid beside our labels of them, from the repositories where they are public."""

import json
import subprocess
from dataclasses import replace

import pytest

pytest.importorskip("yaml")

from geo.errors import ArticleError
from geo.training.labels import label, labelled
from geo.training.passages import passages
from geo.training.texts import LABELS, NEWS, WIKINEWS, fetch, lay_down, stretch

ITEM = "Fiji sends two ships with rice to Tonga after the storm."
DAY = f"""
date: '2014-02-03'
wikipedia:
  categories:
    Disasters and accidents:
    - Cyclones of 2014
    - {ITEM[:30]}
      {ITEM[31:]} (Island Herald)
      (Radio Suva),(The Reef)
    - Landslides close three roads near Suva. (Island Herald)
"""
PASSAGE = "Samoa had asked for help on Monday. Apia's request went to its neighbours."
TABLE = f"""url,date,title,text
https://example.org/storm,2020-03-04,After the storm,"The wind has gone.


Houses stand again. {PASSAGE} Nobody has answered.


"
"""


def passage(name, date, text, *surfaces, relations=()):
    starts = [(text.index(surface), surface, code) for surface, code in surfaces]
    mentions = [
        {"start": start, "end": start + len(surface), "text": surface, "codes": [code], "kind": "name"}
        for start, surface, code in starts
    ]
    return {"id": name, "date": date, "text": text, "mentions": mentions, "relations": list(relations)}


SENT = {
    "source": "FJI", "target": "TON", "source_mention": 0, "target_mention": 1, "event_type": "AID",
    "context": "humanitarian", "status": "asserted", "doubtful": True, "trigger": [5, 10],
}  # fmt: skip
NEWS_ITEM = passage("cep-1", "2014-02-03", ITEM, ("Fiji", "FJI"), ("Tonga", "TON"), relations=[SENT])
ELSEWHERE = passage("cep-2", "2014-02-03", "Vanuatu lends Fiji a crane.", ("Vanuatu", "VUT"), ("Fiji", "FJI"))
SENTENCES = passage("wikinews-1", "2020-03-04", PASSAGE, ("Samoa", "WSM"))


@pytest.fixture
def repository(tmp_path):
    """A repository with both kinds of files, and its commit."""
    folder = tmp_path / "repository"
    (folder / "2014" / "02").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "2014" / "02" / "2014-02-03.yaml").write_text(DAY, encoding="utf-8")
    (folder / "data" / "wikinews_2020.csv").write_text(TABLE, encoding="utf-8")
    git = ["git", "-C", folder, "-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Texts"]):
        subprocess.run([*git, *command], check=True)
    head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    return str(folder), head.stdout.strip()


@pytest.fixture
def labels(tmp_path):
    """The labels of three passages, without their texts."""
    folder = tmp_path / "labels"
    folder.mkdir()
    for source, rows in ((NEWS, [NEWS_ITEM, ELSEWHERE]), (WIKINEWS, [SENTENCES])):
        lines = "".join(json.dumps(label(row)) + "\n" for row in rows)
        assert "rice" not in lines
        (folder / f"{source.name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_passages_come_back_whole_from_the_repository_and_the_labels(repository, labels, tmp_path):
    address, commit = repository
    texts = tmp_path / "texts"
    texts.mkdir()
    for source in (NEWS, WIKINEWS):
        lay_down(replace(source, repository=address, commit=commit), texts, labels)
    news, sentences = passages(texts)
    assert news == NEWS_ITEM | {"origin": NEWS.origin}
    assert sentences == SENTENCES | {"origin": WIKINEWS.origin}


def test_what_is_not_found_is_told(repository, labels, tmp_path):
    address, commit = repository
    found, missing = lay_down(replace(NEWS, repository=address, commit=commit), tmp_path, labels)
    assert found == 1
    assert [line["id"] for line in missing] == ["cep-2"]


def test_a_commit_that_is_not_there_is_named_with_what_to_do(repository, tmp_path):
    address, _ = repository
    with pytest.raises(ArticleError, match=r"commit 0{40} can't be fetched \(.+\)\. .*give the folder of a clone"):
        fetch(replace(NEWS, repository=address, commit="0" * 40), tmp_path)


def test_a_passage_begins_with_a_word_of_the_text_and_may_end_anywhere():
    line = label(SENTENCES)
    assert stretch([f"Once more: {PASSAGE}(Reef)"], line["length"], line["sha256"]) == PASSAGE
    assert stretch([PASSAGE.lower(), PASSAGE[:-1]], line["length"], line["sha256"]) is None


@pytest.mark.parametrize("source", [NEWS, WIKINEWS], ids=lambda source: source.name)
def test_our_labels_are_sorted_and_lie_within_their_texts(source):
    lines = [json.loads(line) for line in (LABELS / f"{source.name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == sorted(lines, key=lambda line: (line["id"], line["sha256"]))
    for line in lines:
        row = labelled(line, "·" * line["length"])
        assert all(0 <= mention["start"] < mention["end"] <= line["length"] for mention in row["mentions"])
        for told in row["relations"]:
            assert told["source"] in row["mentions"][told["source_mention"]]["codes"]
            assert told["target"] in row["mentions"][told["target_mention"]]["codes"]
            assert 0 <= told["trigger"][0] < told["trigger"][1] <= line["length"]


def test_a_label_in_another_form_is_named():
    with pytest.raises(ValueError, match="0 to 4 FJI name"):
        labelled(label(NEWS_ITEM) | {"mentions": ["0 to 4 FJI name"]}, ITEM)
