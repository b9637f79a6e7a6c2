"""How much memory the program holds with a study open, beside a bare Qt window (in extra_info)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def held(what) -> list[float]:
    told = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "memory.py"), str(what)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    return [float(word) for word in told.stdout.split()]


@pytest.mark.benchmark(group="memory with a study open")
@pytest.mark.parametrize("study", ["made", "long_study", "made_large"])
def test_memory(benchmark, request, study):
    path = request.getfixturevalue(study)
    opened, everywhere = benchmark.pedantic(held, (path,), rounds=1)
    benchmark.extra_info["MB opened"] = opened
    benchmark.extra_info["MB after all rooms"] = everywhere
    print(f"\n{study}: {opened:.0f} MB opened, {everywhere:.0f} MB after all rooms")


@pytest.mark.benchmark(group="memory with a study open")
def test_memory_of_a_bare_window(benchmark):
    (size,) = benchmark.pedantic(held, ("bare",), rounds=1)
    benchmark.extra_info["MB"] = size
    print(f"\nbare Qt window: {size:.0f} MB")
