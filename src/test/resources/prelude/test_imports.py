import sys


def test_only_what_the_text_names(load):
    imports = load('imports').Imports(object)
    imports.early('')
    before = set(sys.modules)
    imports.early('import threading')
    assert set(sys.modules) == before
    assert 'traceback' in before  # for the first uncaught exception
    imports.early('import logging')
    assert 'logging' in sys.modules


def test_queues_get_the_type(load):
    import queue
    plain = queue.SimpleQueue
    try:
        load('imports').Imports(Mine).early('from queue import Queue')
        assert queue.SimpleQueue is Mine
    finally:
        queue.SimpleQueue = plain


class Mine:
    pass


def test_the_usual(load):
    import queue
    plain = queue.SimpleQueue
    try:
        load('imports').Imports(plain).usual()
    finally:
        queue.SimpleQueue = plain
    assert {'queue', 'random', 'concurrent.futures.thread', 'ast', 'traceback'} <= set(sys.modules)
