"""Embeds what ships with the model that ships: `python -m training.samples`.

Run it after many samples or plain answers have changed, so that the first start need not embed
them. The passages are those of the documents that ship and of all plain answers.
"""

from __future__ import annotations

from bot.config import Settings
from bot.wiring import Application
from index import shipped
from index.embedder import silent
from index.model import load_model
from index.ready import write_ready
from index.samples import groups_of
from index.writing import every_passage
from knowledge.thesaurus import read_thesaurus


def main() -> None:
    """Write the vectors of all samples and passages beside the model."""
    settings = Settings(embedding_model=shipped.NAME)
    parts = Application(settings)
    documents = parts.materials.documents()
    thesaurus = read_thesaurus(parts.topics, documents)
    samples = dict.fromkeys(one for group in groups_of(thesaurus) for one in group)
    found = every_passage(documents, thesaurus)
    texts = dict.fromkeys(text for one in found for text in (one.meaning, one.context))
    model = load_model(shipped.NAME, settings.data / "models", silent)
    write_ready(list(samples), [one for one in texts if "\n" not in one], model)


if __name__ == "__main__":
    main()
