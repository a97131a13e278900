package duet.render.html;

import duet.compare.BatchReport;
import duet.compare.Standing;
import duet.render.ReportWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The head of a report's page: how many scenarios of each module have which standing, and the form
/// that filters them.
record ReportHead(BatchReport report) {
  /// A row of the table of modules, as text.
  record ModuleRow(String name, List<String> counts) {
    ModuleRow {
      counts = List.copyOf(counts);
    }
  }

  /// A choice of the form: it shows only some scenarios.
  record Filter(String value, String text, boolean isChosen) {}

  String standing() {
    return report.isGood() ? "good" : "bad";
  }

  String sentence() {
    return ReportWords.sentence(report);
  }

  List<String> notes() {
    return report.notes();
  }

  List<String> columns() {
    return ReportWords.columns(report).stream().map(ReportWords::words).toList();
  }

  List<ModuleRow> modules() {
    return report.modules().stream()
        .map(
            module ->
                new ModuleRow(
                    module.isEmpty() ? "." : module,
                    ReportWords.columns(report).stream()
                        .map(standing -> count(report.count(module, standing)))
                        .toList()))
        .toList();
  }

  private static String count(int count) {
    return count == 0 ? "·" : String.valueOf(count);
  }

  List<Filter> filters() {
    var filters = new ArrayList<Filter>();
    filters.add(new Filter("all", "all " + report.results().size(), true));
    Arrays.stream(Standing.values())
        .filter(standing -> report.count(standing) > 0)
        .map(this::filter)
        .forEach(filters::add);
    return filters;
  }

  private Filter filter(Standing standing) {
    String text = ReportWords.words(standing) + " " + report.count(standing);
    return new Filter(standing.word(), text, false);
  }
}
