"""From a cold start to a painted window on the sample study, beside a bare Qt window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def run(benchmark):
    """Time a process from its start until it says that its window is shown; its end is not."""
    begun = []

    def start(what):
        plain = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "benchmarks" / "cold_start.py"), str(what)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**plain, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            text=True,
        )
        begun.append(process)
        assert process.stdout.readline() == "shown\n"

    def end(_what):
        process = begun.pop()
        process.stdout.close()
        assert process.wait() == 0

    def measure(what):
        benchmark.pedantic(start, (what,), teardown=end, rounds=7, warmup_rounds=1)

    return measure


@pytest.mark.benchmark(group="window on screen from a cold start")
def test_cold_start_on_the_sample(run, sample):
    run(sample)


@pytest.mark.benchmark(group="window on screen from a cold start")
def test_baseline_bare_qt_window(run):
    run("bare")
