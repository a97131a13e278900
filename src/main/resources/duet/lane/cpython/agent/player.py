"""One script from the order to play it to its end."""

import os
import sys
import time
from _thread import allocate_lock, get_native_id, start_new_thread
from os import _exit as end_process  # as it is

GRACE_SECONDS = 0.3
FAILED = 1
SEED = 'PYTHONHASHSEED'


class Player:
    """Talks with Duet, and plays."""

    def __init__(self, lane, folder, load):
        """
        lane -- the lane's id
        folder -- where the agent's files are
        load -- loads a module by its name
        """
        wire = load('wire')
        self._explores = sys.argv[2:3] == ['explores']
        self._key = key = wire.exactly(int(sys.argv[3]) if self._explores else wire.ORDERS, 16)
        tag = key[:8].hex()
        self.folder = folder
        self._load = load
        self._tag = tag
        self._lane = lane
        self._orders = wire.Orders(wire.ORDERS)
        self.messages = wire.Messages(tag, lane)
        for fd in wire.ORDERS, wire.MESSAGES:
            os.set_inheritable(fd, False)
        self._pid = os.getpid()
        self._over = allocate_lock()
        self._reported = allocate_lock()
        self._failure = ''
        self._may_go = allocate_lock()
        self._start = self._go = self._cpu = 0

    def live(self):
        """Lives the whole life of this process, up to what Python does at its end."""
        try:
            os.setpgid(0, 0)  # Ctrl-C at the terminal is for Duet, which tells this process
        except OSError:
            pass  # it leads a session already
        if sys.argv[2:] == ['confined']:
            self._load('seal').close(os.path.join(self.folder, 'seal'))
        python = self._load('python').Python(self, self._load)
        self._python = python
        self.began(get_native_id(), 'main')
        if self._explores:
            self._explore(sys.argv[4] == 'any')
            return
        self.messages.tell('hello', runtime=python.name())
        order = self._orders.next()
        if order is not None and order['kind'] == 'again':
            order = self._orders.next()  # a Python cannot be made new, so it plays one script only
        if order is not None and order['kind'] == 'explore':
            if sys.flags.hash_randomization and not sys.argv[2:]:
                self._start_to_explore(order['switches'])
            self._explore(order['switches'] == 'any')
        if order is None or order['kind'] == 'explore':
            return
        problem = python.compile(order)
        if problem:
            self.messages.tell('outcome', outcome='rejected', wall_s=0.0, message=problem)
            return
        self._may_go.acquire()
        start_new_thread(self._listen, ())
        self.messages.tell('ready')
        self._may_go.acquire()
        self._await(self._start)
        status = python.run()
        if os.getpid() == self._pid:
            self._end()
            status = status or (FAILED if self._failure else 0)
        python.finish_streams()
        sys.exit(status)

    def _start_to_explore(self, switches):
        """Becomes a Python in which sets of strings have the same order each time."""
        end, start = os.pipe()
        os.write(start, self._key)
        for fd in end, *self._load('wire').PIPES:
            os.set_inheritable(fd, True)
        agent = os.path.join(self.folder, 'agent.py')
        os.execve(sys.executable, [sys.executable, agent, self._lane, 'explores', str(end), switches],
                  {**os.environ, SEED: '0'})

    def _explore(self, every_access):
        """Plays schedules of one script as long as they are ordered."""
        if self._explores:
            del os.environ[SEED]  # the script did not get it from the user
        load = self._load.exploring()
        exploring = load('exploring').Exploring(
            load, self._load, (allocate_lock, start_new_thread), every_access)
        order = self._orders.next()
        problem = exploring.compile(order['file'], order['text'], order['arguments'])
        if problem:
            self.messages.tell('outcome', outcome='rejected', wall_s=0.0, message=problem)
            return
        self.messages.tell('ready')
        start = self.messages.start('schedule')
        while (order := self._orders.next()) is not None and order['kind'] == 'schedules':
            for plan in order['plans']:
                self.messages.send(f'{start},{exploring.play(plan, order.get("detail"))}}}')
        end_process(0)  # threads of a schedule may still be there

    def _await(self, moment):
        while (left := moment - time.monotonic_ns()) > 0:
            self._python.plain_sleep(left / 1e9)
        self._go = moment if abs(left) < 5_000_000_000 else time.monotonic_ns()
        self._python.begin(self._go)
        self._cpu = time.process_time_ns() + children_nanos()

    # -- what the script tells

    def failed(self, text):
        """Something has failed in the script. The first failure is kept."""
        if not self._failure:
            self._failure = text

    def began(self, tid, name):
        """A thread has begun, or has a new name."""
        if os.getpid() == self._pid:
            self.messages.tell('began', tid=tid, thread=name)

    def child_facts(self):
        """What a child process that starts anew has to know."""
        return self._tag, self._lane, str(self._go)

    # -- the end

    def leave(self, exit_now, status):
        """The script ends its process at once: reports first."""
        self._python.finish_streams()
        if os.getpid() == self._pid:
            self._report()
        exit_now(status)

    def _end(self):
        self._over.acquire(False)
        self._python.finish_streams()
        self._report()

    def _report(self):
        """Tells what threads waited for, and what the script has used; once."""
        if not self._reported.acquire(False):
            return
        end = time.monotonic_ns()
        used = time.process_time_ns() + children_nanos() - self._cpu
        waits = self._python.waits()
        self.messages.tell(
            'answer', good=True, text=waits, items=[], at=0, wall_s=0.0)
        try:
            os.write(2, b'duet: all is written\n')
        except OSError:
            pass  # the script has closed it
        self.messages.tell(
            'exiting', wall_s=max(0, end - self._go) / 1e9, cpu_s=used / 1e9,
            failure=self._failure)

    # -- a thread of its own

    def _listen(self):
        """Does what Duet orders while the script runs. It waits for the next order without the
        GIL."""
        self._python.own_threads.add(get_native_id())
        while True:
            order = self._orders.next()
            if order is None:
                os.killpg(os.getpgrp(), 9)  # Duet is gone; nothing outlives it
            kind = order['kind']
            if kind == 'go':
                self._start = order['at']
                self._may_go.release()
            elif kind == 'look':
                self.messages.tell('answer', good=True, text='', items=self._python.look(), at=0,
                                    wall_s=0.0)
            elif kind == 'cancel':
                os.kill(self._pid, 2)
                self._await_end()
            elif kind == 'stop':
                self._python.finish_streams()
                self._report()
                os._exit(FAILED)

    def _await_end(self):
        """Gives the script a moment for its `finally` blocks."""
        end = time.monotonic() + GRACE_SECONDS
        while not self._over.locked() and time.monotonic() < end:
            self._python.plain_sleep(0.01)


def children_nanos():
    """The processor time of child processes that have ended and were waited for."""
    times = os.times()
    return int((times.children_user + times.children_system) * 1e9)
