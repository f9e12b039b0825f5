"""What comes in: one `Article` for each news text, whatever form it was written in.

The door is `read_articles`; `language_of` and `is_english` tell which articles relations can be read from.
A form has a module of its own: `plain_text`, `json_lines`, `csv_table`.
"""

from geo.articles.article import Article
from geo.articles.language import is_english, language_of
from geo.articles.reading import read_articles

__all__ = ["Article", "is_english", "language_of", "read_articles"]
