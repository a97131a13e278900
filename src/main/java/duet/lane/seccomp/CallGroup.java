package duet.lane.seccomp;

/// What a group of system calls is for, and so why a confined host may make them.
public enum CallGroup {
  /// Until a host is sealed: its first program, and the filter that refuses these.
  START,
  /// The heap, stacks and compiled code.
  MEMORY,
  /// Threads, their locks and waits, but no processes.
  THREADS,
  /// How the JVM finds null pointers and stops its own threads.
  SIGNALS,
  /// Time stamps and processor time.
  CLOCKS,
  /// Program code, classes, modules and the host's own folder.
  FILES,
  /// The pipes to Duet and those inside the process, and waiting for them.
  PIPES,
  /// What the process is, what it may use, and random numbers.
  PROCESS
}
