"""Buttons on the map: nearer, farther, all that is shown, and flat or tilted.

Streamlit tells Python neither zoom nor place of the map, so nearer and farther stay in the browser: the buttons press
the keys that deck.gl itself listens to. The other two come to Python.
"""

import streamlit as st

from geo.views import address

_HTML = """
<div class="buttons" role="group" aria-label="Map">
  <button type="button" data-press="Equal" aria-label="Zoom in" title="Zoom in">+</button>
  <button type="button" data-press="Minus" aria-label="Zoom out" title="Zoom out">−</button>
  <button type="button" data-ask="fit" aria-label="Fit to what is shown" title="Fit to what is shown">⤢</button>
  <button type="button" data-ask="tilt" aria-label="Map in 3-D" title="Map in 3-D">3-D</button>
</div>
"""

_CSS = """
.buttons { display: flex; flex-direction: column; border-radius: 4px; overflow: hidden;
  border: 1px solid var(--st-border-color); background: var(--st-background-color); }
button { all: unset; box-sizing: border-box; width: 2.2rem; height: 2.1rem; text-align: center; cursor: pointer;
  font: 600 1rem/2.1rem var(--st-font); color: var(--st-text-color); }
button + button { border-top: 1px solid var(--st-border-color); }
button[data-ask=tilt] { font-size: .75rem; }
button:hover, button[aria-pressed=true] { background: var(--st-secondary-background-color); }
button[aria-pressed=true] { box-shadow: inset 3px 0 var(--st-text-color); }
@media (max-width: 640px) {
  .buttons { flex-direction: row; }
  button + button { border-top: 0; border-left: 1px solid var(--st-border-color); }
}
button:focus-visible { outline: 2px solid var(--st-text-color); outline-offset: -2px; }
"""

_SCRIPT = """
export default function ({ parentElement, setTriggerValue, data }) {
  for (const button of parentElement.querySelectorAll("button")) {
    const { press, ask } = button.dataset
    if (ask === "tilt") button.setAttribute("aria-pressed", String(data.tilted))
    button.onclick = () => {
      if (ask) return setTriggerValue(ask, true)
      const map = document.querySelector(".st-key-map .deck-events-root")
      map?.dispatchEvent(new KeyboardEvent("keydown", { code: press }))
    }
  }
}
"""


def buttons(*, tilted: bool) -> None:
    """The four buttons.

    Args:
        tilted: whether the map is.
    """

    def tilt() -> None:
        address.go(view="flat" if tilted else "3d")

    component = st.components.v2.component("map_buttons", html=_HTML, css=_CSS, js=_SCRIPT)
    component(key="map_buttons", data={"tilted": tilted}, on_fit_change=_refit, on_tilt_change=tilt)


def refits() -> int:
    """How often the reader has asked to fit the map to what is shown."""
    return int(st.session_state.get("refits", 0))


def _refit() -> None:
    st.session_state["refits"] = refits() + 1
