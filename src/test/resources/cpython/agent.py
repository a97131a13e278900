"""A host that plays what its argument names: `deadlock` takes two locks in both orders, `builtin`
keeps the GIL in one call. It tells its threads and answers orders, a line each."""
import sys
import threading
import time

tell = threading.Lock()
first, second = threading.Lock(), threading.Lock()
both = threading.Barrier(2)
main = threading.get_native_id()
tids = {}


def say(*words):
    with tell:
        print(*words, sep="\t", flush=True)


def take(name, one, other):
    tids[name] = threading.get_native_id()
    say("began", tids[name], name)
    with one:
        both.wait()
        with other:
            pass


def deadlock():
    threads = [
        threading.Thread(target=take, args=("one", first, second)),
        threading.Thread(target=take, args=("two", second, first)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def builtin():
    sum(range(10**10))


def orders():
    for order in sys.stdin:
        if order == "go\n":
            go.set()
        elif order == "look\n" and "two" in tids:
            say("row", tids["one"], "lock", "Lock second", "agent.py:27", tids["two"], "")
            say("row", tids["two"], "lock", "Lock first", "agent.py:27", tids["one"], "")
            say("row", main, "join", "thread one", "agent.py:38", tids["one"], "")
            say("answered")
        elif order == "stop\n":
            say("noted", tids["one"], "lock", since, 0, "take", tids["two"])
            say("exiting", time.monotonic_ns())


go = threading.Event()
threading.Thread(target=orders, daemon=True).start()
say("began", main, "main")
go.wait()
since = time.monotonic_ns()
say("playing")
globals()[sys.argv[1]]()
