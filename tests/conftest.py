"""What every test may ask for: a desk of its own, and no trace in the home of whoever runs the tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from front_door import Desk
from hypothesis import HealthCheck, settings

# No law is broken by a busy machine; and a run that asks for every test tries the same examples each time.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("COMMENT_KIT_ALL_TESTS")),
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _no_trace_at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the kit remember what it wrote and learned in a folder of this run alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return an empty folder in which commands run."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)
