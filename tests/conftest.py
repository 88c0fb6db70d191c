"""What all tests share."""

from hypothesis import settings

# No test asserts a time, not even how long an example takes on a busy machine.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
