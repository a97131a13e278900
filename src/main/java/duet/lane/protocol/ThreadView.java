package duet.lane.protocol;

/// One of a script's threads at the moment it was looked at.
///
/// @param thread its name in its own language
/// @param tid as in the lines that it printed
/// @param place the script's line that it is at, such as `dead.py:9`; empty where none is known
/// @param what what it waits for, such as `Lock a`, `Queue.get` or `thread one`; empty where it
///   waits for nothing, or for nothing that is known
/// @param holder the thread that could end the wait, by holding the lock or by being the one that
///   is joined; 0 where there is no such thread or none is known
/// @param seconds for how long it has been waiting there, to a tenth of a second; 0 where it runs
public record ThreadView(
    String thread,
    long tid,
    ThreadState state,
    String place,
    String what,
    long holder,
    double seconds) {
  /// The same thread at another line.
  public ThreadView at(String newPlace) {
    return new ThreadView(thread, tid, state, newPlace, what, holder, seconds);
  }
}
