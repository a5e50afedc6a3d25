"""Stories told by hand from the real gazetteer, so that a page's tests need no resolver."""

import re
from dataclasses import replace
from typing import Any

from dateline.gazetteer import Gazetteer
from dateline.geometry import shared_border
from dateline.model import (
    Article,
    Candidate,
    Inline,
    Locative,
    Mention,
    Paragraph,
    ParagraphKind,
    Place,
    Ranked,
    Resolution,
    Story,
)
from dateline.story import compose

MARKED = re.compile(r"\[\[([^|\]]+)\|(-?\d+|\?|=[^|\]]+)(\|~)?\]\]")
"""``[[surface|id]]``; ``=name`` looks a name up, ``?`` is unplaced; ``|~``: associative."""

MINSK, VILNIUS, HRODNA, BREST, BERLIN, MOSCOW = 625144, 593116, 627904, 629634, 2950159, 524901
BELARUS, LITHUANIA, GERMANY, RUSSIA = 630336, 597427, 2921044, 2017370
SUVA, LABASA, NUKUALOFA, APIA, FIJI = 2198148, 2204582, 4032402, 4035413, 2205218
PARIS, PARIS_TEXAS, DALLAS, TOKYO, LIMA, SYDNEY = (
    2988507,
    4717560,
    4684888,
    1850147,
    3936456,
    2147714,
)


def tell(
    marked: str,
    gazetteer: Gazetteer,
    *,
    kinds: tuple[ParagraphKind, ...] = (),
    confidence: float = 0.95,
    inlines: tuple[tuple[str, str, str], ...] = (),
    border: tuple[str, int, int] | None = None,
    **fields: Any,
) -> Story:
    """Make a story from a text whose places are marked; blank lines divide its paragraphs.

    Parameters
    ----------
    kinds
        Kinds of the first paragraphs; those after are plain.
    inlines
        Markup as (text, kind, target), found by its text.
    border
        A locative expression: its text and the two areas that share the border.
    """
    text, resolutions = _read(marked, gazetteer, confidence)
    article = Article(text, _paragraphs(text, kinds), inlines=_inlines(text, inlines), **fields)
    return compose(article, resolutions, _borders(text, border, gazetteer), gazetteer)


def _read(
    marked: str, gazetteer: Gazetteer, confidence: float
) -> tuple[str, tuple[Resolution, ...]]:
    text, resolutions, end = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[end : match.start()]
        surface, place_id, associative = match.groups()
        mention = Mention(
            len(text),
            len(text) + len(surface),
            surface,
            "associative" if associative else "literal",
        )
        place = _place(place_id, gazetteer)
        resolutions.append(_resolved(mention, place, confidence))
        text, end = text + surface, match.end()
    return text + marked[end:], tuple(resolutions)


def _resolved(mention: Mention, place: Place | None, confidence: float) -> Resolution:
    if place is None:
        return Resolution(mention, None, 0.0)
    name_type = "preferred" if mention.kind == "literal" else "adjective"
    ranked = Ranked(Candidate(place, name_type), 1.0, confidence, ())
    return Resolution(mention, place, confidence, (ranked,))


def _place(mark: str, gazetteer: Gazetteer) -> Place | None:
    if mark == "?":
        return None
    if mark.startswith("="):
        return gazetteer.candidates(mark[1:])[0].place
    return gazetteer.place(int(mark))


def _paragraphs(text: str, kinds: tuple[ParagraphKind, ...]) -> tuple[Paragraph, ...]:
    found = []
    for number, match in enumerate(re.finditer(r"\S(?:.|\n(?!\n))*", text)):
        kind = kinds[number] if number < len(kinds) else "paragraph"
        level = 2 if kind == "heading" else 1 if kind in {"item", "title"} else 0
        found.append(Paragraph(match.start(), match.start() + len(match[0].rstrip()), kind, level))
    return tuple(found)


def _inlines(text: str, inlines: tuple[tuple[str, str, str], ...]) -> tuple[Inline, ...]:
    found = [
        Inline(text.index(part), text.index(part) + len(part), kind, target)  # type: ignore[arg-type]
        for part, kind, target in inlines
    ]
    return tuple(sorted(found, key=lambda mark: mark.start))


def _borders(
    text: str, border: tuple[str, int, int] | None, gazetteer: Gazetteer
) -> tuple[Locative, ...]:
    if border is None:
        return ()
    surface, *ids = border
    anchors = tuple(gazetteer.place(one) for one in ids)
    shapes = [gazetteer.shape(one) for one in ids]
    line = shared_border(*shapes)  # type: ignore[arg-type]
    assert line is not None
    start = text.index(surface)
    name = "–".join(place.name for place in anchors) + " border"
    return (
        Locative(
            start, start + len(surface), surface, "border", anchors, name, line, uncertain=False
        ),
    )


def belarus(gazetteer: Gazetteer) -> Story:
    """Ten paragraphs, long enough to scroll at any size, with every sort of feature."""
    return tell(
        BELARUS_TEXT,
        gazetteer,
        kinds=("title", "paragraph", "paragraph", "paragraph", "heading"),
        inlines=(
            ("a day of waiting", "emphasis", ""),
            ("the notice", "link", "https://example.org/"),
        ),
        border=("the border with the neighbour country Lithuania", BELARUS, LITHUANIA),
        title="A quiet Tuesday in Minsk",
        byline="A. Writer",
        published="2020-08-19",
        licence="CC BY 4.0",
    )


PADDING = (
    "Nobody was in a hurry. The shops opened as they do on any other day, trams went by half "
    "empty, and those who had come early stood about in small groups, talking in low voices of "
    "the weather and of the night before. Toward noon the sun came out and the pavements began "
    "to dry."
)

BELARUS_TEXT = f"""\
A quiet Tuesday in [[Minsk|{MINSK}]]

In [[Minsk|{MINSK}]] it was a day of waiting, with [[Belarusian|{BELARUS}|~]] papers silent.
{PADDING}

The ministers of [[Poland|=Poland]] meant to meet, and [[German|{GERMANY}|~]] diplomats had
read the notice. {PADDING}

Along the border with the neighbour country [[Lithuania|{LITHUANIA}]] lorries stood in line.
{PADDING}

West of the capital

In [[Hrodna|{HRODNA}]] the bells rang at nine. {PADDING}

{PADDING}

From [[Brest|{BREST}]] came a train with two hours' delay, and from [[Nowhere Junction|?]] none.
{PADDING}

In [[Vilnius|{VILNIUS}]] people listened to the radio. {PADDING}

Back in [[Minsk|{MINSK}]] the square was swept in the evening. {PADDING}
"""


def pacific(gazetteer: Gazetteer) -> Story:
    """A story around the antimeridian."""
    return tell(
        f"The ship left [[Suva|{SUVA}]] on Monday, called at [[Labasa|{LABASA}]] and reached "
        f"[[Apia|{APIA}]] and [[Nuku'alofa|{NUKUALOFA}]] by the end of the week; "
        f"[[Fiji|{FIJI}]] had asked for her. {PADDING}\n\n{PADDING}",
        gazetteer,
        title="A week at sea",
    )


def world(gazetteer: Gazetteer) -> Story:
    """A story all over the globe."""
    return tell(
        f"Calls came from [[Tokyo|{TOKYO}]], [[Lima|{LIMA}]], [[Sydney|{SYDNEY}]], "
        f"[[Paris|{PARIS}]] and [[Dallas|{DALLAS}]]. {PADDING}",
        gazetteer,
        title="Calls from everywhere",
    )


def one_town(gazetteer: Gazetteer) -> Story:
    """A story that never leaves a town; its only reading is unsure."""
    story = tell(
        f"All of it happened in [[Paris|{PARIS_TEXAS}]]. {PADDING}",
        gazetteer,
        title="A street in Paris",
        confidence=0.4,
    )
    feature = replace(story.features[0], uncertain=True, alternatives=("Paris, France",))
    return replace(story, features=(feature,))


def nowhere(gazetteer: Gazetteer) -> Story:
    """A story without a place."""
    return tell(f"{PADDING}\n\n{PADDING}", gazetteer, title="Nothing to see")


def many(gazetteer: Gazetteer, count: int) -> Story:
    """A story that names far too many towns."""
    from dateline.model import Bounds

    towns: tuple[Place, ...] = gazetteer.towns(Bounds(-10.0, 36.0, 30.0, 60.0), count)
    marked = [f"[[{_bare(town.name)}|{town.id}]] is a town. {PADDING[:90]}." for town in towns]
    return tell("\n\n".join(marked), gazetteer, title="Every town in turn")


def _bare(name: str) -> str:
    return re.sub(r"[|\]]", " ", name)


def arabic(gazetteer: Gazetteer) -> Story:
    """A story that is read from right to left."""
    marked = (
        f"اجتمع الوزراء في [[مينسك|{MINSK}]] يوم الثلاثاء، ثم سافروا إلى [[فيلنيوس|{VILNIUS}]]. "
    )
    return tell("\n\n".join([marked * 5] * 6), gazetteer, language="ar", title="أسبوع في مينسك")


def long_words(gazetteer: Gazetteer) -> Story:
    """A story in words that no phone is wide enough for."""
    marked = (
        f"Die Rindfleischetikettierungsüberwachungsaufgabenübertragung in [[Berlin|{BERLIN}]]. "
    )
    title = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
    return tell("\n\n".join([marked * 5] * 6), gazetteer, language="de", title=title)
