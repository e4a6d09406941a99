"""Embeds what ships with the model that ships: `python -m training.shipped_vectors`.

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
    texts = dict.fromkeys(text for one in ships.passages for text in (one.meaning, one.context))
    write_ready(list(samples), [one for one in texts if "\n" not in one], ships.model)


if __name__ == "__main__":
    main()
