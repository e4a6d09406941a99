"""Learns which directions of the tokens' states are kept: `python -m training.projection`.

Run it after a change of the model. It reads the samples and the passages of what ships, as
questions and provisions will be read.
"""

from __future__ import annotations

import numpy as np

from bot.config import Settings
from bot.wiring import Application
from index import projection, shipped
from index.embedder import silent
from index.model import load_model
from index.samples import groups_of
from index.writing import every_passage
from knowledge.thesaurus import read_thesaurus

_EVERY = 8
"""Of as many samples and passages one is read: more tell the same."""


def main() -> None:
    """Write the projection beside the model."""
    settings = Settings(embedding_model=shipped.NAME)
    parts = Application(settings)
    documents = parts.materials.documents()
    thesaurus = read_thesaurus(parts.topics, documents)
    samples = [one for group in groups_of(thesaurus) for one in group][::_EVERY]
    passages = [one.context for one in every_passage(documents, thesaurus)][::_EVERY]
    model = load_model(shipped.NAME, settings.data / "models", silent)
    states = [*model.query_states(samples), *model.passage_states(passages)]
    projection.write_learned(projection.learn(np.concatenate(states)))


if __name__ == "__main__":
    main()
