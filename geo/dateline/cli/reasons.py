"""Candidates and what speaks for them, as tables."""

from collections import defaultdict

from rich.console import Group
from rich.text import Text

from dateline.cli.tables import plain, rendered, table
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
    head = Text.assemble(
        (plain(explanation.surface).plain, "bold"), f" ({kind}, {counted})\n", explanation.sentence
    )
    ranked = explanation.resolution.ranked
    if not ranked:
        return rendered(head)
    rows = [_row(candidate) for candidate in ranked[:limit]]
    left = len(ranked) - limit
    rest = Text(f"and {left} more candidates; --limit shows them" if left > 0 else "")
    return rendered(Group(head, table(_COLUMNS, rows), rest))


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
