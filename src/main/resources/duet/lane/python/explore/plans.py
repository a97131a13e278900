"""What a schedule is told to be: a policy, and the steps at which another thread is to go on."""

MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


class BadPlan(Exception):
    """A plan that nobody can play; says why."""


class Random:
    """SplitMix64, as in Java: the same seed draws the same numbers everywhere."""

    def __init__(self, seed):
        self._state = seed & MASK

    def below(self, bound):
        """A number from 0 to below a bound."""
        return (self.next() >> 33) % bound

    def next(self):
        """A number of 64 bits, without a sign."""
        state = self._state = (self._state + GOLDEN) & MASK
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK
        return state ^ (state >> 31)


def stay(ready, now):
    """The thread that runs goes on while it can; then the first that is awake; then the sleeper
    that wakes first."""
    if now is not None and not now.asleep:
        return now
    for task in ready:
        if not task.asleep:
            return task
    return min(ready, key=lambda task: task.wake)  # the first of those that wake at once


class Stay:
    """The policy that every schedule is told in deviations from."""

    def born(self):
        """A thread is made."""

    def choose(self, step, ready, usual):
        return usual


class Walk(Stay):
    """Any thread, each as likely as the others."""

    def __init__(self, seed):
        self._below = Random(seed).below

    def choose(self, step, ready, usual):
        return ready[self._below(len(ready))]


class Priorities(Stay):
    """Each thread has a random priority, and the highest goes on. At some random steps, that of
    the thread that would go on becomes the lowest."""

    def __init__(self, seed, depth, steps):
        random = Random(seed)
        self._next = random.next
        self._changes = {random.below(max(1, steps)) for _ in range(depth - 1)}
        self._priorities = []
        self._lowest = -1

    def born(self):
        self._priorities.append(self._next())

    def _best(self, ready):
        return max(ready, key=lambda task: self._priorities[task.number])

    def choose(self, step, ready, usual):
        best = self._best(ready)
        if step in self._changes:
            self._priorities[best.number] = self._lowest
            self._lowest -= 1
            best = self._best(ready)
        return best


class Plan:
    """A policy and its deviations."""

    def __init__(self, text):
        """text -- `POLICY` or `POLICY|STEP>THREAD,...`"""
        policy, _, deviations = text.partition('|')
        self.text = text
        try:
            self.policy = policy_of(*policy.split(':'))
            self.deviations = {}
            for part in deviations.split(',') if deviations else ():
                step, thread = part.split('>')
                self.deviations[int(step)] = int(thread)
        except (ValueError, TypeError, KeyError):
            raise BadPlan(f'not a plan: {text}') from None


def policy_of(name, *numbers):
    kinds = {'stay': Stay, 'random': Walk, 'pct': Priorities}
    return kinds[name](*map(int, numbers))
