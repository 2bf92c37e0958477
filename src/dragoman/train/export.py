"""From a trained network to the file that ships: ONNX with integer weights, run by ONNX Runtime without torch."""

import shutil
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from dragoman.read.english.known import SIGNS
from dragoman.train.fit import load_network
from dragoman.train.model import TAGS, Network
from dragoman.train.quantize import quantized


class _Outputs(nn.Module):
    """The network with its choices made inside: label numbers instead of scores, where the decoder needs no scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, pieces: Tensor, mask: Tensor, cases: Tensor, known: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        scores, arcs, lower, upper = self.network(pieces, mask, cases, known, first, last)
        chosen = {name: scores[name].argmax(-1) if name in CHOSEN else scores[name] for name in TAGS}
        return (*(chosen[name] for name in TAGS), arcs, lower, upper)


class _Relations(nn.Module):
    """The best relation of each arc from its two ends, (arcs, width + 1) each."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        count, lower, upper = network.rel.shape
        self.count, self.upper = count, upper
        self.weights = nn.Parameter(network.rel.permute(1, 0, 2).reshape(lower, count * upper).contiguous())

    def forward(self, lower: Tensor, upper: Tensor) -> Tensor:
        along = (lower @ self.weights).reshape(-1, self.count, self.upper)
        return (along * upper[:, None, :]).sum(-1).argmax(-1)


CHOSEN = ("upos", "feats", "lemma")
"""Heads of which only the best label is needed."""
OUTPUTS = (*TAGS, "arcs", "lower", "upper")
INPUTS = ("pieces", "mask", "cases", "known", "first", "last")


def export(run: Path, encoder: Path, out: Path) -> None:
    """Write `model.onnx`, `relations.onnx`, `labels.json` and `tokenizer.json` to `out` from a finished run of `fit`."""
    network, _ = load_network(run, encoder)
    out.mkdir(parents=True, exist_ok=True)
    pieces = torch.randint(5, 1000, (3, 11))
    places = torch.arange(1, 8).repeat(3, 1)
    known = torch.zeros((*pieces.shape, SIGNS))
    example = (pieces, torch.ones_like(pieces), torch.zeros_like(pieces), known, places, places + 1)
    path = out / "model.onnx"
    torch.onnx.export(
        _Outputs(network),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={
            **{name: {0: "batch", 1: "pieces"} for name in ("pieces", "mask", "cases", "known")},
            **{name: {0: "batch", 1: "words"} for name in ("first", "last", *TAGS, "lower")},
            "arcs": {0: "batch", 1: "words", 2: "candidates"},
            "upper": {0: "batch", 1: "candidates"},
        },
        opset_version=17,
        dynamo=False,
    )
    _shrink(path)
    ends = torch.rand(7, network.rel.shape[1])
    torch.onnx.export(
        _Relations(network),
        (ends, ends),
        str(out / "relations.onnx"),
        input_names=["lower", "upper"],
        output_names=["relations"],
        dynamic_axes={name: {0: "arcs"} for name in ("lower", "upper", "relations")},
        opset_version=17,
        dynamo=False,
    )
    _shrink(out / "relations.onnx")
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    shutil.copy(run / "labels.json", out / "labels.json")


def _shrink(path: Path) -> None:
    onnx.save(quantized(onnx.load(str(path))), str(path))
