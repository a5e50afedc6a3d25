"""The grammar of locative expressions: regular, over the symbols of `dateline.locate.lexicon`.

Blanks in a pattern mean nothing. ``{a}`` is an anchor, ``<a>`` one with what may stand before it
("the EU country Lithuania", "the port city of Odesa"), ``#`` a distance ("30 km (19 miles)"),
``~`` says that no border guard or coast guard follows, ``$`` that the anchor does not itself
belong to a border, a coast or a suburb. Everything is bounded in length, so that matching takes
time in proportion to the text. An expression starts with its first word after an article:
"Lithuanian border" in "the Lithuanian border".
"""

import re
from typing import Literal

from dateline.model import Relation

Drawing = Literal[
    "pair", "side", "sides", "part", "parts", "country", "offset", "around", "margin", "near",
    "between", "off", "coast", "line",
]  # fmt: skip

_MACROS = {
    r"(?<!P)<([a-z])>": r"t?(?:p?[Ax]?'?[cse]{1,3}o?,?t?)?(?P<\1>A)",
    r"\{([a-z])\}": r"(?P<\1>A)",
    r"#": r"(?P<n>[Na])-?(?P<q>q)?(?P<u>U)(?:[-,j]?z?[Na]q?U[j,]{0,2})?",
    r"~": r"(?!-?[gescL])",
    r"\$": r"(?!'?-?[BCLK])",
}

_TABLE: tuple[tuple[Relation, Drawing, str], ...] = (
    # "the Polish-Belarusian border", "the Texas-Oklahoma state line"
    ("border", "pair", "{a}'?-{b} [es]? (?P<B>B)~"),
    ("border", "pair", "{a}-{b} s? (?P<L>L)"),
    # "the border between Poland and Belarus", "the line between Texas and Oklahoma"
    ("border", "pair", "(?P<B>B) x{0,2} b <a> & <b>"),
    ("border", "pair", "(?P<L>L) b <a> & <b>"),
    ("border", "pair", "(?P<B>B) o <a> & <b>"),
    ("border", "pair", "(?P<B>B) f <a> [I>] <b>"),
    # "Belarus's western border with Lithuania"
    ("border", "pair", "{a}'? [pd]? (?P<B>B) w <b>"),
    # "the Lithuanian border", "Ukraine's borders", "the Oklahoma state line"
    ("border", "side", "(?<!A-) {a}'? (?P<p>[pd])? [es]? (?P<B>B)~ (?!w)"),
    ("border", "side", "(?<!A-) {a}'? s? (?P<L>L)"),
    # "its border with Poland", "the border into Poland", "the borders of Ukraine"
    ("border", "side", "(?P<B>B) [wI>of] <a>"),
    # "the Polish and Lithuanian borders", "the border with Poland, Lithuania and Latvia"
    ("border", "sides", "{a} (?:,{c})? ,?& {b} (?P<B>B)~"),
    ("border", "sides", "(?P<B>B) w <a> (?:,<c>)? ,?& <b>"),
    ("border", "sides", "{o}'? [pd]? (?P<B>B) w <a> (?:,<c>)? ,?& <b>"),
    # "eastern Ukraine", "north-west England", "downtown Dallas"
    ("part", "part", "(?P<p>[pdm]) -? {a} $"),
    ("part", "part", "(?P<p>[pd]) {a} (?P<k>[esP]) $"),
    # "southern and eastern Kentucky"
    ("part", "parts", "(?P<p>p) & (?P<k>p) {a} $"),
    # "the south of France", "the centre of Minsk", "the northern part of Syria"
    ("part", "part", "(?:(?<=t)|(?<=tF)) (?P<p>d) o <a> $"),
    ("part", "part", "(?P<p>h) o <a> $"),
    ("part", "part", "(?P<p>[pdm]) P o <a> $"),
    # "Ukraine's east", "Ukraine's eastern regions"
    ("part", "part", "{a}' (?P<p>[dh]) (?!-?[BCoA])"),
    ("part", "part", "{a}' (?P<p>[pd]) P"),
    # "the north of the country", "the country's east"
    ("part", "country", "(?P<p>d) o t (?P<c>c)"),
    ("part", "country", "(?P<p>[pdm]) P o t (?P<c>c)"),
    ("part", "country", "(?P<c>c)' (?P<p>d) (?!-?[BCoA])"),
    ("part", "country", "(?P<c>c)' (?P<p>[pd]) P"),
    # "30 km north of Kyiv", "19 miles to the south-east of the town of Bucha"
    ("offset", "offset", "# x? (?:>t)? (?P<d>d) o <a> $"),
    # "12 miles outside Dallas", "12 miles from Minsk", "within 30 km of Kyiv"
    ("offset", "around", "# x? [rf] <a> $"),
    ("offset", "around", "W # o <a> $"),
    # "north of Kyiv"
    ("offset", "offset", "(?<![t>']) (?<!tF) (?P<d>d) o <a> $"),
    # "15 km from the Polish border", "5 km south of the border with Lebanon"
    ("offset", "margin", "# x? (?:(?:>t)? (?P<d>d) o|[rf]) t? {a}'? (?:-{b})? (?P<B>B)~"),
    ("offset", "margin", "# x? (?:(?:>t)? (?P<d>d) o|[rf]) [ti] (?P<B>B) w <a>"),
    ("offset", "margin", "# x? (?:(?:>t)? (?P<d>d) o|[rf]) t (?P<B>B) b <a> & <b>"),
    ("offset", "margin", "W # o [ti]? {a}'? (?:-{b})? (?P<B>B)~"),
    ("offset", "margin", "W # o [ti] (?P<B>B) w <a>"),
    # "near Kyiv", "close to Kyiv", "on the outskirts of Kyiv"
    ("near", "near", "(?:r|k>) <a> $"),
    ("near", "near", "r <a> & <b> (?=[!,j]|\\Z)"),
    ("near", "near", "K o <a> $"),
    ("near", "near", "{a}'? K"),
    # "between Kherson and Mykolaiv", "the road from Kyiv to Zhytomyr", "the Kyiv–Odesa highway"
    ("between", "between", "b <a> & <b> $"),
    ("between", "between", "(?P<R>R) b <a> & <b>"),
    ("between", "between", "(?P<R>R) f <a> > <b>"),
    ("between", "between", "{a} -?>?-? {b} (?P<R>R)"),
    # "off Lampedusa", "20 miles off the coast of Libya", "off Libya's coast"
    ("off", "off", "(?:#x?)? O <a> (?![N']) $"),
    ("off", "off", "(?:#x?)? O t? (?P<p>[pd])? C o <a>"),
    ("off", "off", "(?:#x?)? O t? {a}'? (?P<p>[pd])? C~"),
    ("off", "off", "# x? f t? (?P<p>[pd])? C o <a>"),
    ("off", "off", "# x? f t? {a}'? (?P<p>[pd])? C~"),
    # "the eastern coast of Libya", "the Libyan coast"
    ("along", "coast", "(?<!A) (?P<p>[pd])? C o <a> $"),
    ("along", "coast", "{a}'? (?P<p>[pd])? C~"),
    # "along the Rhine", "the banks of the River Dnieper"
    ("along", "line", "l t? v? {a} $"),
    ("along", "line", "[Md]? D o t? v? {a} $"),
)


def _compile(pattern: str) -> re.Pattern[str]:
    """Write a pattern out, in a look-ahead, so that matches may overlap."""
    for macro, text in _MACROS.items():
        pattern = re.sub(macro, text, pattern)
    return re.compile(f"(?=(?P<whole>{pattern.replace(' ', '')}))")


PATTERNS = tuple((relation, drawing, _compile(text)) for relation, drawing, text in _TABLE)
"""Relation, drawing and pattern of every kind of expression."""
