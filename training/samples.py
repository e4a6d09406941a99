"""Embeds the samples in `knowledge/topics` with the model that ships: `python -m training.samples`.

Run it after many samples have changed, so that the first start need not embed them.
"""

from __future__ import annotations

from bot.config import Settings
from bot.wiring import Application
from index import shipped
from index.embedder import silent
from index.model import load_model
from index.ready import write_ready
from index.samples import groups_of
from knowledge.thesaurus import read_thesaurus


def main() -> None:
    """Write the vectors of all samples beside the model."""
    settings = Settings(embedding_model=shipped.NAME)
    parts = Application(settings)
    thesaurus = read_thesaurus(parts.topics, parts.materials.documents())
    samples = dict.fromkeys(one for group in groups_of(thesaurus) for one in group)
    write_ready(list(samples), load_model(shipped.NAME, settings.data / "models", silent))


if __name__ == "__main__":
    main()
