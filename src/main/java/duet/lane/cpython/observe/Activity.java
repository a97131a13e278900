package duet.lane.cpython.observe;

/// What a thread of another process is seen to do.
enum Activity {
  /// It has a core.
  RUNNING,
  /// It could run, but has no core.
  READY,
  /// It waits for the GIL.
  GIL,
  /// It waits at a futex until another thread wakes it.
  FUTEX,
  /// It waits at a futex, for a limited time.
  TIMED_FUTEX,
  /// It sleeps.
  SLEEP,
  /// It waits for input or output.
  IO,
  /// It waits for a child process.
  CHILD,
  /// It is in another system call, or waits for memory.
  OTHER,
  /// It does not run, and that is all that can be seen.
  HIDDEN;

  /// Whether it needs no core.
  boolean isBlocked() {
    return this != RUNNING && this != READY;
  }
}
