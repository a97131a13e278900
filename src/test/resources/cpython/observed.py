"""Tells its threads on standard output, waits for a line, and runs: two threads compute for some
seconds, one sleeps, one waits for a lock. Then each computing thread's own account of its time."""
import sys
import threading
import time

SECONDS = float(sys.argv[1])
tell = threading.Lock()


def say(*words):
    with tell:
        print(*words, flush=True)


def counted():
    tid = threading.get_native_id()
    with open("/proc/self/task/%d/schedstat" % tid) as file:
        ready = int(file.read().split()[1])
    return time.monotonic_ns(), time.thread_time_ns(), ready


def compute():
    say("began", threading.get_native_id(), threading.current_thread().name)
    wall, cpu, ready = counted()
    x = 0
    while time.monotonic() < end:
        for i in range(20_000):
            x = (x * 31 + i) % 1_000_003
    wall2, cpu2, ready2 = counted()
    gil = (wall2 - wall) - (cpu2 - cpu) - (ready2 - ready)
    accounts.append((threading.get_native_id(), wall, wall2, gil / (wall2 - wall)))


def sleep():
    say("began", threading.get_native_id(), "sleeper")
    time.sleep(SECONDS)


def wait():
    say("began", threading.get_native_id(), "waiter")
    with held:
        pass


accounts = []
held = threading.Lock()
say("began", threading.get_native_id(), "main")
sys.stdin.readline()
end = time.monotonic() + SECONDS
held.acquire()
threads = [threading.Thread(target=compute, name="cpu%d" % i) for i in (1, 2)]
threads += [threading.Thread(target=sleep), threading.Thread(target=wait)]
for thread in threads:
    thread.start()
for thread in threads[:3]:
    thread.join()
held.release()
threads[3].join()
for account in accounts:
    say("account", *account)
