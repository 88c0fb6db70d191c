"""What only the running start shows: a preset that moves the slider."""


def test_a_preset_moves_the_slider_and_the_reader_moves_it_on(chapter):
    home = chapter("home")
    home.click("try.ruled_out")
    assert "<dd>∞<small>nats" in home.html
    home.slide("given_probability", 50)
    assert "<dd>0.693" in home.html
