"""From a cold start to a painted window on the sample study, beside a bare Qt window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def start(what):
    plain = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "benchmarks" / "cold_start.py"), str(what)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**plain, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    said = process.stdout.readline()
    process.stdout.close()
    process.wait()
    assert said == "shown\n"


@pytest.mark.benchmark(group="window on screen from a cold start")
def test_cold_start_on_the_sample(benchmark, sample):
    benchmark.pedantic(start, (sample,), rounds=7, warmup_rounds=1)


@pytest.mark.benchmark(group="window on screen from a cold start")
def test_baseline_bare_qt_window(benchmark):
    benchmark.pedantic(start, ("bare",), rounds=7, warmup_rounds=1)
