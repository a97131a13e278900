package duet.render.terminal;

import java.util.Map;

/// A way to lay out the lines of a play.
interface RowLayout {
  /// Says what plays, once, before the first row.
  ///
  /// @param runtimes by the lane's id
  void head(Map<String, String> runtimes);

  /// What counts as one moment, in nanoseconds; 0 where every line has a row of its own.
  long tickNanos();

  /// Writes the lines of one moment.
  void write(LogRow row);
}
