"""Candidates and what speaks for them, as tables."""

from collections import defaultdict

from dateline.cli.tables import folded, plain, rendered, room_of, strong, table
from dateline.describe import full_name, sort_word
from dateline.explain import Explanation
from dateline.model import Ranked

_COLUMNS = ("Candidate", "What", "GeoNames#", "Likely#", "Score#", "Why")

_LEAST = 0.005
"""Contribution to the score below which a reason is left out: it would print as nought."""


def explained(explanation: Explanation, limit: int) -> str:
    """Explain one name: a sentence, and a table of its candidates.

    Parameters
    ----------
    explanation
        From `dateline.explain.explain`.
    limit
        Candidates shown at most.
    """
    times = len(explanation.spans)
    kind = explanation.resolution.mention.kind
    counted = "once" if times == 1 else f"{times} times"
    name, what = plain(explanation.surface), plain(explanation.sentence)
    told = "\n".join(folded(f"{name} ({kind}, {counted})\n{what}", room_of()))
    head = told.replace(name, strong(name), 1)
    ranked = explanation.resolution.ranked
    if not ranked:
        return f"{head}\n"
    rows = [_row(candidate) for candidate in ranked[:limit]]
    left = len(ranked) - limit
    rest = f"and {left} more candidates; --limit shows them\n" if left > 0 else ""
    return f"{head}\n{rendered(table(_COLUMNS, rows))}{rest}"


def _row(ranked: Ranked) -> tuple[object, ...]:
    place = ranked.candidate.place
    shares: defaultdict[str, float] = defaultdict(float)
    for reason in ranked.reasons:
        shares[reason.sentence] += reason.weight
    reasons = sorted(shares.items(), key=lambda row: -abs(row[1]))
    return (
        full_name(place),
        sort_word(place),
        place.geonames_id or "",
        f"{ranked.probability:.0%}",
        f"{ranked.score:+.2f}",
        "\n".join(
            f"{share:+.2f} {sentence}" for sentence, share in reasons if abs(share) >= _LEAST
        ),
    )
