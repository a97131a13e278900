package duet.explore;

import java.time.Duration;

/// How much is explored in a lane.
///
/// @param schedules how many schedules at most
/// @param time for how long at most
public record Budget(int schedules, Duration time) {}
