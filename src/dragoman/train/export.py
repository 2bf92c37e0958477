"""From a trained network to the file that ships: ONNX with 7-bit weights, run by ONNX Runtime without torch.

Every large matrix product becomes an integer one. Weights are scaled by output column and kept to ±63, so that no
processor's 8-bit multiply can saturate (Intel's pre-VNNI instructions add pairs in 16 bits: 2 · 255 · 63 < 2¹⁵); inputs are
scaled word piece by word piece, so that a sentence's numbers do not depend on the batch that it happens to be in.
"""

import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from dragoman.train.model import Labels, Network

WEIGHT_LIMIT = 63
SMALLEST = 50_000
"""Numbers in a matrix below which it stays in floating point: it costs little and the heads keep their exactness."""


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
            arcs,
            relations.argmax(-1),
        )


OUTPUTS = ("upos", "feats", "lemma", "names", "mentions", "arcs", "relations")
INPUTS = ("pieces", "mask", "cases", "first", "last")


def export(run: Path, encoder: Path, out: Path) -> None:
    """Write `model.onnx`, `labels.json` and `tokenizer.json` to `out` from a finished run of `fit`."""
    labels = Labels(**{k: tuple(v) for k, v in json.loads((run / "labels.json").read_text(encoding="utf-8")).items()})
    config = BertConfig.from_pretrained(str(encoder), attn_implementation="eager")
    network = Network(BertModel(config, add_pooling_layer=False), labels)
    finished = run / "network.pt"
    if finished.exists():
        network.load_state_dict(torch.load(finished, weights_only=True))
    else:
        network.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=False)["network"])
    network.eval()
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
            **{name: {0: "batch", 1: "words"} for name in ("first", "last", *OUTPUTS[:5])},
            **{name: {0: "batch", 1: "words", 2: "candidates"} for name in ("arcs", "relations")},
        },
        opset_version=17,
        dynamo=False,
    )
    onnx.save(quantized(onnx.load(str(path))), str(path))
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    shutil.copy(run / "labels.json", out / "labels.json")


def _columns(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-8) / WEIGHT_LIMIT
    return np.round(weights / scales).astype(np.int8), scales.astype(np.float32)


def quantized(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same graph with integer weights for its large products and look-up tables."""
    graph = model.graph
    tables = {tensor.name: tensor for tensor in graph.initializer}
    replaced: set[str] = set()
    nodes: list[onnx.NodeProto] = []
    added: list[onnx.TensorProto] = [
        numpy_helper.from_array(np.array(127.0, np.float32), "q_limit"),
        numpy_helper.from_array(np.array(1e-8, np.float32), "q_least"),
        numpy_helper.from_array(np.array(128.0, np.float32), "q_shift"),
        numpy_helper.from_array(np.array(128, np.uint8), "q_zero"),
    ]
    ready: dict[str, tuple[str, str]] = {}
    for node in graph.node:
        weight = tables.get(node.input[1]) if node.op_type == "MatMul" else None
        table = tables.get(node.input[0]) if node.op_type == "Gather" else None
        if weight is not None and len(weight.dims) == 2 and np.prod(weight.dims) >= SMALLEST:
            values, scales = _columns(numpy_helper.to_array(weight))
            if weight.name not in replaced:
                added.append(numpy_helper.from_array(values, weight.name + "_q"))
                added.append(numpy_helper.from_array(scales, weight.name + "_s"))
                replaced.add(weight.name)
            source, name = node.input[0], node.output[0]
            if source not in ready:
                nodes.extend(_rows(source))
                ready[source] = (source + "_q", source + "_s")
            rows, row_scales = ready[source]
            nodes.append(helper.make_node("MatMulInteger", [rows, weight.name + "_q", "q_zero"], [name + "_i"]))
            nodes.append(helper.make_node("Cast", [name + "_i"], [name + "_f"], to=TensorProto.FLOAT))
            # one scale after the other: ONNX Runtime takes a product of scales for a sign that it may fuse the three
            # nodes into one that knows a single scale for all rows (MatMulIntegerToFloat), which is wrong here
            nodes.append(helper.make_node("Mul", [name + "_f", row_scales], [name + "_r"]))
            nodes.append(helper.make_node("Mul", [name + "_r", weight.name + "_s"], [name]))
        elif table is not None and len(table.dims) == 2 and np.prod(table.dims) >= SMALLEST:
            values, scales = _columns(numpy_helper.to_array(table).T)
            added.append(numpy_helper.from_array(np.ascontiguousarray(values.T), table.name + "_q"))
            added.append(numpy_helper.from_array(scales[:, None], table.name + "_s"))
            replaced.add(table.name)
            name = node.output[0]
            nodes.append(helper.make_node("Gather", [table.name + "_q", node.input[1]], [name + "_i"], axis=0))
            nodes.append(helper.make_node("Gather", [table.name + "_s", node.input[1]], [name + "_rs"], axis=0))
            nodes.append(helper.make_node("Cast", [name + "_i"], [name + "_f"], to=TensorProto.FLOAT))
            nodes.append(helper.make_node("Mul", [name + "_f", name + "_rs"], [name]))
        else:
            nodes.append(node)
    kept = [tensor for tensor in graph.initializer if tensor.name not in replaced]
    smaller = helper.make_graph(nodes, graph.name, graph.input, graph.output, initializer=kept + added)
    result = helper.make_model(smaller, opset_imports=model.opset_import, ir_version=min(model.ir_version, 9))
    onnx.checker.check_model(result)
    return result


def _rows(source: str) -> list[onnx.NodeProto]:
    """Nodes that turn the rows of a tensor into bytes around 128, each row with a scale of its own."""
    return [
        helper.make_node("Abs", [source], [source + "_abs"]),
        helper.make_node("ReduceMax", [source + "_abs"], [source + "_max"], axes=[-1], keepdims=1),
        helper.make_node("Max", [source + "_max", "q_least"], [source + "_top"]),
        helper.make_node("Div", [source + "_top", "q_limit"], [source + "_s"]),
        helper.make_node("Div", [source, source + "_s"], [source + "_scaled"]),
        helper.make_node("Round", [source + "_scaled"], [source + "_round"]),
        helper.make_node("Add", [source + "_round", "q_shift"], [source + "_byte"]),
        helper.make_node("Cast", [source + "_byte"], [source + "_q"], to=TensorProto.UINT8),
    ]
