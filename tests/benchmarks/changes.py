"""Twenty changes of the filters, as addresses, each from the one before."""

CHANGES = (
    "country=RUS", "country=USA", "source=USA", "target=RUS", "between=RUS&between=USA", "quad=1", "quad=3&quad=4",
    "type=SANCTION", "context=military", "context=economic&quad=2", "status=asserted&status=alleged&status=negated",
    "confidence=0.9", "least=5", "from=2020-01-01", "to=2018-06-30", "from=2019-01-01&to=2019-12-31",
    "from=2021-03-01&to=2021-05-31", "country=RUS&quad=4", "source=RUS&from=2019-01-01", "",
)  # fmt: skip
