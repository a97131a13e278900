package duet.render;

import duet.compare.BatchReport;
import duet.compare.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The words that every format uses for the result of a batch.
public final class ReportWords {
  private ReportWords() {}

  /// The report in one line.
  public static String sentence(BatchReport report) {
    int all = report.results().size();
    var parts = new ArrayList<String>();
    for (Standing standing : Standing.values()) {
      int count = report.count(standing);
      if (count > 0 || standing == Standing.PASSED) {
        parts.add(count + " " + words(standing));
      }
    }
    return all + (all == 1 ? " scenario: " : " scenarios: ") + String.join(", ", parts);
  }

  /// The standings that get a column.
  public static List<Standing> columns(BatchReport report) {
    return Stream.of(Standing.values())
        .filter(s -> s == Standing.PASSED || report.count(s) > 0)
        .toList();
  }

  /// What a standing is called in a report.
  public static String words(Standing standing) {
    return standing == Standing.MISSING ? "not played" : standing.word();
  }
}
