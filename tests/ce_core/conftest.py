"""What all tests of ce_core share."""

from hypothesis import settings

settings.register_profile("ce_core", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("ce_core")
