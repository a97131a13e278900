package duet.log;

import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.run.Play;

/// Writes a report in some format, scenario by scenario, so that only one log at a time is in
/// memory.
public interface ReportListener {
  /// The report begins.
  default void begin(BatchReport report) {}

  /// A scenario that was played.
  ///
  /// @param play the play that shows the result
  default void played(ScenarioResult result, Play play) {}

  /// A scenario that was not played.
  default void missing(ScenarioResult result) {}

  /// The report is complete.
  default void end() {}
}
