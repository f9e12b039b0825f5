from geo.views.share import snippet


def test_the_snippet_is_a_frame_that_shows_the_address():
    assert '<iframe src="https://map.example/?quad=1&amp;embed=true" ' in snippet("https://map.example/?quad=1&embed=true")


def test_an_address_can_not_break_out_of_the_snippet():
    assert '"><script>' not in snippet('https://map.example/?words="><script>')
