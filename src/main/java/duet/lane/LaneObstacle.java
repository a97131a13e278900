package duet.lane;

/// Why a lane cannot play.
///
/// @param problem what is wrong, without a full stop
/// @param remedy what to do, a sentence
public record LaneObstacle(String problem, String remedy) {}
