"""What threading calls for an uncaught exception."""


class ExceptHookArgs:
    """What threading hands to its hook."""

    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args


ExceptHookArgs.__module__ = '_thread'
ExceptHookArgs.__qualname__ = '_ExceptHookArgs'


def install(_thread, report):
    """CPython has both of these in C. Where they are missing threading imports traceback, a sixth
    of the boot; so this comes before anything imports threading.

    report -- is called with a thread's name and an exception's type, value and traceback
    """

    def hook(args):
        if args.exc_type is not SystemExit:
            name = args.thread.name if args.thread is not None else f'thread-{_thread.get_ident()}'
            report(name, args.exc_type, args.exc_value, args.exc_traceback)

    hook.__module__ = '_thread'
    hook.__qualname__ = '_excepthook'
    _thread._ExceptHookArgs = ExceptHookArgs
    _thread._excepthook = hook
