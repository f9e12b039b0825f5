"""What Streamlit's theme can't say: the CSS of the dashboard's own pieces, the icon and the logo."""

import streamlit as st

from geo.map.colours import DARK, LIGHT, Palette

_ARCS = (
    "<g fill='none' stroke-width='{width}' stroke-linecap='round'>"
    "<path d='M6 18Q16 2 25 15' stroke='{cooperation}'/><path d='M6 18Q18 30 25 15' stroke='{conflict}'/></g>"
)

ICON = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>"
    f"<rect width='32' height='32' rx='6' fill='{LIGHT.ink}'/>"
    + _ARCS.format(width=3.4, cooperation=DARK.cooperation, conflict=DARK.conflict)
    + "<circle cx='25' cy='15' r='4' fill='#fff'/></svg>"
)

_CSS = """<style>
:root {{ --paper: {0.paper}; --ink: {0.ink}; --muted: {0.muted}; --line: {0.line}; --place: {0.place};
  --cooperation: {0.cooperation}; --conflict: {0.conflict};
  --cooperation-text: {0.cooperation_text}; --conflict-text: {0.conflict_text};
  --serif: 'Source Serif', Georgia, serif; }}
.stMainBlockContainer {{ padding-left: 2rem; padding-right: 2rem; }}
/* The name in the theme's own letters, which a picture could not use. */
:is(div, button):has(> .stLogo)::after {{ content: "Entente"; font: 640 1.6rem/1 var(--serif); color: var(--ink);
  margin-left: .45rem; }}
:is(div, button):has(> .stLogo) {{ display: flex; align-items: center; text-decoration: none; }}
.stAppHeader {{ border-bottom: 1px solid var(--line); }}
.stDeckGlJsonChart canvas {{ mask: linear-gradient(90deg, #0000, #000 14px calc(100% - 14px), #0000),
  linear-gradient(#0000, #000 14px calc(100% - 14px), #0000); mask-composite: intersect; }}
.stDeckGlJsonChart [data-testid=stElementToolbar] {{ display: none; }}
.st-key-legend {{ flex-wrap: nowrap; }}
.st-key-timeline {{ min-height: 12rem; }}
.st-key-timeline [data-testid=stElementToolbar] {{ display: none; }}
.st-key-timeline-head button {{ min-height: 2rem; padding: 0 .4rem; }}
/* Said to a screen reader, seen as an icon. */
:is(.st-key-play-earlier, .st-key-play-later, .st-key-timeline-settings) button p {{ position: absolute;
  width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }}
.st-key-filters .stPopover button {{ max-width: 19rem; }}
.stButtonGroup [data-selected=true] {{ color: var(--ink) !important; }} /* hovered, too */
.st-key-mapframe {{ position: relative; }}
.st-key-mapframe > .st-key-map_buttons {{ position: absolute; right: 0; bottom: .6rem; width: auto; z-index: 1; }}
/* The tables' own download would hand a spreadsheet whatever an article wrote; ours is the button beside them. */
[data-testid=stElementToolbarButton]:has([aria-label^="Download as CSV"]) {{ display: none; }}
.entente {{ font-size: .9rem; line-height: 1.45; color: var(--ink); overflow-wrap: break-word; }}
.entente .muted, .entente.muted {{ color: var(--muted); font-size: .84rem; }}
.entente h1 {{ font: 620 clamp(1.4rem, 1rem + 1.7vw, 1.9rem)/1.15 var(--serif); letter-spacing: -.01em;
  text-wrap: balance;
  margin: 0 0 .3rem; padding: 0; }}
.entente h2 {{ font: 620 1.3rem/1.2 var(--serif); margin: 0; padding: 0; }}
.entente p {{ margin: 0; }}
.entente.note {{ border-left: 3px solid var(--muted); padding: .1rem 0 .1rem .8rem; }}
.entente .legend {{ display: flex; flex-wrap: wrap; gap: .35rem 1.15rem; align-items: center;
  font-size: .82rem; color: var(--muted); }}
.entente .legend span {{ display: inline-flex; align-items: center; gap: .4rem; white-space: nowrap; }}
.entente .legend i {{ display: inline-block; }}
.entente .legend b {{ color: var(--ink); font-weight: 600; }}
.entente .arrow {{ width: 34px; height: 4px; border-radius: 2px; position: relative; margin-right: 6px;
  background: linear-gradient(90deg, color-mix(in srgb, var(--kind) 22%, transparent), var(--kind)); }}
.entente .arrow::after {{ content: ""; position: absolute; right: -7px; top: -4px; border: 6px solid transparent;
  border-left: 9px solid var(--kind); border-right: 0; }}
.entente .width {{ background: var(--muted); border-radius: 2px; width: 16px; }}
.entente .place {{ border-radius: 50%; background: var(--place); width: 9px; height: 9px; opacity: .7; }}
.cooperation {{ --kind: var(--cooperation); --kind-text: var(--cooperation-text); }}
.conflict {{ --kind: var(--conflict); --kind-text: var(--conflict-text); }}
.neutral {{ --kind: var(--muted); --kind-text: var(--muted); }}
.entente.neutral .act, [data-testid=stCaptionContainer] p {{ color: color-mix(in srgb, var(--ink) 75%, var(--paper)); }}
.entente .card {{ border-top: 1px solid var(--line); margin-top: .35rem; padding: .65rem 0 0; }}
.entente blockquote {{ font: 430 1.02rem/1.5 var(--serif); margin: .45rem 0 .35rem; padding: 0; border: 0;
  color: var(--ink); }}
.entente.wrong .chip, .entente.wrong .muted {{ opacity: .75; text-decoration: line-through; }}
.entente.wrong b {{ display: inline-block; text-decoration: none; }}
.entente .chip {{ font-weight: 600; font-size: .76rem; padding: .1rem .45rem; border-radius: 3px;
  color: var(--kind-text); background: color-mix(in srgb, var(--kind) 13%, transparent); margin-right: .35rem; }}
.entente .source {{ border-bottom: 2px solid color-mix(in srgb, var(--kind) 38%, transparent); }}
.entente .target {{ border-bottom: 2px solid var(--kind); }}
.entente .act {{ background: color-mix(in srgb, var(--kind) 20%, transparent); border-radius: 2px; }}
.entente .origin {{ margin: .25rem 0 1rem; }}
.entente a {{ color: inherit; }}
.entente.article {{ font: 430 1.05rem/1.6 var(--serif); white-space: pre-line; }}
.entente .mention {{ background: color-mix(in srgb, var(--place) 22%, transparent); border-radius: 2px;
  padding: .05em .1em; }}
[class*=st-key-title-] button {{ min-height: 1.6rem; padding: 0 .25rem; }}
.st-key-ways button {{ justify-content: stretch; }}
[class*=st-key-open-] button {{ min-height: 1.6rem; padding: 0; margin-bottom: .5rem; text-decoration: underline;
  text-underline-offset: .2em; text-decoration-color: var(--line); }}
.st-key-ways button :is(div, span, p) {{ width: 100%; }}
.st-key-ways button p {{ display: flex; justify-content: space-between; }}
.st-key-ways button p span {{ width: auto; }}
[class*=st-key-act-] {{ padding-bottom: .3rem; }}
[class*=st-key-mark-] button {{ min-height: 1.5rem; padding: 0 .5rem; }}
[class*=st-key-mark-] button :is(div, p) {{ font-size: .76rem; line-height: 1.3; }}
/* As high as what stands on the left, and scrolling in itself: no blank space under the map. */
@media (min-width: 1051px) {{
  .st-key-halves [data-testid=stColumn]:last-child {{ position: relative; }}
  .st-key-halves [data-testid=stColumn]:last-child:has(blockquote) {{ min-height: 40rem; }}
  .st-key-halves [data-testid=stColumn]:last-child > [data-testid=stVerticalBlock] {{ position: absolute; inset: 0; }}
  .st-key-halves [data-testid=stLayoutWrapper]:has(> .st-key-beside) {{ flex: 1 1 0; min-height: 0; }}
  .st-key-halves .st-key-beside {{ height: 100%; overflow-y: auto; padding-right: .6rem; }}
}}
/* Too narrow for two columns: the table and the sentences go below the map. */
@media (max-width: 1050px) {{ .st-key-halves [data-testid=stColumn] {{ min-width: 100%; }} }}
@media (max-width: 640px) {{
  .st-key-head > :has(> .st-key-headline) {{ min-width: 100%; }}
  .stMainBlockContainer {{ padding-left: 1.25rem; padding-right: 1.25rem; }}
  .st-key-filters > :has(.muted), .stDataFrame [data-testid=stElementToolbar] {{ display: none; }}
  /* deck.gl keeps swipes to itself; the page must move when a thumb starts on the map. */
  :is(#deckgl-wrapper, #deck-events-root, .deck-events-root) {{ touch-action: pan-y !important; }}
}}
</style>"""


def palette() -> Palette:
    """The colours that fit the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def dress(colours: Palette) -> None:
    """Put the CSS and, but for a map in a frame, the logo on the page."""
    st.html(_CSS.format(colours))
    if st.context.is_embedded:
        st.html("<style>.stAppHeader { display: none; }</style>")
    else:
        st.logo(_logo(colours), size="large")


def _logo(colours: Palette) -> str:
    arcs = _ARCS.format(width=2.9, cooperation=colours.cooperation, conflict=colours.conflict)
    return (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='4 5 26 22' height='32'>"
        f"{arcs}<circle cx='25' cy='15' r='3.6' fill='{colours.ink}'/></svg>"
    )
