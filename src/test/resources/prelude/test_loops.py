import asyncio
import selectors
import socket
from _thread import allocate_lock, get_ident, start_new_thread
from asyncio import selector_events
from time import monotonic, sleep

WRITE_TO_SELF = selector_events.BaseSelectorEventLoop._write_to_self


class Changed:
    """asyncio whose loops are changed, for a while."""

    def __init__(self, load):
        self._load = load
        self.waiting = set()  # the idents of threads whose loops wait
        self.count = 0

    def _noted(self, wait, call):
        kind, loop, frame, may_end = wait
        assert kind == 'wait' and frame.f_code.co_name == 'run_once' and not may_end
        self.count += 1
        self.waiting.add(get_ident())
        try:
            return call()
        finally:
            self.waiting.discard(get_ident())

    def __enter__(self):
        install = self._load('loops').install
        for _ in range(2):  # the second time changes nothing
            install(selector_events, self._noted, self._load('guise').in_place_of)
        return self

    def __exit__(self, *error):
        del selector_events.BaseSelectorEventLoop._run_once
        selector_events.BaseSelectorEventLoop._write_to_self = WRITE_TO_SELF


class Thread:
    """Runs a coroutine in a loop of its own."""

    def __init__(self, coroutine, loop=None):
        self.loop = loop or asyncio.new_event_loop()
        self.result = self.ident = None
        self._over = allocate_lock()
        self._over.acquire()
        start_new_thread(self._run, (coroutine,))

    def _run(self, coroutine):
        self.ident = get_ident()
        try:
            self.result = self.loop.run_until_complete(coroutine)
        except BaseException as error:
            self.result = error
        finally:
            self.loop.close()
            self._over.release()

    def join(self):
        assert self._over.acquire(timeout=20)
        return self.result


def until(condition):
    end = monotonic() + 20
    while not condition():
        assert monotonic() < end
        sleep(0.001)


async def set_by_another(told, event):
    told.append(event)
    await event.wait()
    return 'woken'


def test_a_loop_without_work_waits_until_another_thread_has_some(load):
    with Changed(load) as changed:
        for _ in range(20):
            told = []
            thread = Thread(set_by_another(told, asyncio.Event()))
            until(lambda: thread.ident in changed.waiting)
            thread.loop.call_soon_threadsafe(told[0].set)
            assert thread.join() == 'woken'
        assert not changed.waiting


def test_no_call_of_another_thread_is_lost(load):
    """Whatever the loop is doing at that moment."""
    with Changed(load):
        seen = []

        async def main():
            done = asyncio.Event()
            loop = asyncio.get_running_loop()

            def call(count):
                for number in range(count):
                    loop.call_soon_threadsafe(seen.append, number)
                loop.call_soon_threadsafe(done.set)

            for _ in range(50):
                done.clear()
                start_new_thread(call, (7,))
                await done.wait()
            return 'all'

        assert Thread(main()).join() == 'all'
        assert seen == list(range(7)) * 50


def waits(load, coroutine, loop=None):
    """Whether the loop of a coroutine that comes to its end ever waits for another thread."""
    with Changed(load) as changed:
        result = Thread(coroutine, loop).join()
        assert result == 'end', result
        return changed.count > 0


def test_who_has_a_timer_does_not_wait(load):
    async def main():
        await asyncio.sleep(0.02)
        return 'end'

    assert not waits(load, main())


def test_a_cancelled_timer_is_none(load):
    async def main():
        loop = asyncio.get_running_loop()
        loop.call_later(1, print).cancel()
        await loop.run_in_executor(None, sleep, 0.02)
        return 'end'

    assert waits(load, main())


def test_who_reads_from_a_file_does_not_wait(load):
    async def main():
        ours, theirs = socket.socketpair()
        ours.setblocking(False)

        def answer():
            sleep(0.02)
            theirs.send(b'x')

        start_new_thread(answer, ())
        await asyncio.get_running_loop().sock_recv(ours, 1)
        ours.close()
        theirs.close()
        return 'end'

    assert not waits(load, main())


def test_a_loop_of_another_kind_is_left_alone(load):
    class Selector(selectors.SelectSelector):
        """It may have ways to wake up of which nobody knows."""

    class Loop(asyncio.SelectorEventLoop):
        def _write_to_self(self):
            super()._write_to_self()

    async def main():
        await asyncio.get_running_loop().run_in_executor(None, sleep, 0.02)
        return 'end'

    assert not waits(load, main(), asyncio.SelectorEventLoop(Selector()))
    assert not waits(load, main(), Loop())
    handled = asyncio.new_event_loop()
    handled._signal_handlers[99] = None
    assert not waits(load, wait_and_forget(handled), handled)
    assert waits(load, main())


async def wait_and_forget(loop):
    await loop.run_in_executor(None, sleep, 0.02)
    loop._signal_handlers.clear()
    return 'end'
