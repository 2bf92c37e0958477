"""From a trained network to the file that ships: ONNX with integer weights, run by ONNX Runtime without torch."""

import shutil
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from dragoman.train.fit import load_network
from dragoman.train.model import Network
from dragoman.train.quantize import quantized


class _Outputs(nn.Module):
    """The network with its choices made inside: label numbers instead of scores, where the decoder needs no scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, mask: Tensor, cases: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        scores, arcs, relations = self.network(pieces, mask, cases, first, last)
        return (
            scores["upos"].argmax(-1),
            scores["feats"].argmax(-1),
            scores["lemma"].argmax(-1),
            scores["names"],
            scores["mentions"],
            scores["sayings"],
            scores["factuality"],
            arcs,
            relations.argmax(-1),
        )


OUTPUTS = ("upos", "feats", "lemma", "names", "mentions", "sayings", "factuality", "arcs", "relations")
INPUTS = ("pieces", "mask", "cases", "first", "last")


def export(run: Path, encoder: Path, out: Path) -> None:
    """Write `model.onnx`, `labels.json` and `tokenizer.json` to `out` from a finished run of `fit`."""
    network, _ = load_network(run, encoder)
    out.mkdir(parents=True, exist_ok=True)
    pieces = torch.randint(5, 1000, (3, 11))
    places = torch.arange(1, 8).repeat(3, 1)
    example = (pieces, torch.ones_like(pieces), torch.zeros_like(pieces), places, places + 1)
    path = out / "model.onnx"
    torch.onnx.export(
        _Outputs(network),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={
            **{name: {0: "batch", 1: "pieces"} for name in ("pieces", "mask", "cases")},
            **{name: {0: "batch", 1: "words"} for name in ("first", "last", *OUTPUTS[:-2])},
            **{name: {0: "batch", 1: "words", 2: "candidates"} for name in OUTPUTS[-2:]},
        },
        opset_version=17,
        dynamo=False,
    )
    onnx.save(quantized(onnx.load(str(path))), str(path))
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    shutil.copy(run / "labels.json", out / "labels.json")
