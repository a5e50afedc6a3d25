"""The annotated corpora that weights are fitted on; their texts stay outside the repository.

Each is a file of JSON lines, ``{"doc_id", "text", "toponyms": [{"start", "end", "surface",
"lat", "lon", "geonames_id", "kind"}]}``, in the folder named by ``DATELINE_CORPORA`` or, by
default, in ``../shared/corpora`` beside the repository.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CORPORA = ("LGL", "GeoWebNews", "GeoVirus")
FOLDER = Path(os.environ.get("DATELINE_CORPORA", Path(__file__).parents[2] / "shared" / "corpora"))


def documents(corpus: str) -> Iterator[dict[str, Any]]:
    """Read one corpus, document by document."""
    path = FOLDER / f"{corpus}.jsonl"
    if not path.exists():
        raise SystemExit(f"{path.name} is absent: expected the corpora in $DATELINE_CORPORA")
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
