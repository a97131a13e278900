package duet.explore;

import duet.lane.protocol.PlayedSchedule;

/// A result that some schedules led to.
///
/// @param count how many
/// @param first the number of the first one, counted from 1
/// @param schedule a short one with details: at first the first one, after minimising the shortest
///   that was found
/// @param isMinimised whether that was tried
public record Finding(
    Result result, int count, int first, PlayedSchedule schedule, boolean isMinimised) {
  Finding seenAgain() {
    return new Finding(result, count + 1, first, schedule, isMinimised);
  }

  Finding shortened(PlayedSchedule shorter) {
    return new Finding(result, count, first, shorter, true);
  }

  /// The form of the schedule that names it.
  public Deviations deviations() {
    return Deviations.of(schedule);
  }
}
