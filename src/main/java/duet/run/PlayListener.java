package duet.run;

import duet.lane.protocol.HostMessage.Line;
import duet.scenario.Scenario;
import java.util.List;

/// Follows a play while it happens. All calls come one after the other on the player's thread.
public interface PlayListener {
  /// The play begins; its hosts are starting.
  ///
  /// @param speed what every sleep and timed wait is divided by
  /// @param lanes the ids of the lanes that play
  default void begins(Scenario scenario, Tempo tempo, double speed, List<String> lanes) {}

  /// A lane's host has booted.
  default void booted(String lane, String runtime) {}

  /// A lane was told to go.
  default void goes(String lane) {}

  /// A lane printed a part of a line, and the line is not finished yet. This replaces what was told
  /// before about the line of this thread and stream; [#printed] tells the finished line.
  default void unfinished(String lane, Line line) {}

  /// A lane printed a line. Lines come in the order in which they were finished.
  default void printed(String lane, Line line) {}

  /// Some of a lane's lines, between the last one told and the next one, were not kept.
  default void omitted(String lane, long lines) {}

  /// Some threads of a lane wait for each other for ever, while others go on.
  ///
  /// @param explanation which, for what; several lines
  default void stuck(String lane, String explanation) {}

  /// A lane's run is over.
  default void ended(Run run) {}

  /// Time has passed: called at least every 50 milliseconds, for what is shown live.
  default void tick() {}

  /// The play is over.
  default void finished(Play play) {}
}
