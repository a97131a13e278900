"""One schedule: which thread goes on at each step. Only one of them runs at a time."""

SPIN = 1_000  # steps in a row, after which a thread has to let others go on
LONGEST = 20_000
STUBBORN = 30  # times that a thread may catch what ends it
MICRO = 1_000


class Killed(BaseException):
    """Ends the threads of a schedule that is over."""


class Task:
    """A thread of the script."""

    __slots__ = ('number', 'name', 'ident', 'worker', 'asleep', 'wake', 'done', 'wait', 'waiters',
                 'daemon', 'kills', 'row', 'thread', 'mark', 'is_new')

    def __init__(self, number, name, worker, daemon):
        self.number = number
        self.name = name
        self.ident = FIRST_IDENT + number
        self.mark = chr(48 + number)
        self.worker = worker
        self.asleep = False  # could be left asleep: a sleep, or a timed wait for what is not there
        self.wake = 0
        self.done = False
        self.wait = None  # what it is blocked by
        self.waiters = []  # who waits for its end
        self.daemon = daemon
        self.kills = 0
        self.row = 0
        self.thread = None
        self.is_new = False  # nothing has happened in it


FIRST_IDENT = 1001


class Wait:
    """What a thread is blocked by."""

    __slots__ = 'kind', 'target', 'holder', 'is_timed', 'is_left'

    def __init__(self, kind, target, holder=None):
        self.kind = kind
        self.target = target
        self.holder = holder
        self.is_timed = False
        self.is_left = False  # its holder has ended


class Worker:
    """A real thread. It plays a thread of one schedule after the other."""

    def __init__(self, allocate_lock):
        self.baton = allocate_lock()
        self.baton.acquire()
        self.work = None


class Scheduler:
    """Plays schedules, one after the other."""

    def __init__(self, plain, stay):
        """plain -- Python's own `allocate_lock` and `start_new_thread`, and `run`, which calls a
        function in a new context
        stay -- the policy of that name"""
        self._plain = plain
        self._stay = stay
        self._own = Worker(plain.allocate_lock)
        self._idle = []
        self.current = None
        self.dead = True
        self.tasks = []
        self.detail = None
        self.clock = self._readings = self._numbers = 0

    # -- a schedule's life

    def begin(self, plan, detail):
        self._policy = plan.policy
        self._deviations = plan.deviations
        self.detail = detail
        self.dead = False
        self.ending = self.message = ''
        self.steps = 0
        self.clock = self._readings = 0  # nanoseconds
        self.choices = []  # who went on, a character for each step
        self.usual = []  # who would have gone on by the policy `stay`
        self.enabled = []  # where the set of those that could go on changes
        self._told = 0
        self.io = False
        self._numbers = 0
        self.at_end = None
        main = Task(0, 'main', self._own, False)
        self.tasks = [main]
        self.ready = [main]
        self._mask = 1
        self.current = self._last = main
        self._policy.born()

    def finish(self):
        """Ends what is left of the threads."""
        self.dead = True
        for task in self.tasks[1:]:
            while not task.done:
                self.current = task
                task.worker.baton.release()
                self._own.baton.acquire()
        self.current = None

    def stop(self, ending, message=''):
        """The schedule is over, because of what the calling thread did or found."""
        if not self.dead:
            self.dead = True
            self.ending, self.message = ending, message
            if ending == 'deadlock':
                self._note_waits()
        me = self.current
        if me.number and not me.kills:  # the main thread ends first, and then the others
            self.current = self.tasks[0]
            self._own.baton.release()
            self._sleep(me)
        self._die(me)

    def _die(self, me):
        me.kills += 1
        if me.kills == 1 and self.at_end is not None:
            self.at_end(me)
        if me.kills > STUBBORN and me.number:
            self._abandon(me)
        raise Killed

    def _abandon(self, me):
        """Leaves a real thread that does not end where it is, for ever."""
        me.done = True
        self._own.baton.release()
        never = self._plain.allocate_lock()
        never.acquire()
        never.acquire()

    def check(self):
        """Nothing catches the end of a schedule."""
        if self.dead and self.current is not None:
            self._die(self.current)

    # -- steps

    def step(self, line=0):
        """The scheduler decides who goes on."""
        me = self.current
        if self.dead:
            if me is None:
                return  # what runs after the end, such as a `__del__`
            self._die(me)
        if len(self.ready) == 1 and not self._deviations:
            number = self.steps
            self.steps = number + 1
            self.choices.append(me.mark)
            self.usual.append(me.mark)
            if self._mask != self._told:
                self._tell_enabled(number)
            if self.detail is not None:
                self.detail.chosen(me)
            if number >= LONGEST:
                self.stop('cut')
            return
        chosen = self._choose(me)
        if chosen is not me:
            self._switch(me, chosen)

    def _tell_enabled(self, number):
        mask = self._told = self._mask
        self.enabled.append(f'{number}:{mask:x}')

    def _choose(self, now):
        """Who is next.

        now -- the thread that runs, or None if it cannot go on
        """
        number = self.steps
        self.steps = number + 1
        if number >= LONGEST:
            self.stop('cut')
        ready = self.ready
        if now is not None and now.row >= SPIN and len(ready) > 1:
            ready = [task for task in ready if task is not now]
            now = None
        usual = self._stay(ready, now) if now is None or now.asleep else now
        wanted = self._deviations.get(number) if self._deviations else None
        if wanted is not None:
            chosen = next((task for task in self.ready if task.number == wanted), None)
            if chosen is None:
                self.stop('diverged', f'thread {wanted} cannot go on at step {number}')
        elif len(ready) == 1:
            chosen = usual
        else:
            chosen = self._policy.choose(number, ready, usual)
        if chosen is self._last:
            chosen.row += 1
        else:
            chosen.row = 0
            self._last = chosen
        self.choices.append(chosen.mark)
        self.usual.append(usual.mark)
        if self._mask != self._told:
            self._tell_enabled(number)
        if self.detail is not None:
            self.detail.chosen(chosen)
        return chosen

    def _switch(self, me, chosen):
        self.current = chosen
        chosen.worker.baton.release()
        self._sleep(me)
        if self.dead:
            self._die(me)

    def _sleep(self, me):
        me.worker.baton.acquire()

    def pause(self):
        """The calling thread cannot go on, or sleeps. Returns when it is its turn again."""
        me = self.current
        if self.dead:
            if me is not None:
                self._die(me)
            return
        if not self.ready:
            self.stop('deadlock')
        chosen = self._choose(me if self._mask >> me.number & 1 else None)
        if chosen is not me:
            self._switch(me, chosen)
        if me.asleep:
            me.asleep = False
            if me.wake > self.clock:
                self.clock = me.wake

    def block(self, me, wait):
        """Waits until somebody calls `enable`."""
        me.wait = wait
        if self.detail is not None and wait.kind != 'lock':
            self.detail.happened(wait.kind, wait.target)
        self.disable(me)
        self.pause()
        me.wait = None

    def block_until(self, me, wait, wake):
        """Waits until somebody calls `awaken`, or the time has come."""
        me.wait = wait
        wait.is_timed = me.asleep = True
        me.wake = wake
        self.pause()
        me.wait = None

    def sleep(self, nanos):
        me = self.current
        if me is None or self.dead:
            self.check()
            return
        me.wake = self.clock + nanos
        me.asleep = True
        self.pause()

    def enable(self, task):
        bit = 1 << task.number
        if task.asleep:
            task.asleep = False  # what it waits for is there, and so no time need pass
        elif not self._mask & bit:
            self._mask |= bit
            ready = self.ready
            at = len(ready)
            while at and ready[at - 1].number > task.number:
                at -= 1
            ready.insert(at, task)

    def hold(self, task):
        """What a thread waits for is no longer there."""
        if task.wait.is_timed:
            task.asleep = True
        else:
            self.disable(task)

    def disable(self, task):
        bit = 1 << task.number
        if self._mask & bit:
            self._mask &= ~bit
            self.ready.remove(task)

    # -- threads

    def spawn(self, function, name, daemon):
        """Makes a thread that can go on from now."""
        self.check()
        worker = self._idle.pop() if self._idle else self._new_worker()
        task = Task(len(self.tasks), name, worker, daemon)
        self.tasks.append(task)
        self._policy.born()
        worker.work = task, function
        self.enable(task)
        return task

    def _new_worker(self):
        worker = Worker(self._plain.allocate_lock)
        self._plain.start_new_thread(self._work, (worker,))
        return worker

    def _work(self, worker):
        """A real thread's life."""
        while True:
            worker.baton.acquire()
            task, function = worker.work
            worker.work = None
            if not self.dead:
                try:
                    self._plain.run(function)
                except Killed:
                    pass
            del function
            self._end(task, worker)

    def _end(self, task, worker):
        task.done = True
        self._idle.append(worker)
        following = None
        if not self.dead:
            try:
                following = self._after(task)
            except Killed:
                pass
        if following is None:
            self.current = self.tasks[0]
            self._own.baton.release()
        else:
            self.current = following
            following.worker.baton.release()

    def _after(self, task):
        """Who goes on after a thread has ended; None if the schedule is over."""
        self.disable(task)
        for waiter in task.waiters:
            self.enable(waiter)
        main = self.tasks[0]
        if main.wait is OTHERS and not self._others():
            self.enable(main)
        task.kills = 1  # so that it does not wait in `stop`
        if not self.ready:
            self.stop('deadlock')
        return self._choose(None)

    def _others(self):
        return [task for task in self.tasks[1:] if not task.done and not task.daemon]

    def await_others(self):
        """At the end of the main thread."""
        if self._others():
            self.block(self.current, OTHERS)

    def join(self, task, nanos):
        """Waits for the end of a thread. Without a limit if nanos is None."""
        me = self.current
        if task.done:
            self.step()
            return
        task.waiters.append(me)
        if nanos is None:
            self.block(me, Wait('join', task, task))
        else:
            self.block_until(me, Wait('join', task), self.clock + nanos)
        if me in task.waiters:
            task.waiters.remove(me)

    # -- time

    def next_number(self):
        """A number that nothing else has in this schedule."""
        self._numbers += 1
        return self._numbers

    def now(self):
        """The virtual time. Who looks again and again sees it pass, faster and faster."""
        readings = self._readings = self._readings + 1
        self.clock += MICRO * (1 + (readings // 50) ** 2)
        return self.clock

    # -- the end by a deadlock

    def _note_waits(self):
        """Notes who holds what, before threads let it go."""
        for task in self.tasks:
            wait = task.wait
            if wait is not None and wait.holder is None and wait.kind == 'lock':
                wait.holder = wait.target._holder
            if wait is not None and wait.holder is not None:
                wait.is_left = wait.holder.done


OTHERS = Wait('join', None)
