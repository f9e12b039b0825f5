from geo.map.frame import fit
from geo.map.labels import Dot, place
from geo.map.plane import point

CUBA, HAITI = point((-82.4, 23.1)), point((-72.3, 18.5))
FRAME = fit([CUBA, HAITI], 900, 480)
FRAMES = [FRAME.nearer(times) for times in (1, 2, 4, 8)]


def dot(name, where, acts=1, *, strong=False, code="XXX"):
    return Dot(code, name, where, 3, acts, strong)


def crowd(count, step=0.02):
    return [dot(f"Republic {number}", (CUBA[0] + number * step, CUBA[1]), acts=number) for number in range(count)]


def names(dots, ink=(), frames=FRAMES[:1]):
    return [label.dot.name for label in place(dots, ink, frames)]


def box(label, frame):
    x, y = frame.pixel(label.dot.point)
    width = len(label.dot.name) * 6
    left = x + label.offset[0] - width * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    return left, y + label.offset[1] - 6, left + width, y + label.offset[1] + 6


def meet(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_names_with_room_are_all_written():
    assert names([dot("Cuba", CUBA), dot("Haiti", HAITI)]) == ["Cuba", "Haiti"]


def test_where_names_crowd_the_one_with_most_acts_finds_room_first():
    written = names(crowd(20))
    assert written[0] == "Republic 19"
    assert len(written) < 20


def test_the_selected_name_comes_before_all_others():
    assert names([dot("Haiti", HAITI, acts=90), dot("Cuba", CUBA, strong=True)])[0] == "Cuba"


def test_a_name_keeps_off_the_arcs():
    right_of_cuba = [(CUBA[0] + step / 60, CUBA[1]) for step in range(1, 60)]
    label, = place([dot("Cuba", CUBA)], right_of_cuba, FRAMES[:1])
    assert label.anchor != "start" or label.offset[1] != 0


def test_a_name_at_the_edge_is_written_towards_the_middle():
    edge = (FRAME.east + 0.499 * FRAME.width / FRAME.scale, FRAME.north)
    label, = place([dot("Edge of the world", edge)], [], FRAMES[:1])
    assert label.anchor == "end"


def test_a_nearer_zoom_has_room_for_more_names():
    labels = place(crowd(20), [], FRAMES)
    levels = [label.level for label in labels]
    assert levels.count(0) < len(labels)
    assert max(levels) > 0


def test_names_never_meet_at_their_own_zoom_or_any_nearer_one():
    labels = place(crowd(30, step=0.05), [], FRAMES)
    for level, frame in enumerate(FRAMES):
        seen = [box(label, frame) for label in labels if label.level <= level]
        assert not any(meet(a, b) for number, a in enumerate(seen) for b in seen[:number])


def test_places_are_named_once_one_has_come_nearer():
    town = dot("Santiago de Cuba", point((-75.8, 20.0)), acts=500, code="")
    levels = {label.dot.name: label.level for label in place([town, dot("Cuba", CUBA)], [], FRAMES)}
    assert levels == {"Cuba": 0, "Santiago de Cuba": 1}
