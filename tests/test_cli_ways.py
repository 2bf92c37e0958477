"""The command line's ways of reading: several processes, the gate, another reader."""

import json
import sys
from pathlib import Path

import pytest

from dragoman.cli import main
from tests.articles import SHIPMENT, VISIT


def _run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str | Path
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["dragoman", "read", "--format", "jsonl", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def test_any_number_of_processes_gives_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for i in range(9):
        (tmp_path / f"{i}.txt").write_text((f"{VISIT}\nNo. {i}\n", f"{SHIPMENT}\nNo. {i}\n", "")[i % 3])
    one = _run(capsys, monkeypatch, "--jobs", "1", tmp_path)
    two = _run(capsys, monkeypatch, "--jobs", "2", tmp_path)
    assert one == two
    assert one[0] == 1
    assert len(one[1].splitlines()) == 6


def test_the_gate_can_be_left_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Growing tomatoes\n\n" + "Tomatoes want sun and warm soil. Water them well in the morning.\n\n" * 6
    (tmp_path / "garden.txt").write_text(text)
    shut, opened = (_run(capsys, monkeypatch, *way, tmp_path)[1] for way in ((), ("--no-gate",)))
    assert json.loads(shut)["unread"] != []
    assert json.loads(opened)["unread"] == []


def test_a_reader_that_cannot_be_had_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(VISIT)
    status, out, err = _run(capsys, monkeypatch, "--reader", tmp_path, tmp_path)
    assert (status, out) == (2, "")
    assert "model.onnx" in err
