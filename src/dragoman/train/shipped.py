"""A model folder back into a network, so that training can go on from what ships.

The weights come back as they are in the file: rounded to integers and scaled (`quantize.py`), which a few steps of training mend.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import AutoConfig, AutoModel

from dragoman.errors import UsageError
from dragoman.train.model import Labels, Network

_MATRICES = {"MatMul", "MatMulInteger"}
_ROOT = "network."


def read_model(folder: Path, encoder: Path) -> tuple[Network, Labels]:
    """The network of a model folder (`model.onnx`, `relations.onnx`, `labels.json`); `encoder` gives its architecture.

    Raises `UsageError` where the folder holds a model of another architecture.
    """
    stored = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{name: tuple(values) for name, values in stored.items()})
    config = AutoConfig.from_pretrained(str(encoder))
    network = Network(AutoModel.from_config(config, add_pooling_layer=False, attn_implementation="eager"), labels)
    found = _weights(onnx.load(str(folder / "model.onnx")).graph)
    relations = _tables(onnx.load(str(folder / "relations.onnx")).graph)
    count, lower, upper = network.rel.shape
    matrix = next(table for table in relations.values() if table.shape == (lower, count * upper))
    found["rel"] = matrix.reshape(lower, count, upper).transpose(1, 0, 2)
    expected = network.state_dict()
    # A model made before names were known beforehand has no weights for them
    found.setdefault("known", np.zeros(network.known.shape, np.float32))
    wrong = [name for name, value in expected.items() if name not in found or found[name].shape != value.shape]
    if wrong:
        raise UsageError(
            f"{folder}: not a model of this recipe ({len(wrong)} of its weights do not fit, as {wrong[0]})"
        )
    network.load_state_dict({name: torch.from_numpy(np.array(found[name], np.float32)) for name in expected})
    return network.eval(), labels


def _tables(graph: onnx.GraphProto) -> dict[str, NDArray[np.float32]]:
    """The graph's constants by name, those with scales multiplied out."""
    raw = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    tables = {}
    for name, value in raw.items():
        if name.endswith("_q") and f"{name[:-2]}_s" in raw:
            tables[name] = value.astype(np.float32) * raw[f"{name[:-2]}_s"]
        elif value.dtype == np.float32:
            tables[name] = value
    return tables


def _weights(graph: onnx.GraphProto) -> dict[str, NDArray[np.float32]]:
    """The network's parameters by their names in torch: a matrix is named by the node that multiplies by it."""
    tables = _tables(graph)
    found = {name.removeprefix(_ROOT).removesuffix("_q"): t for name, t in tables.items() if name.startswith(_ROOT)}
    mixed = []
    for node in graph.node:
        if node.op_type in _MATRICES and node.input[1] in tables and not node.input[1].startswith(_ROOT):
            path = [part for part in node.output[0].split("/") if part][1:-1]
            found[f"{_parameter(path)}.weight"] = tables[node.input[1]].T
        elif node.op_type == "Mul" and node.output[0].count("/") == 2:
            mixed += [tables[name] for name in node.input if name in tables and tables[name].shape == ()]
    found["mix"] = np.log(np.array(mixed, np.float32))
    return found


def _parameter(path: list[str]) -> str:
    """The name of a module from the path of its node: the exporter names a member of a list by the list as well."""
    if path[0] not in {"encoder", "arc_dependent", "arc_head", "rel_dependent", "rel_head"}:
        return f"heads.{path[-1]}"
    return ".".join(path) if path[0] == "encoder" else path[-1]
