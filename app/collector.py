"""The garbage collector, kept from going through what is only just being made and all stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Make many thousand objects without their being looked through again and again.

    Whoever finds the collector on puts it on again, so that it is never left off; where the
    window collects by itself, it is off already and stays so. Any thread may be in here.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
