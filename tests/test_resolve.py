"""Sentences of our own → GeoNames id of a name in them."""

import pytest

from dateline.gazetteer import Gazetteer
from dateline.model import Mention
from dateline.recognise import recognise
from dateline.resolve import resolve

SENTENCES = [
    # famous first, when nothing else is said
    ("She flew to Paris in May.", "Paris", 2988507),
    ("The court in London will sit on Monday.", "London", 2643743),
    ("The marchers left Minsk at noon.", "Minsk", 625144),
    ("A tram line opened in Athens.", "Athens", 264371),
    ("The ferry leaves Dublin at six.", "Dublin", 2964574),
    # qualified by what follows
    ("A train stopped in Paris, Texas, on Friday.", "Paris", 4717560),
    ("The diner in Paris, Ky., has closed.", "Paris", 4303602),
    ("He was born in Dublin, Ohio, in 1950.", "Dublin", 5152333),
    ("Voters in Athens, Ohio, stayed at home.", "Athens", 4505542),
    ("Students in Cambridge, Mass., protested.", "Cambridge", 4931972),
    ("The factory in London, Ontario, will shut.", "London", 6058560),
    ("A storm hit Moscow, Idaho.", "Moscow", 5601538),
    ("They met in Lebanon, Ohio.", "Lebanon", 4516412),
    ("A fire in Perth, Scotland, killed two.", "Perth", 2640358),
    # qualifying what stands before
    ("Tornadoes hit Norman, Oklahoma, at noon.", "Oklahoma", 4544379),
    ("A plant in Tacoma, Washington, closed.", "Washington", 5815135),
    ("The aid reached Buffalo, New York, late.", "New York", 5128638),
    # copies of buildings
    ("The Eiffel Tower in Paris, Texas, wears a hat.", "Eiffel Tower", 4717560),
    ("Guests of the Eiffel Tower in Las Vegas lost power.", "Eiffel Tower", 5506956),
    # by company
    (
        "Fans drove from Sherman and Bonham to Paris. The Texas towns share a league.",
        "Paris",
        4717560,
    ),
    ("Belarus was calm. In Brest the police stood by, as in Minsk and Grodno.", "Brest", 629634),
    ("The trawlers of Brittany stayed in Brest. France has promised aid.", "Brest", 3030300),
    (
        "Columbus and Cincinnati got snow; in Athens schools closed, Ohio police said.",
        "Athens",
        4505542,
    ),
    (
        "Minnesota lawmakers met in Alexandria. St. Cloud and Brainerd sent delegates.",
        "Alexandria",
        5016108,
    ),
    ("Australia sent ships. In Perth and Fremantle crowds waved.", "Perth", 2063523),
    ("Georgia borders Russia. Tbilisi said Moscow had not called.", "Georgia", 614540),
    ("Atlanta and Savannah flooded; Georgia asked for help.", "Georgia", 4197000),
    ("The Texas town of Paris has a tower.", "Paris", 4717560),
    ("Dublin, a city in central Ohio, grew.", "Dublin", 5152333),
    ("Paris police held a man, the Henry County sheriff told Tennessee.", "Paris", 4647963),
    ("Voters in Iowa, Georgia and Nevada stayed at home.", "Georgia", 4197000),
    ("Armenia, Georgia and Turkey signed it.", "Georgia", 614540),
    # a city that all know, in a story about the world
    (
        "India, Nepal, China and Pakistan agreed. Aid for Uttar Pradesh will come from Dubai.",
        "Dubai",
        292223,
    ),
    # sorts
    ("Shells fell in the city of Kyiv.", "Kyiv", 703448),
    ("Villages in the Kyiv region burned.", "Kyiv", 703446),
    ("The Minsk region voted late.", "Minsk", 625142),
    ("A bus overturned in the Iranian province of Yazd.", "Yazd", 111821),
    ("Villages in Lamar County lost power; Texas sent crews.", "Lamar County", 4705086),
]


@pytest.mark.parametrize(("text", "name", "geonames_id"), SENTENCES)
def test_the_right_place(gazetteer: Gazetteer, text: str, name: str, geonames_id: int) -> None:
    mentions = recognise(text, gazetteer)
    found = {r.mention.surface: r.place for r in resolve(text, mentions, gazetteer)}
    assert name in found
    place = found[name]
    assert place
    assert place.geonames_id == geonames_id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police in Stroud, Ontario, Canada, held a man.", "Stroud"),
        ("A court in Bradford, Ontario, heard it.", "Bradford"),
        ("There is a Timbuctoo in California.", "Timbuctoo"),
    ],
)
def test_no_place_where_the_gazetteer_has_the_name_elsewhere_only(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    resolutions = resolve(text, recognise(text, gazetteer), gazetteer)
    assert {r.mention.surface: r.place for r in resolutions}[name] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trains from Ely, Cambridge and Norfolk were late.", "Ely"),
        ("Guests came from Munich in Turkey.", "Munich"),
        ("Voters in Lyon, Georgia and Armenia were asked.", "Lyon"),
    ],
)
def test_names_side_by_side_may_be_strangers(gazetteer: Gazetteer, text: str, name: str) -> None:
    resolutions = resolve(text, recognise(text, gazetteer), gazetteer)
    assert {r.mention.surface: r.place for r in resolutions}[name]


@pytest.fixture
def two_parises(gazetteer: Gazetteer) -> dict[int, int | None]:
    text = "Paris, Texas, has a tower. The tower in Paris, France, is taller. Paris is small."
    mentions = recognise(text, gazetteer)
    return {
        r.mention.start: r.place and r.place.geonames_id
        for r in resolve(text, mentions, gazetteer)
        if r.mention.surface == "Paris"
    }


def test_a_name_qualified_twice_is_two_places(two_parises: dict[int, int | None]) -> None:
    assert list(two_parises.values())[:2] == [4717560, 2988507]


def test_bare_mentions_join_the_first_qualified_sense(two_parises: dict[int, int | None]) -> None:
    assert list(two_parises.values())[2] == 4717560


def test_probabilities_add_up(gazetteer: Gazetteer) -> None:
    text = "She flew to Valencia."
    (resolution,) = resolve(text, [Mention(12, 20, "Valencia", "literal")], gazetteer)
    assert 0 < resolution.confidence < 1
    assert resolution.confidence == resolution.ranked[0].probability
    assert sum(r.probability for r in resolution.ranked) <= 1 + 1e-9


def test_the_reasons_add_up_to_the_score(gazetteer: Gazetteer) -> None:
    text = "She flew to Valencia, Spain."
    mentions = [Mention(12, 20, "Valencia", "literal"), Mention(22, 27, "Spain", "literal")]
    best = resolve(text, mentions, gazetteer)[0].ranked[0]
    assert sum(r.weight for r in best.reasons) == pytest.approx(best.score, abs=0.05)


def test_an_unknown_name_stays_unplaced(gazetteer: Gazetteer) -> None:
    (resolution,) = resolve("Xyzzyville", [Mention(0, 10, "Xyzzyville", "literal")], gazetteer)
    assert resolution.place is None
    assert resolution.confidence == 0
