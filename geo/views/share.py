"""A button that copies the page's address, and the snippet that puts the map on another page."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

_HTML = """
<button type="button">Copy link</button>
<span role="status"></span>
<input aria-label="Address of this view" readonly hidden>
"""

_CSS = """
:host, div { font-family: var(--st-font); font-size: .9rem; }
button { font: inherit; color: var(--st-text-color); background: none; border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius); padding: .25rem .75rem; height: 2.5rem; cursor: pointer;
  white-space: nowrap; }
button:hover { border-color: var(--st-primary-color); }
button:focus-visible, input:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
span:not(:empty) { margin-left: .5rem; color: var(--st-gray-text-color); font-size: .84rem; }
input { font: inherit; width: 100%; box-sizing: border-box; margin-top: .4rem; padding: .3rem .5rem;
  color: var(--st-text-color); background: var(--st-secondary-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
[hidden] { display: none; }
"""

# Without a secure connection a browser has no clipboard: then the address stands there, ready to be copied by hand.
_SCRIPT = """
export default function ({ parentElement }) {
  const [button, said, field] = ["button", "span", "input"].map((name) => parentElement.querySelector(name))
  button.onclick = async () => {
    const address = new URL(window.location.href)
    address.pathname = address.pathname.replace("/~/+", "") // where the host shows the app in a frame of its own
    try {
      await navigator.clipboard.writeText(address.href)
      said.textContent = "Copied"
      setTimeout(() => { said.textContent = "" }, 4000)
    } catch {
      said.textContent = "Copy this address:"
      field.value = address.href
      field.hidden = false
      field.select()
    }
  }
}
"""

_HEIGHT = 640  # pixels of the frame


def share(*, embeddable: bool = False) -> None:
    """Copy link, and for the map the snippet."""
    with st.container(horizontal=True, vertical_alignment="top", gap="small", width="content", key="share"):
        st.components.v2.component("copy_link", html=_HTML, css=_CSS, js=_SCRIPT)(key="copy-link")
        if embeddable:
            with st.popover("Embed", icon=":material/code:"):
                st.html("<div class='entente'>To put this map on a page of your own:</div>")
                st.code(snippet(here(embed="true")), language="html", wrap_lines=True)


def here(**more: str) -> str:
    """The address of the present view, with more parameters if any are given."""
    asked = {key: st.query_params.get_all(key) for key in st.query_params} | {key: [more[key]] for key in more}
    query = urlencode(asked, doseq=True)
    return (st.context.url or "") + (f"?{query}" if query else "")


def snippet(address: str) -> str:
    """HTML that shows an address in a frame."""
    return (
        f'<iframe src="{escape(address)}" title="Entente: who acts towards whom" width="100%" height="{_HEIGHT}" '
        'style="border: 0" loading="lazy"></iframe>'
    )
