"""asyncio on a thread of a schedule: its loop waits in virtual time, and for nothing from outside."""


def change(asyncio, scheduler, Wait, refuse, number):
    """Puts a loop without sockets in the place of asyncio's own.

    number -- makes the hash of tasks and futures, so that sets of them have the same order each time
    """
    from_base = asyncio.base_events.BaseEventLoop

    class Selector:
        """What the loop waits with."""

        def __init__(self):
            self._is_woken = False
            self._waiters = []

        def select(self, timeout=None):
            if not self._is_woken and (timeout is None or timeout > 0):
                self._wait(timeout)
            self._is_woken = False
            return []

        def _wait(self, timeout):
            me = scheduler.current
            self._waiters.append(me)
            wait = Wait('wait', self)
            try:
                if timeout is None:
                    scheduler.block(me, wait)
                else:
                    scheduler.block_until(me, wait, scheduler.clock + int(timeout * 1e9) + 1)
            finally:
                me.wait = None
                self._waiters.remove(me)

        def wake(self):
            self._is_woken = True
            for waiter in self._waiters:
                scheduler.enable(waiter)

        def close(self):
            pass

    class EventLoop(from_base):
        """An event loop."""

        def __init__(self):
            super().__init__()
            self._selector = Selector()

        def time(self):
            return 1_000 + scheduler.clock / 1e9

        def _process_events(self, events):
            pass

        def _write_to_self(self):
            self._selector.wake()

        def add_signal_handler(self, *arguments):
            refuse('signals (asyncio)')

    def refusing(name, what):
        def method(self, *arguments, **keywords):
            refuse(f'{what} (asyncio, {name})')
        return method

    for name in ('create_connection', 'create_server', 'create_datagram_endpoint', 'sock_recv',
                 'sock_sendall', 'sock_connect', 'sock_accept', 'getaddrinfo'):
        setattr(EventLoop, name, refusing(name, 'sockets'))
    for name in 'subprocess_exec', 'subprocess_shell':
        setattr(EventLoop, name, refusing(name, 'other programs'))
    for name in 'add_reader', 'add_writer', 'connect_read_pipe', 'connect_write_pipe':
        setattr(EventLoop, name, refusing(name, 'pipes'))
    EventLoop.__module__ = 'asyncio'
    asyncio.events.BaseDefaultEventLoopPolicy._loop_factory = EventLoop
    policy = asyncio.events.BaseDefaultEventLoopPolicy
    asyncio.DefaultEventLoopPolicy = policy
    asyncio.SelectorEventLoop = asyncio.EventLoop = EventLoop
    asyncio.events._init_event_loop_policy = lambda: setattr(
        asyncio.events, '_event_loop_policy', policy())
    for kind in asyncio.tasks.Task, asyncio.futures.Future:
        kind.__hash__ = number
