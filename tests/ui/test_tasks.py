"""Results that come back: to whom, and to nobody."""

from functools import partial
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    problems = []
    tasks.problem.connect(problems.append)
    yield tasks
    tasks.close()
    assert problems == []


@pytest.mark.parametrize("kind", ["method", "lambda", "nested", "partial"])
def test_what_comes_back_for_a_deleted_widget_is_for_nobody(tasks, kind):
    label, go = QLabel("before"), Event()

    def inner(text):
        label.setText(text)

    callbacks = {
        "method": label.setText,
        "lambda": lambda text: label.setText(text),
        "nested": lambda text: inner(text),
        "partial": partial(inner),
    }
    tasks.read("words", lambda: go.wait(5) and "after", callbacks[kind])
    delete(label)
    go.set()
    tasks.wait()


def test_what_comes_back_for_a_living_widget_is_shown(tasks):
    label = QLabel("before")
    tasks.read("words", lambda: "after", lambda text: label.setText(text))
    tasks.wait()
    assert label.text() == "after"


def test_a_problem_for_a_deleted_widget_is_for_nobody_either(tasks):
    label = QLabel("before")

    def fail():
        raise ValueError("no")

    tasks.read("words", fail, label.setText, lambda _error: label.setText("failed"))
    delete(label)
    tasks.wait()
