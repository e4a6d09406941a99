"""Makes the model that ships: `.venv/bin/python -m training.embedding`, ten to twenty minutes.

It reads `knowledge/` and the two packages of the base model, and writes `index/weights`. Chance is
seeded, so that a second run differs by the rounding of the machine at most.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from rich.progress import Progress

from index.shipped import FOLDER
from training.embedding.encoder import Encoder
from training.embedding.figures import background, embed
from training.embedding.pack import pack
from training.embedding.sources import load_base, read_bank, texts
from training.embedding.tune import FROZEN, BankStates, tune


def main() -> None:
    """Train on the whole bank and write the folder."""
    torch.manual_seed(1)
    bank = read_bank()
    with TemporaryDirectory() as name, Progress() as bar:
        folder = Path(name)
        encoder = Encoder(load_base(folder), FROZEN)
        states = BankStates.of(bank, encoder)
        task = bar.add_task("training")
        tune(
            encoder,
            bank,
            states,
            range(len(bank.questions)),
            lambda done, steps: bar.update(task, completed=done, total=steps),
        )
        unrelated = background(embed(encoder, states.typed), embed(encoder, states.passages))
        encoder.model.save(str(folder / "tuned"), create_model_card=False)
        pack(folder / "tuned", texts(bank, encoder.model), unrelated, FOLDER)


if __name__ == "__main__":
    main()
