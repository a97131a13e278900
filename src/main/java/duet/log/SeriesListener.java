package duet.log;

import duet.compare.ResultCounts;
import duet.compare.Sweep;
import java.util.List;

/// Receives the result of many plays of one scenario.
public interface SeriesListener {
  /// A sweep is over.
  default void finished(String scenario, String title, Sweep sweep) {}

  /// All repeats are over.
  ///
  /// @param lanes the ids of the lanes that played
  default void finished(String scenario, String title, ResultCounts repeats, List<String> lanes) {}
}
