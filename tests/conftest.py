"""How hard hypothesis tries, chosen by the environment: ``HYPOTHESIS_PROFILE=patience pytest``."""

import os

from hypothesis import settings

# No deadlines: how long a thing takes is a question for bench/, never for a test.
settings.register_profile("dev", max_examples=20, deadline=None)
settings.register_profile("smoke", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("patience", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
