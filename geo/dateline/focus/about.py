"""From what a story names to what it is about."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import fsum

from dateline.focus.accounts import Account, accounts_of
from dateline.focus.choice import fewest
from dateline.focus.mentions import literal_mentions
from dateline.gazetteer import Gazetteer
from dateline.geometry import label_point
from dateline.model import Focus, Locative, Resolution


def focus_of(
    resolutions: Sequence[Resolution], locatives: Sequence[Locative], gazetteer: Gazetteer
) -> tuple[Focus, ...]:
    """Find what a story is about.

    Parameters
    ----------
    resolutions
        Its toponyms in text order. Associative and unplaced ones do not count, nor does a
        region that only says which town is meant ("Cairo, Ill.").
    locatives
        Its locative expressions; a border speaks for the places on both sides.
    gazetteer
        Where divisions, countries and outlines come from.

    Returns
    -------
    tuple of Focus
        At most three places, the largest share first, and then the borders between them that
        the story names; empty where no few places account for a third of its mentions.

    Examples
    --------
    >>> from dateline.gazetteer import open_gazetteer
    >>> from dateline.model import Mention
    >>> with open_gazetteer() as gazetteer:
    ...     towns = [gazetteer.place(id_) for id_ in (2267057, 2735943, 2740637, 2268339)]
    ...     said = [Resolution(Mention(i, i + 1, "…", "literal"), town, 0.9)
    ...             for i, town in enumerate(towns)]  # Lisbon, Porto, Coimbra, Faro
    ...     [[focus.name for focus in focus_of(said[:n], (), gazetteer)] for n in (1, 2, 4)]
    [['Lisbon'], ['Lisbon', 'Porto'], ['Portugal']]
    """
    weights, named = literal_mentions(resolutions, locatives)
    total = fsum(weights.values())
    if not total:
        return ()
    chosen = fewest(tuple(accounts_of(named, weights, gazetteer)), weights)
    places = [_focus(account, account.weight(weights) / total) for account in chosen]
    return (
        *sorted(places, key=lambda focus: (-focus.score, focus.name)),
        *_borders(chosen, locatives, total),
    )


def _focus(account: Account, score: float) -> Focus:
    return Focus(account.place.name, score, account.place.point, account.place, account.places)


def _borders(
    chosen: Sequence[Account], locatives: Sequence[Locative], total: float
) -> Iterator[Focus]:
    """Give the borders between two of the chosen places that the story names."""
    ids = {account.place.id for account in chosen}
    between: defaultdict[str, list[Locative]] = defaultdict(list)
    for locative in locatives:
        anchors = {place.id for place in locative.anchors}
        if locative.relation == "border" and len(anchors) > 1 and anchors <= ids:
            between[locative.name].append(locative)
    for name, group in between.items():
        yield Focus(name, min(1.0, len(group) / total), label_point(group[0].geometry))
