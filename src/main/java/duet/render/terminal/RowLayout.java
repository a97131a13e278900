package duet.render.terminal;

import java.util.Map;

/// A way to lay out the lines of a play.
interface RowLayout {
  /// Writes the heading, once, before the first row.
  ///
  /// @param runtimes by the lane's id
  void head(Map<String, String> runtimes);

  /// How far apart the lines of one row may be, in nanoseconds; 0 if every line has its own row.
  long tickNanos();

  /// Writes one row.
  void write(LogRow row);
}
