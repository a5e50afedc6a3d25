"""Which toponyms are adjectives or names of inhabitants, by a word list and by their ending."""

import functools
import re
import sqlite3
from pathlib import Path

REGIONS = """
african american arab arabian asian australasian balkan baltic basque bavarian
bosnian breton british catalan caucasian chechen cornish corsican crimean cuban dutch
english eurasian european flemish french german greek hawaiian hispanic iberian irish israeli
jewish kashmiri korean kosovan kosovar kurd kurdish latin levantine manx
midwestern nordic northerner palestinian parisian prussian punjabi roman russian saharan
sardinian saudi scandinavian scot scotch scottish serb serbian siberian sicilian sikh slavic
soviet spanish swiss tamil tartar tatar tibetan turk turkish tyrolean uighur ukrainian uyghur
venetian viennese welsh yankee yugoslav zulu
texan californian virginian floridian georgian hoosier alaskan arizonan minnesotan ohioan
oregonian pennsylvanian londoner berliner mancunian liverpudlian glaswegian torontonian
emirati omani yemeni iraqi qatari kuwaiti bahraini pakistani bangladeshi nepali azeri
gazan iowan dagestani maori tasmanian norwegian malagasy luxembourger newfoundlander islander
argentine filipino filipina brit briton dane finn pole swede spaniard czech slovak afghan thai
""".split()
"""What the list of countries lacks: peoples, regions, states; the ones newspapers use."""

_ENDING = re.compile(r"(?:[^aeiou\s]ians?|eans|[a-z]{4}ans|[a-z]{3}ese|ites)$")
_NOT = re.compile(r"(?:orleans|oceans|lithian|meridian|christian)$")


@functools.cache
def demonyms() -> frozenset[str]:
    """Read the adjectives and inhabitants of countries (CIA World Factbook, public domain)."""
    import pyworldatlas

    path = Path(pyworldatlas.__file__).parent / "data" / "atlas.sqlite3"
    words = set(REGIONS)
    with sqlite3.connect(path) as atlas:
        for row in atlas.execute("SELECT * FROM country_demonym"):
            for cell in row:
                if isinstance(cell, str):
                    words.update(
                        re.findall(r"[a-z]{2,}(?:an|ese|ish|i|ois|nch|tch|land?er)\b", cell.lower())
                    )
    return frozenset(words - {"american-samoa", "fiji", "malawi", "mali"})


def is_adjective(surface: str) -> bool:
    """Tell an adjective or demonym ("South Korean", "Minnesotans") from a name."""
    last = re.split(r"[\s-]", surface.lower())[-1]
    known = demonyms()
    if last in known or last.removesuffix("s") in known:
        return True
    return bool(_ENDING.search(last) and not _NOT.search(last))
