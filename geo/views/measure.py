"""How wide the map may be: Streamlit doesn't tell Python, so a small component asks the browser."""

import streamlit as st

from geo.map.frame import PHONE

_WIDE, _NARROW = 936, 350  # pixels: what is assumed until the browser has answered
_STEP = 20  # pixels: a scroll bar that comes or goes shall not draw the map anew

_SCRIPT = """
export default function ({ parentElement, setStateValue, data }) {
  const element = parentElement.host ?? parentElement
  const width = Math.floor(element.getBoundingClientRect().width / data.step) * data.step
  if (width > 0 && width !== data.width) setStateValue("width", width)
}
"""


def width() -> int:
    """Pixels that the present container is wide; a guess in a session's first run."""
    known = _known()
    ruler = st.components.v2.component("ruler", js=_SCRIPT)
    answer = ruler(key="ruler", data={"width": known, "step": _STEP}, on_width_change=_nothing).width
    if answer and answer != known:
        st.session_state["width"] = int(answer)
        st.rerun()
    return known


def is_phone() -> bool:
    """Whether the page is so narrow that its parts stand below each other, as far as known."""
    return _known() < PHONE


def _known() -> int:
    if "width" not in st.session_state:
        phone = "Mobi" in (st.context.headers.get("User-Agent") or "")
        st.session_state["width"] = _NARROW if phone else _WIDE
    return int(st.session_state["width"])


def _nothing() -> None:
    """Streamlit asks for a callback; the answer is taken in the run that follows."""
