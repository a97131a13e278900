"""Event loops of asyncio that hear signals and start programs."""

NO_PIPES = ("in Duet's Python lane an event loop cannot read or write a program's pipes: use"
            ' asyncio.to_thread(subprocess.run, ...)')


class OnLoop:
    """What `add_signal_handler` sets as a handler. Any thread may call it, at once: the loop may
    wait where no handler runs."""

    runs_anywhere = True

    def __init__(self, loop, callback, args):
        self._loop = loop
        self._call = callback, *args

    def __call__(self, number, frame):
        self._loop.call_soon_threadsafe(*self._call)


def change(events):
    """Has `add_signal_handler` do without a file descriptor for signals, and says at the script's
    line what pipes cannot do. GraalPy waits for ever there.

    events -- asyncio.unix_events
    """
    coroutines, Loop = events.coroutines, events._UnixSelectorEventLoop
    plain_transport = Loop._make_subprocess_transport

    def add_signal_handler(self, sig, callback, *args):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        self._check_signal(sig)
        self._check_closed()
        handler = OnLoop(self, callback, args)
        try:
            events.signal.signal(sig, handler)
        except (ValueError, OSError) as error:
            raise RuntimeError(str(error)) from None
        self._signal_handlers[sig] = handler

    async def make_transport(self, protocol, args, shell, stdin, stdout, stderr, *more, **named):
        streams = stdin, stdout, stderr
        if events.subprocess.PIPE in streams:
            raise NotImplementedError(NO_PIPES)
        return await plain_transport(self, protocol, args, shell, *streams, *more, **named)

    Loop.add_signal_handler = add_signal_handler
    Loop._make_subprocess_transport = make_transport
