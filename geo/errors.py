"""What can go wrong, each with a sentence that names the thing, the place and the mend.

    EntenteError
    ├── ArticleError    an article that can't be read
    ├── TableError      a table of names that can't be used
    ├── ModelError      the reader's model file is missing or damaged
    └── StoreError      a store that can't be opened or written
"""  # noqa: D208 (a tree is indented)


class EntenteError(ValueError):
    """The root of all errors that Entente raises on purpose."""


class ArticleError(EntenteError):
    """An article that can't be read."""


class TableError(EntenteError):
    """A table of names that can't be used."""


class ModelError(EntenteError):
    """The reader's model file is missing or damaged."""


class StoreError(EntenteError):
    """A store that can't be opened or written."""
