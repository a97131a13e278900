package duet.lane.java.explore.schedule;

import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A schedule while it is played. All threads of the script are virtual ones that one platform
/// thread carries, so only one of them runs at a time: the one whose turn it is. It hands over at a
/// step, when it has to wait, and when it ends.
public final class Schedule {
  /// No schedule has more steps.
  private static final int LONGEST = 20_000;

  /// After so many steps in a row a thread lets others go on, since it may wait for them in a loop.
  static final int IN_A_ROW = 1_000;

  private static final int LEAST_IN_A_ROW = 20;

  /// After so many offers in a row that others may go first, one of them does.
  private static final int YIELDS_IN_A_ROW = 3;

  /// After so many places at which it could have had its turn, a thread that is alone is cut.
  private static final int ALONE = 20_000_000;

  /// Where the clock of a schedule starts: far from 0, so that nobody takes it for a duration.
  private static final long START = 1_000_000_000_000L;

  /// Reading the clock takes this long, and longer each time that nothing else happens.
  private static final long READING = 1_000;

  private static final long SEED = 42;

  private static @Nullable Schedule current;

  private final Plan plan;
  private final boolean detail;
  private final Describing describing;
  private final List<ScriptThread> threads = new ArrayList<>();
  private final IdentityHashMap<Object, Monitor> monitors = new IdentityHashMap<>();
  private final IdentityHashMap<Thread, ScriptThread> visible = new IdentityHashMap<>();
  private final IdentityHashMap<Thread, Runnable> tasks = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Boolean> daemons = new IdentityHashMap<>();
  private final StringBuilder choices = new StringBuilder();
  private final StringBuilder stay = new StringBuilder();
  private final StringBuilder enabledSets = new StringBuilder();
  private final StepNotes notes = new StepNotes();
  private final Lines lines = new Lines(this);
  private final Random random = new Random(SEED);
  private String lastSet = "";
  private long clock = START;
  private int readings;
  private int alive;
  private int deciders;
  private int inARow;
  private int alone;
  private @Nullable ScriptThread running;
  private @Nullable ScriptThread chosen;
  private Thread.@Nullable UncaughtExceptionHandler defaultHandler;
  private @Nullable End end;
  private String message = "";
  private String failure = "";
  private int status;
  private boolean io;
  private List<PlayedSchedule.Waiting> waits = List.of();

  /// Puts what a schedule tells into words.
  public interface Describing {
    /// An exception that ended a thread, in one line.
    String exception(Thread thread, Throwable thrown);

    /// What is printed about it.
    String trace(Thread thread, Throwable thrown);

    /// What a thread waits for.
    ///
    /// @param object the lock or the like, if one is known
    /// @param holder the name of the thread that holds it; empty where none is known
    String waiting(
        Thread thread, StackTraceElement[] stack, @Nullable Object object, String holder);

    /// The line of the script that a thread is in; 0 where none is known.
    int line(StackTraceElement[] stack);

    /// The method that a thread has called, which waits in a way that is not known here.
    String call(StackTraceElement[] stack);
  }

  /// A schedule that has not begun.
  ///
  /// @param detail whether to note what happens at each step
  public Schedule(Plan plan, boolean detail, Describing describing) {
    this.plan = plan;
    this.detail = detail;
    this.describing = describing;
  }

  /// The schedule that is played.
  ///
  /// @throws Refusal when the calling thread has no turn in it
  public static Schedule current() {
    Schedule schedule = current;
    if (schedule == null) {
      throw new Refusal("no schedule is played");
    }
    schedule.me();
    return schedule;
  }

  /// The thread whose turn it is.
  private ScriptThread me() {
    ScriptThread me = running;
    if (me == null || !me.isCurrent()) {
      String why = "code of the script runs on the thread " + Thread.currentThread().getName();
      refuse(why + ", which Duet does not schedule");
      throw new Refusal(why);
    }
    return me;
  }

  /// Plays it to its end. Called on the thread that carries all others.
  public PlayedSchedule play(Thread main, Runnable task) {
    current = this;
    try {
      ScriptThread first = add(main, task, false);
      first.prepare(null);
      chosen = first;
      while (chosen != null && end == null) {
        ScriptThread next = chosen;
        chosen = null;
        running = next;
        next.resume();
        if (!next.isOff && !next.ended && end == null) {
          refuse(describing.call(next.stack()));
        }
      }
    } finally {
      current = null;
      threads.forEach(ScriptThread::drop);
    }
    return result();
  }

  private PlayedSchedule result() {
    lines.finish();
    End how = end == null ? End.COMPLETED : end;
    if (how == End.COMPLETED && !failure.isEmpty()) {
      how = End.EXCEPTION;
    }
    return new PlayedSchedule(
        plan.text(),
        how,
        message.isEmpty() ? failure : message,
        status,
        io,
        threads.stream().map(ScriptThread::name).toList(),
        choices.toString(),
        stay.toString(),
        enabledSets.toString(),
        lines.all(),
        waits,
        detail ? notes.steps() : List.of());
  }

  private ScriptThread add(Thread thread, Runnable task, boolean isDaemon) {
    var added = new ScriptThread(this, threads.size(), thread, task, isDaemon);
    threads.add(added);
    visible.put(thread, added);
    alive++;
    deciders += isDaemon ? 0 : 1;
    return added;
  }

  // What the woven code calls.

  /// The calling thread is here in the script.
  public void site(Site site) {
    me().site = site;
  }

  /// Another thread may get its turn before what follows.
  public void step(Site site) {
    ScriptThread me = me();
    me.site = site;
    step(me);
  }

  private void step(ScriptThread me) {
    if (me.initialising > 0) {
      return; // a thread that is switched off in a static initialiser cannot be resumed
    }
    if (alive == 1) {
      alone(me);
    } else {
      turn(me);
    }
  }

  private void alone(ScriptThread me) {
    if (alone++ > ALONE) {
      stop(End.CUT, "one thread alone goes on and on");
      me.handOver();
    }
  }

  /// What the thread read, wrote or got at its last step.
  public void value(String text) {
    if (detail) {
      notes.value(me(), text);
    }
  }

  /// The index of the element that it read or wrote there.
  public void index(int index) {
    if (detail) {
      notes.index(me(), index);
    }
  }

  /// A random number that is the same in every schedule.
  public double random() {
    return random.nextDouble();
  }

  /// Whether what happens at each step is noted.
  public boolean isDetailed() {
    return detail;
  }

  /// Takes a monitor.
  ///
  /// @param isStep whether others may get their turn before, even if it is free
  public void enter(Object object, boolean isStep) {
    ScriptThread me = me();
    Monitor monitor = monitor(object);
    if (monitor.owner != me) {
      await(me, Wait.lock(monitor), isStep);
      monitor.owner = me;
    }
    monitor.count++;
  }

  /// Releases a monitor.
  ///
  /// @param isStep whether others may get their turn before
  public void exit(Object object, boolean isStep) {
    Monitor monitor = owned(object);
    if (isStep && monitor.count == 1) {
      step(me());
    }
    if (--monitor.count == 0) {
      monitor.owner = null;
    }
  }

  /// Whether the calling thread holds a monitor.
  public boolean holds(Object object) {
    return monitor(object).owner == me();
  }

  /// Waits as [Object#wait(long, int)] does.
  ///
  /// @param nanos 0 for ever
  public void waitFor(Object object, long nanos) throws InterruptedException {
    ScriptThread me = me();
    Monitor monitor = owned(object);
    throwIfInterrupted(me);
    int count = monitor.count;
    Wait wait = Wait.notification(monitor, nanos == 0 ? Wait.NEVER : clock + nanos);
    monitor.waiting.add(wait);
    monitor.owner = null;
    monitor.count = 0;
    await(me, wait, false);
    monitor.waiting.remove(wait);
    monitor.owner = me;
    monitor.count = count;
    if (!wait.signalled) {
      throwIfInterrupted(me);
    }
  }

  /// Wakes threads that wait.
  public void wake(Object object, boolean all) {
    Monitor monitor = owned(object);
    if (all) {
      monitor.notifyAllWaiting();
    } else {
      monitor.notifyOne();
    }
  }

  private Monitor monitor(Object object) {
    return monitors.computeIfAbsent(object, Monitor::new);
  }

  private Monitor owned(Object object) {
    Monitor monitor = monitor(object);
    if (monitor.owner != me()) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    return monitor;
  }

  /// Parks the calling thread.
  ///
  /// @param nanos 0 for ever
  public void park(@Nullable Object blocker, long nanos) {
    ScriptThread me = me();
    if (!me.permit && !me.interrupted) {
      await(me, Wait.park(blocker, nanos == 0 ? Wait.NEVER : clock + nanos), false);
    }
    me.permit = false;
  }

  /// Lets a parked thread go on.
  public void unpark(@Nullable Thread thread) {
    ScriptThread woken = thread == null ? null : visible.get(thread);
    if (woken != null) {
      woken.permit = true;
    }
  }

  /// Sleeps.
  public void sleep(long nanos) throws InterruptedException {
    ScriptThread me = me();
    throwIfInterrupted(me);
    await(me, Wait.sleep(clock + nanos), true);
    throwIfInterrupted(me);
  }

  /// Waits for the end of a thread.
  ///
  /// @param nanos 0 for ever
  /// @return whether it has ended
  public boolean join(Thread thread, long nanos) throws InterruptedException {
    ScriptThread me = me();
    throwIfInterrupted(me);
    ScriptThread target = visible.get(thread);
    if (target == null) {
      return true; // it was not started
    }
    await(me, Wait.join(target, nanos == 0 ? Wait.NEVER : clock + nanos), true);
    if (!target.ended) {
      throwIfInterrupted(me);
    }
    return target.ended;
  }

  /// Lets others go first.
  public void yieldTurn() {
    ScriptThread me = me();
    me.yields = true;
    me.yieldsInARow++;
    step(me);
    me.yields = false;
  }

  private static void throwIfInterrupted(ScriptThread me) throws InterruptedException {
    if (me.interrupted) {
      me.interrupted = false;
      throw new InterruptedException();
    }
  }

  /// Starts a thread.
  ///
  /// @param container what the JDK keeps the thread in; null for none in particular
  public void start(Thread thread, @Nullable Object container) {
    ScriptThread me = me();
    if (visible.containsKey(thread)) {
      throw new IllegalThreadStateException();
    }
    Runnable task = tasks.getOrDefault(thread, thread);
    add(thread, task, isDaemon(thread, me)).prepare(container);
  }

  /// What a thread runs that a builder made.
  public void taskOf(Thread thread, Runnable task) {
    tasks.put(thread, task);
  }

  /// Whether a thread, or the threads of a builder, are daemons.
  public void daemon(Object threadOrBuilder, boolean isDaemon) {
    daemons.put(threadOrBuilder, isDaemon);
  }

  /// What was said about that, if anything was.
  public Optional<Boolean> daemon(Object threadOrBuilder) {
    return Optional.ofNullable(daemons.get(threadOrBuilder));
  }

  private boolean isDaemon(Thread thread, ScriptThread parent) {
    return thread.isVirtual() || daemons.getOrDefault(thread, parent.isDaemon);
  }

  /// Whether a thread is a daemon.
  public boolean isDaemon(Thread thread) {
    ScriptThread known = visible.get(thread);
    return known == null ? isDaemon(thread, me()) : known.isDaemon;
  }

  /// The thread that the calling code takes for the current one.
  public Thread currentThread() {
    return me().visible;
  }

  /// Interrupts a thread.
  public void interrupt(Thread thread) {
    ScriptThread target = visible.get(thread);
    if (target != null && !target.ended) {
      target.interrupted = true;
    }
  }

  /// Whether a thread is interrupted.
  public boolean isInterrupted(Thread thread) {
    ScriptThread target = visible.get(thread);
    return target != null && target.interrupted;
  }

  /// Whether the calling thread was interrupted, which it no longer is.
  public boolean interrupted() {
    ScriptThread me = me();
    boolean was = me.interrupted;
    me.interrupted = false;
    return was;
  }

  /// The state of a thread.
  public Thread.State state(Thread thread) {
    ScriptThread known = visible.get(thread);
    if (known == null) {
      return Thread.State.NEW;
    }
    Wait wait = known.wait;
    if (known.ended) {
      return Thread.State.TERMINATED;
    }
    if (wait == null || wait.isReady(known)) {
      return Thread.State.RUNNABLE;
    }
    return wait.kind == Wait.Kind.LOCK || wait.signalled
        ? Thread.State.BLOCKED
        : wait.wake == Wait.NEVER ? Thread.State.WAITING : Thread.State.TIMED_WAITING;
  }

  /// The number of a thread; it tells threads apart.
  public long id(Thread thread) {
    ScriptThread known = visible.get(thread);
    return known == null ? thread.threadId() : known.number == 0 ? 1 : 30L + known.number;
  }

  /// Sets what is called for an exception that ends a thread.
  public void defaultHandler(Thread.@Nullable UncaughtExceptionHandler handler) {
    defaultHandler = handler;
  }

  /// What is called for an exception that ends a thread.
  public Thread.@Nullable UncaughtExceptionHandler defaultHandler() {
    return defaultHandler;
  }

  /// A class of the script begins, or has ended, to initialise itself.
  public void initialises(boolean begins) {
    me().initialising += begins ? 1 : -1;
  }

  /// The clock of the schedule, in nanoseconds.
  public long now() {
    if (me().initialising > 0) {
      return clock; // classes of the JDK are initialised once, not in every schedule
    }
    clock += READING << Math.min(readings++, 13);
    return clock;
  }

  /// Ends the script.
  public void exit(int newStatus) {
    ScriptThread me = me();
    status = newStatus;
    stop(End.EXITED, "");
    me.handOver();
  }

  /// Ends the schedule, since what follows cannot be scheduled.
  public void refuse(String what) {
    stop(End.REFUSED, what);
    ScriptThread me = running;
    if (me != null && me.isCurrent()) {
      me.handOver();
    }
  }

  /// The script does input or output.
  public void doesIo() {
    io = true;
  }

  /// The calling thread prints. What no thread of a schedule prints is lost.
  public static void printed(OutputChannel stream, String text) {
    Schedule schedule = current;
    if (schedule != null && schedule.running != null && schedule.running.isCurrent()) {
      schedule.lines.print(schedule.running.number, stream, text);
    }
  }

  /// The number of steps so far.
  int length() {
    return choices.length();
  }

  // Whose turn it is.

  private void stop(End how, String why) {
    if (end == null) {
      end = how;
      message = why;
    }
  }

  /// Waits. It is a step of its own also where the thread can go on at once, if that is said.
  private void await(ScriptThread me, Wait wait, boolean isStep) {
    if (me.initialising > 0) {
      if (wait.isReady(me)) {
        return;
      }
      refuse("a static initialiser waits for something");
    }
    me.wait = wait;
    if (isStep || !wait.isReady(me)) {
      turn(me);
    }
    me.wait = null;
  }

  private void turn(ScriptThread me) {
    ScriptThread next = choose();
    if (next != me) {
      chosen = next;
      me.yieldsInARow = 0;
      me.handOver();
    }
  }

  void ended(ScriptThread me) {
    me.ended = true;
    alive--;
    deciders -= me.isDaemon ? 0 : 1;
    Monitor own = monitors.get(me.visible);
    if (own != null) {
      own.notifyAllWaiting();
    }
    if (deciders == 0) {
      stop(End.COMPLETED, "");
    } else {
      chosen = choose();
    }
  }

  void uncaught(ScriptThread me, Throwable thrown) {
    if (thrown instanceof Refusal) {
      return;
    }
    Thread.UncaughtExceptionHandler handler = handler(me.visible);
    if (handler != null && me.number != 0) {
      handler.uncaughtException(me.visible, thrown);
      return;
    }
    if (failure.isEmpty()) {
      failure = describing.exception(me.visible, thrown);
    }
    lines.print(me.number, OutputChannel.ERR, describing.trace(me.visible, thrown));
  }

  private Thread.@Nullable UncaughtExceptionHandler handler(Thread thread) {
    Thread.UncaughtExceptionHandler own = thread.getUncaughtExceptionHandler();
    return own == null || own == thread.getThreadGroup() ? defaultHandler : own;
  }

  /// The thread that goes on; null where the schedule is over.
  private @Nullable ScriptThread choose() {
    readings = 0;
    if (end != null) {
      return null;
    }
    var enabled = new ArrayList<ScriptThread>(threads.size());
    for (ScriptThread one : threads) {
      if (one.isEnabled()) {
        enabled.add(one);
      }
    }
    if (enabled.isEmpty()) {
      waits = describeWaits();
      stop(End.DEADLOCK, failure);
      return null;
    }
    ScriptThread next = alive == 1 ? enabled.getFirst() : decide(enabled);
    if (next != null) {
      clock = Math.max(clock, next.wake(clock));
    }
    return next;
  }

  private @Nullable ScriptThread decide(List<ScriptThread> enabled) {
    int step = choices.length();
    if (step == LONGEST) {
      stop(End.CUT, "the script takes more than " + LONGEST + " steps");
      return null;
    }
    List<ScriptThread> candidates = rested(enabled);
    ScriptThread usual = usual(candidates);
    Integer deviation = plan.deviation(step);
    ScriptThread next =
        deviation == null ? plan.policy().choose(step, candidates, usual) : named(deviation);
    if (next == null || !next.isEnabled()) {
      stop(End.DIVERGED, "at step " + step + " thread " + deviation + " cannot go on");
      return null;
    }
    inARow = next == running ? inARow + 1 : 0;
    choices.append((char) (PlayedSchedule.FIRST + next.number));
    stay.append((char) (PlayedSchedule.FIRST + usual.number));
    noteSet(step, enabled);
    if (detail) {
      notes.add(next);
    }
    return next;
  }

  private @Nullable ScriptThread named(int number) {
    return number >= 0 && number < threads.size() ? threads.get(number) : null;
  }

  /// Without the thread that runs, if it has run for so long that it may wait for the others in a
  /// loop. Next time it may not run for as long.
  private List<ScriptThread> rested(List<ScriptThread> enabled) {
    ScriptThread me = running;
    if (me == null || enabled.size() == 1 || !enabled.contains(me)) {
      return enabled;
    }
    boolean yields = me.yields && me.yieldsInARow > YIELDS_IN_A_ROW;
    if (inARow < me.allowance && !yields) {
      return enabled;
    }
    if (inARow >= me.allowance) {
      me.allowance = Math.max(LEAST_IN_A_ROW, me.allowance / 2);
    }
    var others = new ArrayList<>(enabled);
    others.remove(me);
    return others;
  }

  /// The thread that runs; else the next one that is awake; else the one that wakes up first.
  private ScriptThread usual(List<ScriptThread> candidates) {
    ScriptThread me = running;
    int from = me == null ? 0 : me.number;
    ScriptThread best = candidates.getFirst();
    long bestRank = Long.MAX_VALUE;
    for (ScriptThread one : candidates) {
      long distance = Math.floorMod(one.number - from, threads.size());
      boolean isAsleep = one.isAsleep(clock);
      long rank =
          isAsleep ? one.wake(clock) + (one == me ? threads.size() : distance) : distance - START;
      if (rank < bestRank) {
        best = one;
        bestRank = rank;
      }
    }
    return best;
  }

  private void noteSet(int step, List<ScriptThread> enabled) {
    String set = SetOfThreads.hex(enabled);
    if (!set.equals(lastSet)) {
      enabledSets.append(step == 0 ? "" : ",").append(step).append(':').append(set);
      lastSet = set;
    }
  }

  private List<PlayedSchedule.Waiting> describeWaits() {
    return threads.stream().filter(one -> !one.ended).map(this::describeWait).toList();
  }

  private PlayedSchedule.Waiting describeWait(ScriptThread one) {
    StackTraceElement[] stack = one.isCurrent() ? new Throwable().getStackTrace() : one.stack();
    Wait wait = one.wait;
    Object object = null;
    ScriptThread holder = null;
    if (wait != null) {
      Monitor monitor = wait.monitor;
      holder = monitor != null ? monitor.owner : wait.target;
      object =
          monitor != null
              ? monitor.object
              : wait.target != null ? wait.target.visible : wait.blocker;
    }
    String text =
        describing.waiting(one.visible, stack, object, holder == null ? "" : holder.name());
    return new PlayedSchedule.Waiting(one.number, text, describing.line(stack));
  }
}
