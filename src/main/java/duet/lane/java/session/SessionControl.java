package duet.lane.java.session;

import duet.lane.host.CpuMeter;
import duet.lane.host.Uninterruptible;
import duet.lane.java.record.StopRequest;
import duet.lane.protocol.Usage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/// Runs JShell's snippets in this JVM, all on one lasting thread called `main`, where they can be
/// stopped. Unlike JShell's own local execution it does not wait for threads that a snippet starts.
final class SessionControl extends DirectExecutionControl {
  private final StopCheckWeaver checks = new StopCheckWeaver();
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread main =
      new Thread(new ThreadGroup("main"), this::work, "main", 0, /* inheritThreadLocals= */ false);
  private volatile @Nullable CpuMeter meter;
  private volatile Usage used = Usage.ofWall(0);
  private volatile boolean stopped;

  SessionControl() {
    main.setDaemon(true);
    main.start();
  }

  /// The id of the thread that runs snippets.
  long thread() {
    return main.threadId();
  }

  /// Resets what is measured, and forgets any earlier stop.
  void measureWith(CpuMeter cpuMeter) {
    meter = cpuMeter;
    used = Usage.ofWall(0);
    stopped = false;
    StopRequest.stop(null);
  }

  /// What snippets have used since then, without the time to compile them.
  Usage used() {
    return used;
  }

  /// Whether any snippet was stopped since then.
  boolean wasStopped() {
    return stopped;
  }

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    for (ClassBytecodes one : classes) {
      checks.add(one.name(), one.bytecodes());
    }
    super.load(
        Arrays.stream(classes)
            .map(one -> new ClassBytecodes(one.name(), checks.in(one.bytecodes())))
            .toArray(ClassBytecodes[]::new));
  }

  @Override
  protected String invoke(Method method) throws Exception {
    var task = new FutureTask<>(() -> measured(method));
    work.add(task);
    try {
      Uninterruptible.run(() -> awaitEnd(task));
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvocationTargetException thrown
          && thrown.getCause() instanceof StopRequest.Stopped) {
        throw new StoppedException();
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /// Stops the snippet that runs and every one that begins before the next measurement: each
  /// snippet checks for this at its start.
  @Override
  public void stop() {
    stopped = true;
    StopRequest.stop(main);
    main.interrupt();
  }

  private static void awaitEnd(FutureTask<String> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      // The caller asks again and gets the answer then.
    }
  }

  private String measured(Method method) throws Exception {
    CpuMeter cpu = meter == null ? new CpuMeter(Set.of()) : meter;
    main.setContextClassLoader(method.getDeclaringClass().getClassLoader());
    cpu.start();
    var _ = Thread.interrupted();
    long start = System.nanoTime();
    try {
      return super.invoke(method);
    } finally {
      used = sum(used, cpu.read(System.nanoTime() - start));
      var _ = Thread.interrupted();
    }
  }

  private static Usage sum(Usage a, Usage b) {
    return new Usage(a.wall() + b.wall(), sum(a.cpu(), b.cpu()), sum(a.jvmCpu(), b.jvmCpu()));
  }

  private static OptionalDouble sum(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() + b.getAsDouble())
        : a.isPresent() ? a : b;
  }

  private void work() {
    while (true) {
      Uninterruptible.run(() -> work.take().run());
    }
  }
}
