package duet.lane.java;

import duet.lane.ThreadState;
import duet.lane.ThreadView;
import duet.lane.host.Lookout;
import java.lang.Thread.State;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at a Java script's threads: the platform threads of its thread group, and every virtual
/// thread.
final class JavaLookout implements Lookout {
  /// What makes virtual threads run; whether those can go on is asked of themselves.
  private static final Pattern SCHEDULER =
      Pattern.compile("ForkJoinPool-\\d+-(worker-\\d+|delayScheduler)|VirtualThread-unblocker");

  /// Waits for a process, which is none of the threads here. Seen in stacks of OpenJDK 25.
  private static final Pattern FOR_A_PROCESS = Pattern.compile("java\\.lang\\.Process\\w*\\.\\w+");

  private final ThreadGroup group;
  private final LockNames names;

  JavaLookout(ThreadGroup group, EntryPoint entry) {
    this.group = group;
    names = new LockNames(entry);
  }

  @Override
  public Role roleOf(long tid, String name) {
    if (members().stream().anyMatch(thread -> thread.threadId() == tid)) {
      return Role.SCRIPT;
    }
    return SCHEDULER.matcher(name).matches() ? Role.OTHER : Role.HELPER;
  }

  @Override
  public Sight look(LongToDoubleFunction waiting) {
    List<Thread> members = members();
    Set<Long> tids = members.stream().map(Thread::threadId).collect(Collectors.toSet());
    List<Snapshot> seen = Snapshot.all(tids);
    boolean canGoOn = seen.stream().anyMatch(JavaLookout::canGoOn);
    return new Sight(seen.stream().map(thread -> view(thread, members, waiting)).toList(), canGoOn);
  }

  private static boolean canGoOn(Snapshot thread) {
    boolean stands = thread.state() == State.WAITING || thread.state() == State.BLOCKED;
    return !stands
        || thread.frames().stream()
            .anyMatch(frame -> FOR_A_PROCESS.matcher(frame.method()).lookingAt());
  }

  private ThreadView view(Snapshot thread, List<Thread> members, LongToDoubleFunction waiting) {
    Optional<Frame> own = thread.frames().stream().filter(Frame::isScript).findFirst();
    String call = thread.call();
    boolean isTimed = thread.state() == State.TIMED_WAITING;
    ThreadState state = thread.doing();
    @Nullable Thread joined = state == ThreadState.JOIN ? joined(thread, members) : null;
    String what =
        switch (state) {
          case LOCK -> lock(thread, members);
          case JOIN -> joined == null ? "another thread" : "thread " + joined.getName();
          case WAIT -> call;
          case RUNNING, GIL, SLEEP, IO -> "";
        };
    long holder = joined == null ? thread.owner() : joined.threadId();
    return new ThreadView(
        thread.name().isEmpty() ? "virtual-" + thread.tid() : thread.name(),
        thread.tid(),
        state,
        own.map(Frame::place).orElse(""),
        what,
        isTimed ? 0 : holder,
        state == ThreadState.RUNNING ? 0 : waiting.applyAsDouble(thread.tid()));
  }

  private String lock(Snapshot thread, List<Thread> members) {
    Thread waiter =
        members.stream()
            .filter(member -> member.threadId() == thread.tid())
            .findFirst()
            .orElse(null);
    if (thread.state() == State.BLOCKED) {
      return names.ofMonitor(thread.blockerClass(), thread.blockerHash());
    }
    return names.ofLock(thread.call(), waiter);
  }

  /// Who is being joined: the wait is on that thread's own monitor.
  private static @Nullable Thread joined(Snapshot thread, List<Thread> members) {
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
