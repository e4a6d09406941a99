"""Makes the model that ships, in half an hour: `.venv/bin/python -m training.embedding FILE…`.

It reads `knowledge/` and the documents in the files (the law and its decrees, whose provisions the
bank names), goes on from the model that ships, or with `--anew` from the base in its two packages,
and writes `index/weights`. Chance is seeded, so that a second run from the same model differs by
the rounding of the machine at most.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from rich.progress import Progress

from index.embedding.shipped import FOLDER
from training.embedding.encoder import Encoder
from training.embedding.figures import background, embed
from training.embedding.graph.pack import pack
from training.embedding.sources import load_base, load_shipped, read_bank, texts
from training.embedding.tune import FROZEN, BankStates, tune

_ANEW = "--anew"


def main(files: Sequence[str]) -> None:
    """Train on the whole bank, with the documents in `files`, and write the folder."""
    torch.manual_seed(1)
    load = load_base if _ANEW in files else load_shipped
    bank = read_bank(Path(file) for file in files if file != _ANEW)
    with TemporaryDirectory() as name, Progress() as bar:
        folder = Path(name)
        encoder = Encoder(load(folder), FROZEN)
        states = BankStates.of(bank, encoder)
        task = bar.add_task("training")
        tune(
            encoder,
            bank,
            states,
            range(len(bank.questions)),
            lambda done, steps: bar.update(task, completed=done, total=steps),
        )
        unrelated = background(embed(encoder, states.questions), embed(encoder, states.passages))
        encoder.model.save(str(folder / "tuned"), create_model_card=False)
        pack(folder / "tuned", texts(bank, encoder.model), unrelated, FOLDER)


if __name__ == "__main__":
    main(sys.argv[1:])
