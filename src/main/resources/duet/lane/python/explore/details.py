"""What happened at each step of a schedule."""

import ast
from os.path import basename
from sys import _getframe

FIRST = ('write', 'print', 'read', 'lock', 'unlock', 'wait', 'wake', 'notify', 'start', 'join', 'sleep',
         'call', 'begin', 'end', 'line')
LONGEST = 40
OWN_FILE = _getframe().f_code.co_filename
CALLS = {'notify': 'notify', 'notify_all': 'notify', 'set': 'notify', 'wait': 'wait',
         'wait_for': 'wait', 'acquire': 'lock', 'release': 'unlock'}
SHOWN = (int, float, complex, str, bytes, bool, type(None), list, tuple, dict, set, frozenset)


class Details:
    """Notes what threads do, if somebody wants to know."""

    def __init__(self, scheduler, script, names):
        self._scheduler = scheduler
        self._script = script
        self._names = names
        self._sites = []

    def site(self, op, node):
        """Notes a place in the script; returns its number."""
        text = ast.unparse(node)
        self._sites.append((op, text, node.lineno))
        return len(self._sites) - 1

    def begin(self):
        self._lines = {}  # where each thread was last
        self._steps = []
        self._events = []

    # -- called while a schedule is played

    def chosen(self, task):
        """A step is made: this thread goes on."""
        self._steps.append((task.number, self._lines.get(task.number)))

    def at(self, task, line, file):
        self._lines[task.number] = line, file

    def accessed(self, value, site):
        """Something is read or written."""
        op, name, line = self._sites[site]
        if self._scheduler.current is not None and isinstance(value, SHOWN):
            self._note(op, name, shown(value), line, '')
        return value

    def happened(self, op, target):
        """Something is done with a lock, a thread or the like."""
        if self._scheduler.current is None or self._scheduler.dead:
            return
        frame, called = self._frames()
        if frame is None:
            return  # the library does it for itself
        file = frame.f_code.co_filename
        if op in ('lock', 'unlock', 'wait') and called is not None:
            op, name = self._call(op, called, frame)
        else:
            name = self._name(op, target, frame)
        if op == 'start':
            self._lines[target.number] = first_line(target) or (frame.f_lineno, file)
        self.at(self._scheduler.current, frame.f_lineno, file)
        self._note(op, name, '', frame.f_lineno, file)

    def _call(self, op, called, frame):
        """What a call of the library is for, and its name."""
        own, name = called.f_locals.get('self'), called.f_code.co_name
        if own is None:
            return 'call', name
        path = self._names.of(own, frame) or type(own).__name__
        if name in ('__enter__', '__exit__'):
            return ('lock', path) if name == '__enter__' else ('unlock', path)
        return CALLS.get(name, 'call'), f'{path}.{name}'

    def _note(self, op, name, value, line, file):
        event = len(self._steps) - 1, op, name, value, line, file
        if not self._events or self._events[-1] != event:
            self._events.append(event)

    @staticmethod
    def _is_ours(frame):
        return frame.f_code.co_filename == OWN_FILE

    def _frames(self):
        """The script's frame, and the library's frame that it called, if it did."""
        frame, called = _getframe(2), None
        while frame is not None and not self._script.has(frame.f_code.co_filename):
            called = frame
            frame = frame.f_back
        return frame, None if called is None or self._is_ours(called) else called

    def _name(self, op, target, frame):
        if op == 'start':
            return target.name
        if op == 'join':
            return target.name if target is not None else 'the other threads'
        if op == 'wait':
            return f'{type(target).__name__}.get'
        if op == 'sleep':
            return f'{target:g} s'
        if op == 'print':
            return target
        return self._names.of(target, frame)

    # -- told afterwards

    def told(self):
        """A row for each step: thread, line, file, op, name, value, text."""
        rows = []
        events = {}
        for event in self._events:
            events.setdefault(event[0], []).append(event[1:])
        last = {}
        for number, (thread, place) in enumerate(self._steps):
            row = self._row(thread, place, events.get(number, []), last)
            rows.append(row)
            last[thread] = row
        return rows

    def _row(self, thread, place, events, last):
        line, file = place or (0, '')
        if not events:
            return thread, line, basename(file), self._op(thread, line, last), '', '', ''
        op, name, value, line, where = min(events, key=lambda event: FIRST.index(event[0]))
        file = where or self._script.path
        text = ''
        if op == 'print':
            name, value = '', name
        elif len(events) > 1 and not any(event[2] for event in events):
            text = ', '.join(dict.fromkeys(sentence(*event[:3]) for event in events))
        return thread, line, basename(file), op, name, value, text

    @staticmethod
    def _op(thread, line, last):
        """What a step is of which nobody else sees anything."""
        before = last.get(thread)
        if before is None or before[3] == 'begin' and len(last) == 1:
            return 'begin'
        if before[1] == line and before[3] in ('start', 'join'):
            return before[3]
        return 'line'


def first_line(task):
    """Where the script's function begins that a thread calls; None if it is another one."""
    target = getattr(task.thread, '_target', None) if task.thread is not None else None
    code = getattr(getattr(target, '__func__', target), '__code__', None)
    return (code.co_firstlineno, code.co_filename) if code is not None else None


def sentence(op, name, value):
    words = {'read': 'reads', 'write': 'writes', 'lock': 'takes', 'unlock': 'gives back',
             'wait': 'waits in', 'wake': 'wakes in', 'notify': 'notifies', 'start': 'starts',
             'join': 'waits for', 'sleep': 'sleeps', 'print': 'prints'}
    text = f'{words.get(op, op)} {name}'.rstrip()
    return f'{text} → {value}' if value else text


def shown(value):
    try:
        text = repr(value)
    except Exception:
        text = '?'
    return text if len(text) <= LONGEST else text[:LONGEST - 1] + '…'
