import sys


def test_only_what_the_text_names(load):
    imports = load('imports').Imports(object, None, nothing)
    imports.early('')
    before = set(sys.modules)
    imports.early('import threading')
    assert set(sys.modules) == before
    imports.early('import logging')
    assert 'logging' in sys.modules


def test_queues_get_the_type(load):
    import queue
    plain = queue.SimpleQueue
    try:
        load('imports').Imports(Mine, None, nothing).early('from queue import Queue')
        assert queue.SimpleQueue is Mine
    finally:
        queue.SimpleQueue = plain


def test_event_loops_are_changed(load):
    """Their pools have queues, too."""
    import queue
    plain, seen = queue.SimpleQueue, []
    try:
        load('imports').Imports(Mine, seen.append, nothing).early('import asyncio')
        assert queue.SimpleQueue is Mine
    finally:
        queue.SimpleQueue = plain
    assert seen == [sys.modules['asyncio.selector_events']]


class Mine:
    pass


def nothing():
    pass


def test_the_usual(load):
    import queue
    plain, seen = queue.SimpleQueue, []
    try:
        load('imports').Imports(plain, None, lambda: seen.append(1)).usual()
    finally:
        queue.SimpleQueue = plain
    assert {'queue', 'random', 'concurrent.futures.thread', 'ast'} <= set(sys.modules)
    assert seen == [1]  # traceback
