"""One profile for all properties: the same examples in every run, no files left behind."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "guide", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("guide")
