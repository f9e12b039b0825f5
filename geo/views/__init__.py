"""Streamlit panels. Each is a function of what it shows and of the address, and knows of no other.

`address` holds the state: panels read it, and their callbacks write to it. Words stand in `words`, CSS in
`style`, and `marking` is the only way for an article's text into HTML.
"""
