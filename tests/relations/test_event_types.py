from geo.relations import EVENT_TYPES


def quad_of(root):
    return 1 if root <= "05" else 2 if root <= "08" else 3 if root <= "13" else 4


def test_all_sixteen_event_types_are_there():
    assert len(EVENT_TYPES) == 16
    assert all(name == event_type.name for name, event_type in EVENT_TYPES.items())


def test_root_and_quad_fit_each_other():
    for event_type in EVENT_TYPES.values():
        assert event_type.quad == quad_of(event_type.root), event_type


def test_conflict_is_negative_and_cooperation_positive():
    for event_type in EVENT_TYPES.values():
        assert event_type.intensity > 0 if event_type.quad <= 2 else event_type.intensity <= 0, event_type


def test_an_accusation_is_no_friendly_act_whatever_the_manual_prints():
    assert EVENT_TYPES["ACCUSE"].intensity == -3
