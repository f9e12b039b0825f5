import shutil
import subprocess
import sys

import pytest
from annotated import annotated, relations

from geo.errors import ModelError
from geo.relations import read_relations
from geo.relations.reader import load_reader
from geo.resources import DATA

TEXTS = [
    "[Oman|OMN] lent [Djibouti|DJI] two patrol boats.",
    "[Latvian|LVA] police arrested a [Belarusian|BLR] officer in [Riga|LVA]; [Minsk|BLR] protested.",
    "Talks between [Chad|TCD], [Niger|NER] and [Mali|MLI] broke off.",
    "No country is named here.",
    "[Suva|FJI] is wet in March.",
    "[Cuba|CUB] said that [Haiti|HTI] and [Jamaica|JAM] had asked it for doctors, and that it would send forty.",
] * 3


def test_an_article_reads_the_same_alone_and_among_others():
    articles = [annotated(text) for text in TEXTS]
    assert read_relations(articles) == [read_relations([article])[0] for article in articles]


def test_a_higher_threshold_only_takes_away():
    for text in TEXTS:
        assert set(relations(text, threshold=0.9)) <= set(relations(text, threshold=0.3))


def test_a_missing_model_is_named_with_its_mend(tmp_path):
    with pytest.raises(ModelError, match=r"reader\.onnx: .* is missing\. Fetch the file again"):
        load_reader(tmp_path)


@pytest.mark.parametrize("name", ["reader.onnx", "reader_tokenizer.json"])
def test_a_damaged_model_is_named(tmp_path, name):
    for file in ("reader.onnx", "reader_tokenizer.json"):
        shutil.copy(DATA / file, tmp_path)
    (tmp_path / name).write_bytes((DATA / name).read_bytes()[:1000])
    with pytest.raises(ModelError, match=f"{name}: .* is damaged"):
        load_reader(tmp_path)


def test_importing_the_room_loads_no_model():
    heavy = "{'onnxruntime', 'tokenizers', 'nupunkt'} & set(sys.modules)"
    asked = f"import sys, geo.relations; sys.exit(bool({heavy}))"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
