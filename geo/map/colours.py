"""The colours of the dashboard, light and dark.

Cooperation is blue and conflict vermillion, after Okabe & Ito (2008): told apart by everyone, and never the
only sign, for the words stand beside them. Words and deeds share the hue of their sign and differ in lightness, which
no eye confuses either. Every arc has a contrast of 3 to 1 with the land beneath it. Hue is kept for data; paper, land
and controls are neutral.
Interface colours repeat those of `.streamlit/config.toml`, which Streamlit doesn't hand to Python.
"""

from dataclasses import dataclass

Colour = list[int]

ARC_KINDS = (
    "cooperation", "conflict", "cooperation in words", "cooperation in deeds", "conflict in words", "conflict in deeds",
    "growth", "decline",
)
"""What arcs are coloured by; a row of a layer has a kind's place here as its `k`."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#RRGGBB`.

    Attributes:
        paper: the page's ground.
        ink: text and the dots of actors.
        muted: text of the second rank.
        line: thin rules.
        land: countries that nothing shown concerns.
        land_in_view: countries that act or are acted upon.
        border: between countries.
        place: dots of places named in the news.
        cooperation: arcs and bars of cooperation.
        conflict: arcs and bars of conflict.
        cooperation_in_words: arcs of quad class 1.
        cooperation_in_deeds: arcs of quad class 2.
        conflict_in_words: arcs of quad class 3.
        conflict_in_deeds: arcs of quad class 4.
        growth: arcs with more acts than before.
        decline: arcs with fewer acts than before.
        cooperation_text: cooperation as the colour of small text.
        conflict_text: conflict as the colour of small text.
    """

    paper: str
    ink: str
    muted: str
    line: str
    land: str
    land_in_view: str
    border: str
    place: str
    cooperation: str
    conflict: str
    cooperation_in_words: str
    cooperation_in_deeds: str
    conflict_in_words: str
    conflict_in_deeds: str
    growth: str
    decline: str
    cooperation_text: str
    conflict_text: str

    def of(self, kind: str) -> str:
        """The colour of `cooperation`, `conflict`, one of them `in words` or `in deeds`, `growth` or `decline`."""
        return str(getattr(self, kind.replace(" ", "_")))


LIGHT = Palette(
    paper="#FCFBF8", ink="#1C2127", muted="#646A70", line="#DDD8CC",
    land="#ECE8DE", land_in_view="#DCD6C7", border="#FCFBF8", place="#857F70",
    cooperation="#0072B2", conflict="#C85400",
    cooperation_in_words="#1976B6", cooperation_in_deeds="#0A3B70",
    conflict_in_words="#C85400", conflict_in_deeds="#7A2410",
    growth="#00795A", decline="#A8407F",
    cooperation_text="#005F94", conflict_text="#B04C00",
)
DARK = Palette(
    paper="#12161B", ink="#E8E6E1", muted="#9BA3AB", line="#303841",
    land="#222932", land_in_view="#313A45", border="#12161B", place="#8B95A0",
    cooperation="#56B4E9", conflict="#F28A4B",
    cooperation_in_words="#A5D5F5", cooperation_in_deeds="#3F93E0",
    conflict_in_words="#FFC49B", conflict_in_deeds="#E8622A",
    growth="#3FC59A", decline="#E59AC6",
    cooperation_text="#7CC4EE", conflict_text="#F5A273",
)


def of_kind(palette: Palette, alpha: int) -> str:
    """The colour of a row by its `k`, as an expression that the browser evaluates: a digit to send, not a colour."""
    # A chain of choices, for deck.gl's expressions can't take an item of a written list.
    choices = (f"k=={place}?{rgba(palette.of(kind), alpha)}:" for place, kind in enumerate(ARC_KINDS))
    return ("".join(choices) + str(rgba(palette.ink, alpha))).replace(" ", "")


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: the first at 0, the second at 1."""
    pairs = zip(rgba(one)[:3], rgba(other)[:3], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def rgba(colour: str, alpha: int = 255) -> Colour:
    """Red, green, blue and alpha, each 0 to 255, of `#RRGGBB`: the form that deck.gl takes."""
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)] + [alpha]
