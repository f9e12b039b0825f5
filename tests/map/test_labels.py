from geo.map.frame import fit
from geo.map.labels import Dot, place

CUBA, HAITI = (-82.4, 23.1), (-72.3, 18.5)
FRAME = fit([CUBA, HAITI], 900, 480)


def dot(name, where, acts=1, *, strong=False):
    return Dot(name, name, where, 3, acts, strong)


def names(dots, ink=(), frame=FRAME):
    return [label.dot.name for label in place(dots, ink, frame, 12)]


def test_names_with_room_are_all_written():
    assert names([dot("Cuba", CUBA), dot("Haiti", HAITI)]) == ["Cuba", "Haiti"]


def test_where_names_crowd_the_one_with_most_acts_finds_room_first():
    crowd = [dot(f"Republic {number}", (-82.4 + number / 50, 23.1), acts=number) for number in range(20)]
    written = names(crowd)
    assert written[0] == "Republic 19"
    assert len(written) < len(crowd)


def test_the_selected_name_comes_before_all_others():
    assert names([dot("Haiti", HAITI, acts=90), dot("Cuba", CUBA, strong=True)])[0] == "Cuba"


def test_a_name_keeps_off_the_arcs():
    right_of_cuba = [(-82.4 + step / 10, 23.1) for step in range(1, 60)]
    label, = place([dot("Cuba", CUBA)], right_of_cuba, FRAME, 12)
    assert label.anchor != "start" or label.offset[1] != 0


def test_a_name_at_the_edge_is_written_towards_the_middle():
    frame = fit([CUBA], 900, 480)
    edge = (frame.longitude + 0.499 * frame.width / frame.scale * 360, frame.latitude)
    label, = place([dot("Edge of the world", edge)], [], frame, 12)
    assert label.anchor == "end"
