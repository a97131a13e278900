package duet.lane.java.explore.schedule;

/// Thrown where a script does something that cannot be scheduled, on a thread that is not one of
/// its schedule.
public final class Refusal extends Error {
  Refusal(String message) {
    super(message);
  }
}
