"""Integer weights for an ONNX graph.

Every large matrix product becomes an integer one. Weights are scaled by output column and kept to ±63, so that no
processor's 8-bit multiply can saturate (Intel's pre-VNNI instructions add pairs in 16 bits: 2 · 255 · 63 < 2¹⁵); inputs are
scaled row by row, that is word piece by word piece, so that a sentence's numbers do not depend on the batch it is in.
"""

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

WEIGHT_LIMIT = 63
SMALLEST = 50_000
"""Numbers in a matrix below which it stays in floating point: it costs little and small heads keep their exactness."""


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
