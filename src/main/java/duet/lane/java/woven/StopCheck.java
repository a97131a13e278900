package duet.lane.java.woven;

import duet.lane.java.record.StopRequest;

/// The check by which typed code stops itself, at every turn of a loop and at the start of every
/// method, because a JVM cannot stop a thread from outside.
public final class StopCheck {
  private StopCheck() {}

  /// Throws [StopRequest.Stopped] if the calling thread is to stop.
  public static void check() {
    StopRequest.check();
  }
}
