"""Sentences about what could not be honoured, above everything else."""

from collections.abc import Sequence
from html import escape

import streamlit as st


def notes(sentences: Sequence[str]) -> None:
    """Show them; they may repeat what anybody wrote into an address, so every character is escaped."""
    if not sentences:
        st.empty()  # in their place, lest all below be drawn anew when a note comes or goes
    else:
        lines = "<br>".join(escape(sentence) for sentence in sentences)
        st.html(f"<div class='entente note' role='status'>{lines}</div>")
