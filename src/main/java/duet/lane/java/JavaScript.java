package duet.lane.java;

import duet.lane.host.Guest;
import duet.lane.host.ScriptOutput;
import duet.lane.host.ThreadObserver;
import duet.lane.host.Uninterruptible;
import duet.lane.java.compile.EntryPoint;
import duet.lane.java.observe.GuestTrace;
import duet.lane.java.observe.JavaThreadObserver;
import duet.lane.java.observe.ThreadSampler;
import duet.lane.java.observe.VirtualThreads;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A compiled script that runs its `main`. Its threads are those of its own thread group, which is
/// called as in a JVM of its own. It is over when `main` and every non-daemon thread have ended, as
/// in a JVM, even if the script put that thread into another group.
final class JavaScript implements Guest.GuestScript {
  private final EntryPoint entry;
  private final Thread.UncaughtExceptionHandler ours = this::uncaught;
  private final ThreadGroup threads = new ThreadGroup("main");
  private final List<String> arguments;
  private final ScriptOutput output;
  private final Optional<ThreadSampler> sampler;
  private final AtomicReference<Guest.@Nullable ScriptEnd> firstFailure = new AtomicReference<>();

  /// @param stage where its output goes
  JavaScript(EntryPoint entry, HostOrder.Load order, ScriptOutput stage) {
    this.entry = entry;
    output = stage;
    arguments = order.arguments();
    sampler = order.states() ? Optional.of(new ThreadSampler(threads, stage)) : Optional.empty();
  }

  @Override
  public void warmUp() {
    run(Optional.empty());
  }

  @Override
  public Guest.ScriptEnd run() {
    return run(sampler);
  }

  private Guest.ScriptEnd run(Optional<ThreadSampler> follower) {
    firstFailure.set(null);
    Thread.setDefaultUncaughtExceptionHandler(ours);
    Set<Long> before = alive().stream().map(Thread::threadId).collect(Collectors.toSet());
    var main = new Thread(threads, this::main, "main");
    main.setContextClassLoader(entry.type().getClassLoader());
    follower.ifPresent(s -> s.start(main));
    main.start();
    Uninterruptible.run(main::join);
    for (Thread left = anyLeft(before); left != null; left = anyLeft(before)) {
      Uninterruptible.run(left::join);
    }
    Guest.ScriptEnd failure = firstFailure.get();
    return failure == null ? Guest.ScriptEnd.GOOD : failure;
  }

  /// Whether all of its threads have ended, daemon and virtual threads included.
  boolean hasEnded() {
    return threads.activeCount() == 0 && VirtualThreads.all().findAny().isEmpty();
  }

  @Override
  public String failure() {
    Guest.ScriptEnd failure = firstFailure.get();
    return failure == null ? "" : failure.message();
  }

  @Override
  public List<HostMessage.State> states(long end, long millis) {
    return sampler.map(s -> s.states(end)).orElse(List.of());
  }

  @Override
  public ThreadObserver observer() {
    return new JavaThreadObserver(threads, entry);
  }

  private void main() {
    try {
      entry.call(arguments);
    } catch (Throwable thrown) {
      ended(thrown);
    }
  }

  /// Calls the handler that the script has set, if any. `main` has failed all the same.
  private void ended(Throwable thrown) {
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    if (handler == null || handler == ours) {
      uncaught(Thread.currentThread(), thrown);
    } else {
      fail(Thread.currentThread(), thrown);
      handler.uncaughtException(Thread.currentThread(), thrown);
    }
  }

  private void uncaught(Thread thread, Throwable thrown) {
    fail(thread, thrown);
    output.finish(thread.threadId());
    if (System.err != null) { // a script may set it to null
      System.err.print(GuestTrace.of(thread, thrown));
    }
  }

  /// It counts whatever the exception says of itself, since that is code of the script.
  private void fail(Thread thread, Throwable thrown) {
    Guest.ScriptEnd silent =
        Guest.ScriptEnd.bad(
            "uncaught in thread " + thread.getName() + ": " + thrown.getClass().getName());
    if (firstFailure.compareAndSet(null, silent)) {
      firstFailure.set(Guest.ScriptEnd.bad(GuestTrace.summary(thread, thrown)));
    }
  }

  /// A non-daemon thread of the script that is still alive.
  private static @Nullable Thread anyLeft(Set<Long> before) {
    return alive().stream()
        .filter(thread -> !thread.isDaemon() && !before.contains(thread.threadId()))
        .findFirst()
        .orElse(null);
  }

  /// Every platform thread of the JVM.
  private static List<Thread> alive() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    while (all.getParent() != null) {
      all = all.getParent();
    }
    var alive = new Thread[all.activeCount() + 16];
    int count = all.enumerate(alive);
    return List.of(Arrays.copyOf(alive, count));
  }
}
