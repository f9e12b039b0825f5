"""The sentence that tells an act, as it stands in the article."""

from collections.abc import Sequence

from geo.relations.layout import Span


def evidence(sentences: Sequence[Span], source: Span, target: Span, trigger: Span | None) -> Span:
    """The sentence that holds the trigger, widened to its neighbours until source and target stand in it too.

    Args:
        sentences: of the window, in text order.
        source: where the source is mentioned.
        target: where the target is mentioned.
        trigger: the word that names the act; without one the two mentions decide alone.
    """
    needed = [span for span in (source, target, trigger) if span]
    start, end = min(first for first, _ in needed), max(last for _, last in needed)
    held = [span for span in sentences if span[1] > start and span[0] < end]
    return held[0][0], held[-1][1]
