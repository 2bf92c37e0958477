"""The plan of the house: rooms do not know each other, and nothing imports in circles."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parent.parent / "src"
ROOMS = ("collect", "clean", "read", "resolve", "attribute", "coding", "check", "share", "store")
SHARED = ("records", "errors")


def _module(path: Path) -> str:
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path, modules: set[str]) -> Iterator[tuple[str, bool]]:
    """The project's modules that a file imports, and whether it does so when it is itself imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(node) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for node in ast.walk(f)}
    for node in ast.walk(tree):
        at_once = id(node) not in inner
        if isinstance(node, ast.Import):
            yield from ((alias.name, at_once) for alias in node.names if alias.name.split(".")[0] == "dragoman")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module and node.module.split(".")[0] == "dragoman":
                for alias in node.names:
                    name = f"{node.module}.{alias.name}"
                    yield name if name in modules else node.module, at_once


FILES = {_module(path): path for path in sorted(SRC.glob("dragoman/**/*.py"))}
IMPORTS = {module: list(_imports(path, set(FILES))) for module, path in FILES.items()}


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_records_errors_and_itself_only(room: str) -> None:
    allowed = {room, *SHARED}
    found = [
        f"{module} imports {imported}"
        for module, imports in IMPORTS.items()
        if _room(module) == room
        for imported, _ in imports
        if _room(imported) not in allowed
    ]
    assert found == []


def test_records_import_nothing_but_records() -> None:
    found = [
        (m, i) for m, imports in IMPORTS.items() if _room(m) == "records" for i, _ in imports if _room(i) != "records"
    ]
    assert found == []


def test_the_plan_knows_every_folder() -> None:
    folders = {path.parent.name for path in SRC.glob("dragoman/*/__init__.py")}
    assert folders == {*ROOMS, "records", "run", "bench", "train", "record_cli"}


def test_nothing_imports_in_circles() -> None:
    """Looked for among the imports that run when a module is imported."""
    waiting = {module: {i for i, at_once in imports if at_once} - {module} for module, imports in IMPORTS.items()}
    while ready := {module for module, needed in waiting.items() if not needed & set(waiting)}:
        waiting = {module: needed for module, needed in waiting.items() if module not in ready}
    assert sorted(waiting) == []
