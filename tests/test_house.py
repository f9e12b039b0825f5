"""The house keeps its order: who may import whom, and that everything public says what it is."""

import ast
from pathlib import Path

import pytest

GEO = Path(__file__).parents[1] / "geo"
ROOMS = {
    "errors": 0, "resources": 0.5, "articles": 1, "gazetteer": 2, "mentions": 3, "relations": 4, "pipeline": 5,
    "store": 6, "map": 7, "views": 8,
}  # fmt: skip
TOP = 9  # the public face and the command line, which stand above all rooms
FILES = sorted(GEO.rglob("*.py"))
HOUSE = [file for file in FILES if file.relative_to(GEO).parts[0] != "training"]


def name(file):
    return str(file.relative_to(GEO.parent))


def room(module):
    """'geo.mentions.find' is in the room 'mentions'; 'geo' itself and 'geo.__main__' are in none."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] not in ("__init__", "__main__") else ""


def imports(tree):
    """Every module of the house that a file imports, wherever in the file it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "geo")
        elif isinstance(node, ast.ImportFrom) and node.module == "geo":
            yield from (f"geo.{alias.name}" if alias.name in ROOMS else "geo" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("geo."):
            yield node.module


def broken_rules(module, source):
    here = room(module)
    for imported in imports(ast.parse(source)):
        there = room(imported)
        if there == "training":
            yield f"{module} imports {imported}: training needs torch"
        elif here != there and ROOMS.get(here, TOP) <= ROOMS.get(there, TOP):
            yield f"{module} imports {imported}: it stands higher"
        elif here in ("map", "views") and there in ("mentions", "relations"):
            yield f"{module} imports {imported}: all it needs is in the store's rows"


@pytest.mark.parametrize("file", HOUSE, ids=name)
def test_a_room_imports_only_from_rooms_below_it(file):
    module = ".".join(file.relative_to(GEO.parent).with_suffix("").parts)
    assert list(broken_rules(module, file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("geo.mentions.find", "from geo.relations import read"),
        ("geo.map.deck", "from geo.views.panel import show"),
        ("geo.map.deck", "def draw():\n    import geo.mentions.mention"),
        ("geo.store.write", "from geo import geocode"),
        ("geo.relations.read", "from geo.training import passages"),
        ("geo.errors", "from geo.resources import rows"),
    ],
)
def test_the_rule_sees_an_import_that_goes_up(module, source):
    assert len(list(broken_rules(module, source))) == 1


def test_the_rule_lets_pass_what_goes_down_or_stays():
    source = "import os\nfrom geo.errors import TableError\nfrom geo.mentions.mention import Mention"
    assert list(broken_rules("geo.mentions.find", source)) == []
    assert list(broken_rules("geo.__main__", "from geo import __version__, errors")) == []


def test_every_room_of_the_house_has_its_number():
    rooms = {path.stem for path in GEO.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "__main__", "training"} == set(ROOMS)


@pytest.mark.parametrize("folder", sorted({file.parent for file in FILES}), ids=name)
def test_every_folder_says_what_it_is_for(folder):
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_everything_public_says_what_it_does(file):
    module = ast.parse(file.read_text(encoding="utf-8"))
    classes = [node for node in module.body if isinstance(node, ast.ClassDef) and public(node)]
    bodies = [node for holder in (module, *classes) for node in holder.body]
    functions = [node for node in bodies if isinstance(node, ast.FunctionDef) and public(node)]
    assert [node.name for node in (*classes, *functions) if not ast.get_docstring(node)] == []


def public(node):
    return not node.name.startswith("_")
