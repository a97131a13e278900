package duet.lane.java.observe;

import duet.lane.host.ThreadObserver;
import duet.lane.java.compile.EntryPoint;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Observes a Java script's threads: the platform threads of its thread group and every virtual
/// thread.
public final class JavaThreadObserver implements ThreadObserver {
  /// The threads that run virtual threads; whether those can go on is asked of the virtual threads.
  private static final Pattern SCHEDULER =
      Pattern.compile("ForkJoinPool-\\d+-(worker-\\d+|delayScheduler)|VirtualThread-unblocker");

  /// The frames of a wait for another process. Seen in stacks of OpenJDK 25.
  private static final Pattern FOR_A_PROCESS = Pattern.compile("java\\.lang\\.Process\\w*\\.\\w+");

  private static final String IDLE =
      ThreadView.FOR + "work for its pool: nobody called shutdown() or close()";

  private final ThreadGroup group;
  private final LockNames names;

  public JavaThreadObserver(ThreadGroup group, EntryPoint entry) {
    this.group = group;
    names = new LockNames(entry);
  }

  @Override
  public ThreadRole roleOf(long tid, String name) {
    if (members().stream().anyMatch(thread -> thread.threadId() == tid)) {
      return ThreadRole.SCRIPT;
    }
    return SCHEDULER.matcher(name).matches() ? ThreadRole.OTHER : ThreadRole.HELPER;
  }

  @Override
  public Sight look(LongToDoubleFunction waiting, Duration atMost) {
    List<Thread> members = members();
    Set<Long> tids = members.stream().map(Thread::threadId).collect(Collectors.toSet());
    List<ThreadSnapshot> seen = ThreadSnapshot.all(tids);
    boolean canGoOn = seen.stream().anyMatch(JavaThreadObserver::canGoOn);
    return new Sight(seen.stream().map(thread -> view(thread, members, waiting)).toList(), canGoOn);
  }

  private static boolean canGoOn(ThreadSnapshot thread) {
    boolean stands = thread.state() == State.WAITING || thread.state() == State.BLOCKED;
    return !stands
        || thread.frames().stream()
            .anyMatch(frame -> FOR_A_PROCESS.matcher(frame.method()).lookingAt());
  }

  private ThreadView view(
      ThreadSnapshot thread, List<Thread> members, LongToDoubleFunction waiting) {
    Optional<StackFrame> own = thread.frames().stream().filter(StackFrame::isScript).findFirst();
    String call = thread.call();
    boolean isTimed = thread.state() == State.TIMED_WAITING;
    ThreadState state = thread.doing();
    @Nullable Thread joined = state == ThreadState.JOIN ? joined(thread, members) : null;
    String what =
        switch (state) {
          case LOCK -> lock(thread, members);
          case JOIN -> joined == null ? "another thread" : "thread " + joined.getName();
          case WAIT -> thread.isIdleWorker() ? IDLE : call;
          case RUNNING, READY, GIL, SLEEP, IO, UNKNOWN -> "";
        };
    long holder = joined == null ? thread.owner() : joined.threadId();
    return new ThreadView(
        thread.name(),
        thread.tid(),
        state,
        own.map(StackFrame::place).orElse(""),
        what,
        isTimed ? 0 : holder,
        state == ThreadState.RUNNING ? 0 : waiting.applyAsDouble(thread.tid()));
  }

  private String lock(ThreadSnapshot thread, List<Thread> members) {
    Thread waiter =
        members.stream()
            .filter(member -> member.threadId() == thread.tid())
            .findFirst()
            .orElse(null);
    if (thread.state() == State.BLOCKED) {
      return names.ofMonitor(thread.blockerClass(), thread.blockerHash(), waiter);
    }
    return names.ofLock(thread.call(), waiter);
  }

  /// The thread that is joined: the wait is on that thread's own monitor.
  private static @Nullable Thread joined(ThreadSnapshot thread, List<Thread> members) {
    return members.stream()
        .filter(member -> System.identityHashCode(member) == thread.blockerHash())
        .findFirst()
        .orElse(null);
  }

  private List<Thread> members() {
    var alive = new Thread[group.activeCount() + 16];
    int count = group.enumerate(alive);
    return List.of(Arrays.copyOf(alive, count));
  }
}
