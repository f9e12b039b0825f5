"""The weights of a reader that is kept as a file, back for training: so that new passages need minutes, not an hour."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

from geo.training.network import Reader

Array = npt.NDArray[np.float32]
ENCODER = BertConfig(
    vocab_size=30522, hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536,
    max_position_embeddings=512,
)  # all-MiniLM-L6-v2


def load(path: Path) -> Reader:
    """A reader with the weights of a file.

    Args:
        path: `reader.onnx`, as exact as eight bits keep them; `epoch-1.pt`, as training keeps it; or the folder of an
            encoder, for an untrained reader.
    """
    reader = Reader(ENCODER)
    if path.is_dir():
        reader.encoder = BertModel.from_pretrained(path, add_pooling_layer=False)
    elif path.suffix == ".pt":
        reader.load_state_dict(torch.load(path))
    else:
        _fill(reader, path)
    return reader


def _fill(reader: Reader, path: Path) -> None:
    """Give a reader the weights of an ONNX file."""
    model = onnx.load(str(path))
    found = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    state = {name: value for name, value in found.items() if not name.startswith("onnx::") and "weight_" not in name}
    for name in [n.removesuffix("_quantized") for n in found if n.endswith("weight_quantized")]:
        state[name] = _exact(found, name)
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            state[_parameter(node.name)] = _exact(found, node.input[1].removesuffix("_quantized")).T
    own = {name.removeprefix("reader."): torch.from_numpy(np.array(value)) for name, value in state.items()}
    missing = reader.load_state_dict(own, strict=False).missing_keys
    assert not missing, missing


def _exact(found: dict[str, Array], name: str) -> Array:
    zero, scale = (found[f"{name}_{part}"].astype(np.float32) for part in ("zero_point", "scale"))
    exact: Array = (found[f"{name}_quantized"].astype(np.float32) - zero) * scale
    return exact


def _parameter(node: str) -> str:
    """'/reader/pair/MatMul_quant' and '/status/status.0/MatMul_quant' as names of the network's parameters."""
    parts = node.strip("/").split("/")[:-1]
    if parts[0] in ("status", "context"):
        return f"{parts[1]}.weight"
    return ".".join([*parts, "weight"])
