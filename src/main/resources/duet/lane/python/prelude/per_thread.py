"""One value for each thread: a thread changes its own, and others look at all of them."""

from _thread import _local, allocate_lock, get_ident


class PerThread:
    """Threads share no dict, set or list here. GraalPy may hand the GIL over in the middle of a
    change to one, and then another thread's change destroys it. What threads share is a chain of
    tuples, which never change. Only its first link is replaced, under a lock. A lock is safe here:
    whoever looks takes none, so a thread may be stopped anywhere and be looked at."""

    def __init__(self, make, own_id=get_ident):
        """own_id -- tells the calling thread's number"""
        self._make = make
        self._own_id = own_id
        self._local = _local()
        self._growing = allocate_lock()
        self._chain = None

    def own(self):
        """The calling thread's value, made at its first use."""
        try:
            return self._local.value
        except AttributeError:
            return self._add(self._make())

    def _add(self, value):
        self._local.value = value
        with self._growing:
            self._chain = self._own_id(), value, self._chain
        return value

    def all(self):
        """Each thread's number and value, the oldest first."""
        pairs, link = [], self._chain
        while link is not None:
            ident, value, link = link
            pairs.append((ident, value))
        pairs.reverse()
        return pairs
