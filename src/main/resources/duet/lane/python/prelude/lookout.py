"""What threads wait for, told to somebody outside who asks."""

import sys

Module = type(sys)


class Lookout:
    """Looks at the threads of the script while it runs."""

    def __init__(self, script, places, waits, streams, queue_type):
        self._script = script
        self._places = places
        self._waits = waits
        self._streams = streams
        self._queue_type = queue_type

    def look(self):
        """A row for each thread that waits: ident, kind, what for, where, the thread that could end
        it. Nobody may hear of these threads again, so what they printed without a line end is
        handed over as well."""
        for stream in self._streams:
            stream.flush_all()
        return [[ident, *self._told(wait)] for ident, wait in self._waits.going_on()]

    def _told(self, wait):
        holder = 0 if wait.may_end else wait.holder()
        return [wait.kind, self._what(wait), self._places.told(wait.line, wait.frame), holder]

    def _what(self, wait):
        """What a wait is for."""
        target = wait.target
        if wait.is_of_library:
            return self._call(wait.called) if wait.called else f'{type(target).__name__}.acquire'
        if wait.kind == 'lock':
            return f'{type(target).__name__} {self._name(target, wait.frame)}'.rstrip()
        if wait.kind == 'join':
            return f'thread {target.name}' if target is not None else 'the other threads'
        if wait.kind == 'wait':
            call = 'get' if isinstance(target, self._queue_type) else 'wait'
            return f'{type(target).__name__}.{call}'
        return ''

    @staticmethod
    def _call(frame):
        """What a library's frame is a call of."""
        of = frame.f_locals.get('self')
        name = frame.f_code.co_name
        return name if of is None else f'{type(of).__name__}.{name}'

    def _name(self, target, frame):
        """What the script calls an object: a variable, or an attribute of one."""
        spaces = [self._script.module.__dict__]
        while frame is not None:
            spaces.append(frame.f_locals)
            frame = frame.f_back
        for space in spaces:
            for name, value in list(space.items()):
                if value is target:
                    return name
                attribute = attribute_with(target, value)
                if attribute:
                    return f'{name}.{attribute}'
        return ''


def attribute_with(target, owner):
    """The attribute of an object that is the target, or an empty string."""
    attributes = getattr(owner, '__dict__', None)
    if type(attributes) is dict and not isinstance(owner, Module):
        for name, value in list(attributes.items()):
            if value is target:
                return name
    return ''
