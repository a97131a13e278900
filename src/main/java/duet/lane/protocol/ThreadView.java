package duet.lane.protocol;

/// One of a script's threads at one moment, or one of the tasks of its event loops.
///
/// @param thread its name in its own language; a task's name begins with `task `
/// @param tid as in the lines that it printed; below 0 for a task
/// @param place the script's line that it is at, such as `dead.py:9`; empty where none is known
/// @param what what it waits for, such as `Lock a`, `Queue.get`, `thread one`, or what begins with
///   [#FOR]; empty where it does not wait or that is not known
/// @param holder the thread that holds the lock or is joined; 0 where there is none or it is not
///   known
/// @param seconds how long it has waited, to a tenth of a second; 0 where it runs
public record ThreadView(
    String thread,
    long tid,
    ThreadState state,
    String place,
    String what,
    long holder,
    double seconds) {
  /// How a reason begins that is told as it is.
  public static final String FOR = "for ";

  /// Whether it is a task, not a thread.
  public boolean isTask() {
    return tid < 0;
  }

  /// A copy with another line.
  public ThreadView at(String newPlace) {
    return new ThreadView(thread, tid, state, newPlace, what, holder, seconds);
  }
}
