"""Embeds the texts that ship with the model that ships: `python -m training.shipped_vectors`.

Run it after many samples or plain answers have changed, so that the first start need not embed
them. The passages are those of the documents that ship and of all plain answers.
"""

from __future__ import annotations

from index.embedding.shipped_vectors import write_ready
from training.shipping import read_shipping


def main() -> None:
    """Write the vectors of all samples and passages beside the model."""
    ships = read_shipping()
    samples = dict.fromkeys(ships.samples)
    texts = dict.fromkeys(
        text for passage in ships.passages for text in (passage.meaning, passage.context)
    )
    # line breaks part the texts in the file; the few texts with one are embedded at the first start
    write_ready(list(samples), [text for text in texts if "\n" not in text], ships.model)


if __name__ == "__main__":
    main()
