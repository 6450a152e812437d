"""Measure a command as its user meets it: a fresh process, its time and its greatest memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MEBIBYTE = 1 << 20
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""A user's Python keeps what it compiled; where it may not, each run would compile all modules that changed anew."""
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in one unit of ``ru_maxrss``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What several runs of one command took."""

    seconds: float
    """The median, from start to end of the process."""
    cpu: float
    """The median of the processor's seconds: what stays the same while others use the machine too."""
    peak: float
    """The greatest resident memory of any run, in MiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A promise, and what was measured of it."""

    promise: str
    value: float
    limit: float
    unit: str

    @property
    def holds(self) -> bool:
        """Whether the value is within its limit."""
        return self.value <= self.limit

    def __str__(self) -> str:
        verdict = "holds " if self.holds else "MISSED"
        return f"  {verdict}  {self.promise:<58} {self.value:8.2f} {self.unit:<5} at most {self.limit:g}"


class CommandFailedError(Exception):
    """A command that was to be measured did not do its work."""


def side_by_side(commands: Mapping[str, Sequence[str]], *, runs: int, cwd: Path) -> dict[str, Measurement]:
    """Return what each command takes, by its name; they run in turns, so that a busy minute strikes all alike.

    Raises:
        CommandFailedError: a command did not end with 0.
    """
    taken: dict[str, list[Measurement]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(run_once(command, cwd=cwd))
    return {
        name: Measurement(
            seconds=median(run.seconds for run in each),
            cpu=median(run.cpu for run in each),
            peak=max(run.peak for run in each),
        )
        for name, each in taken.items()
    }


def run_once(command: Sequence[str], *, cwd: Path) -> Measurement:
    """Return what one run of ``command`` takes; its output is kept only to explain a failure."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            words = output.read().decode(errors="replace")[-2000:]
            raise CommandFailedError(f"{' '.join(command)}\nended with {process.returncode}:\n{words}")
    cpu = usage.ru_utime + usage.ru_stime
    return Measurement(seconds=seconds, cpu=cpu, peak=usage.ru_maxrss * _MAXRSS_UNIT / MEBIBYTE)


def table(title: str, measurements: Mapping[str, Measurement]) -> str:
    """Return ``measurements`` as lines for a reader."""
    lines = [f"{title:<44} {'time':>9} {'processor':>9} {'memory':>9}"]
    lines += [
        f"  {name:<42} {each.seconds:7.3f} s {each.cpu:7.3f} s {each.peak:5.0f} MiB"
        for name, each in measurements.items()
    ]
    return "\n".join(lines)
