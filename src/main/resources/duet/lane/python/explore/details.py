"""What happened at each step of a schedule."""

import ast
from os.path import basename
from sys import _getframe

FIRST = ('write', 'read', 'lock', 'unlock', 'wait', 'wake', 'notify', 'start', 'join', 'sleep',
         'print', 'begin', 'end', 'line')
LONGEST = 40
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
        for name in ('.r', '.n', '.a', '.s'):
            assert name not in text
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
        if isinstance(value, SHOWN) and self._scheduler.current is not None:
            op, name, line = self._sites[site]
            self._note(op, name, shown(value), line, '')
        return value

    def happened(self, op, target):
        """Something is done with a lock, a thread or the like."""
        if self._scheduler.current is None or self._scheduler.dead:
            return
        frame = self._frame()
        if frame is None or not self._is_own(op, frame):
            return
        file = frame.f_code.co_filename
        self._note(op, self._name(op, target, frame), '', frame.f_lineno, file)

    def _is_own(self, op, frame):
        """Whether the script does it, and not the library for itself."""
        return True

    def _note(self, op, name, value, line, file):
        self._events.append((len(self._steps) - 1, op, name, value, line, file))

    def _frame(self):
        frame = _getframe(2)
        while frame is not None and not self._script.has(frame.f_code.co_filename):
            frame = frame.f_back
        return frame

    def _name(self, op, target, frame):
        if op == 'start' or op == 'join':
            return target.name
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
        seen = {0}
        for number, (thread, place) in enumerate(self._steps):
            rows.append(self._row(thread, place, events.get(number, []), thread not in seen))
            seen.add(thread)
        return rows

    def _row(self, thread, place, events, is_first):
        line, file = place or (0, '')
        if not events:
            op = 'begin' if is_first else 'line'
            return thread, line, basename(file), op, '', '', self._line(file, line)
        op, name, value, line, where = min(events, key=lambda event: FIRST.index(event[0]))
        file = where or self._script.path
        text = ''
        if len(events) > 1:
            text = ', '.join(dict.fromkeys(sentence(*event[:3]) for event in events))
        return thread, line, basename(file), op, name, value, text

    def _line(self, file, line):
        return self._script.line(file, line).strip()


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
