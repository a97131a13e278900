package com.oracle.graal.python.runtime;

import com.oracle.truffle.api.TruffleContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Takes the place of the class of this name in GraalPy 25: a process that Python's
/// `multiprocessing` has started. GraalPy's own refers to the process's context weakly, and nothing
/// else refers to it. So after a garbage collection `terminate` found no context and did nothing,
/// in silence, and whoever joined the process waited for ever.
public final class PythonContext$ChildContextData {
  /// GraalPy reads these two as fields.
  final PythonContext parentCtx;

  final CountDownLatch running = new CountDownLatch(1);

  private final AtomicBoolean exiting = new AtomicBoolean();
  private volatile @Nullable TruffleContext context;
  private volatile int exitCode;
  private volatile boolean signaled;

  /// Called by GraalPy, as are all of these methods.
  public PythonContext$ChildContextData(PythonContext parent) {
    parentCtx = parent;
  }

  void setTruffleContext(TruffleContext of) {
    context = of;
  }

  public @Nullable TruffleContext getTruffleContext() {
    return context;
  }

  public void setExitCode(int code) {
    exitCode = code;
  }

  public int getExitCode() {
    return exitCode;
  }

  public void setSignaled(int signal) {
    signaled = true;
    exitCode = signal;
  }

  public boolean wasSignaled() {
    return signaled;
  }

  public void awaitRunning() throws InterruptedException {
    running.await();
  }

  public boolean compareAndSetExiting(boolean expected, boolean now) {
    return exiting.compareAndSet(expected, now);
  }
}
