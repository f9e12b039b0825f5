"""Files and folders, in order."""

from itertools import islice

from geo.articles import Article, read_articles


def test_a_folder_gives_its_files_by_name_hidden_and_foreign_ones_left_out(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "page.html", "more/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Fiji met Tonga.")
    assert [article.id for article in read_articles([tmp_path])] == ["a.txt", "b.txt", "c.txt"]


def test_articles_and_errors_come_in_the_order_of_the_input(tmp_path):
    (tmp_path / "b.txt").write_text("Fiji met Tonga.")
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "Fiji met Samoa."}\n')
    b, missing, one = read_articles([tmp_path / "b.txt", tmp_path / "gone.txt", str(tmp_path / "a.jsonl")])
    assert (b.id, one.id) == ("b.txt", "1")
    assert str(missing) == f"{tmp_path / 'gone.txt'}: no such file. Check the name and the folder."


def test_a_folder_without_articles_is_told(tmp_path):
    (error,) = read_articles([tmp_path])
    assert f"{tmp_path}: no articles in it" in str(error)


def test_a_long_file_is_read_only_as_far_as_it_is_asked_for(tmp_path):
    good = '{"text": "Fiji met Tonga."}\n'
    (tmp_path / "long.jsonl").write_bytes(good.encode() * 100_000 + b"\xff")
    assert all(isinstance(article, Article) for article in islice(read_articles([tmp_path / "long.jsonl"]), 3))
