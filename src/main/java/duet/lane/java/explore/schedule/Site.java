package duet.lane.java.explore.schedule;

/// A place in a script at which another thread may get its turn.
///
/// @param file the name of the script's file
/// @param line its line there; 0 where none is known
/// @param op what the script does there, as in [duet.lane.protocol.PlayedSchedule.Step]
/// @param name what it does that to
public record Site(String file, int line, String op, String name) {
  /// Nowhere in the script.
  static final Site NONE = new Site("", 0, "", "");
}
