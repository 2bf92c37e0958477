"""Integer weights say nearly what floating-point weights say, whatever stands beside a row."""

from typing import Any

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray

onnx = pytest.importorskip("onnx", reason="onnx comes with the extra [train]")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402

from dragoman.train.quantize import quantized  # noqa: E402


def _model() -> Any:
    weights = np.random.default_rng(7).normal(size=(256, 320)).astype(np.float32)
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["y"])],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", "rows", 256])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["batch", "rows", 320])],
        initializer=[numpy_helper.from_array(weights, "w")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def _run(model: Any, rows: NDArray[np.float32]) -> NDArray[np.float32]:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, {"x": rows})[0])


def test_products_come_out_nearly_the_same_for_rows_of_every_size() -> None:
    rows = np.random.default_rng(8).normal(size=(4, 9, 256)).astype(np.float32)
    rows *= np.logspace(-2, 2, 36, dtype=np.float32).reshape(4, 9, 1)
    exact, ours = _run(_model(), rows), _run(quantized(_model()), rows)
    error = np.abs(exact - ours).mean(axis=-1) / np.abs(exact).mean(axis=-1)
    assert error.max() < 0.03


def test_a_row_does_not_depend_on_its_neighbours() -> None:
    model = quantized(_model())
    rows = np.random.default_rng(9).normal(size=(3, 5, 256)).astype(np.float32)
    louder = rows.copy()
    louder[1:] *= 50
    assert np.array_equal(_run(model, rows)[0], _run(model, louder)[0])
