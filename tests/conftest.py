"""One profile for all properties (the same examples in every run), and one build of the real site."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from site_build import ROOT, build

settings.register_profile(
    "guide", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("guide")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("built") / "site"
    result = build(ROOT, target)
    assert result.returncode == 0, result.stdout + result.stderr
    return target
