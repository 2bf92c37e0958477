"""The measure of attribution on a small folder of our own."""

from pathlib import Path

from dragoman.bench.quotes import quotes

_TEXT = "Fleet stays\n\n“We are leaving the valley,” Orlov said. The weather was fine.\n"
_GOLD = (
    "T1\tContent 13 41\t“We are leaving the valley,”\n"
    "T2\tSource 42 47\tOrlov\n"
    "T3\tCue 48 52\tsaid\n"
    "T4\tAttribution 48 52\tsaid\n"
    "E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3\n"
)


def test_a_text_read_rightly_scores_full(tmp_path: Path) -> None:
    """Source, cue and content right give a hundred in every row of Dragoman's; each text gives one prediction."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "one_ab12.ann").write_text(_GOLD, encoding="utf-8")
    (tmp_path / "text" / "unmarked.txt").write_text(_TEXT, encoding="utf-8")

    measure = quotes(tmp_path)

    ours = [row for row in measure.rows if row[0] == "dragoman"]
    assert len(ours) == 12
    assert {row[-1] for row in ours} == {"100.0"}
    assert measure.predictions == (
        {"text": "one.txt", "attributions": [{"source": [[42, 47]], "cue": [[48, 52]], "content": [[13, 41]]}]},
    )
    assert {row[0] for row in measure.rows} == {"dragoman", "reader alone", "naive"}
