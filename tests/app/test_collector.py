import gc
import threading

import pytest

from app.collector import without_collection


def fail_inside():
    with without_collection():
        assert not gc.isenabled()
        raise KeyError


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was_also_after_an_error(on):
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with pytest.raises(KeyError):
            fail_inside()
        assert gc.isenabled() == on
    finally:
        (gc.enable if was else gc.disable)()


def test_threads_that_overlap_never_leave_it_off():
    first_in, second_in = threading.Event(), threading.Event()

    def first():
        with without_collection():
            first_in.set()
            second_in.wait(5)

    gc.enable()
    thread = threading.Thread(target=first)
    thread.start()
    first_in.wait(5)
    with without_collection():
        second_in.set()
        thread.join(5)
    assert gc.isenabled()
