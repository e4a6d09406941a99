"""A command that writes the base model as a folder: `python -m training.embedding.base FOLDER`.

It needs `scripts/setup training`. EMBEDDING_MODEL can name the folder, as that of any
other sentence-transformers model.
"""

from __future__ import annotations

import sys
from pathlib import Path

from knowledge.errors import DanBietError
from training.embedding.base.model import write_base


def main(folder: Path) -> None:
    """Write the base model into the new `folder`; exit with a message where that fails."""
    try:
        write_base(folder)
    except (DanBietError, OSError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
