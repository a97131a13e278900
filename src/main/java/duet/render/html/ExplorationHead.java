package duet.render.html;

import duet.explore.Exploration;
import duet.explore.Finding;
import duet.explore.Result;
import duet.scenario.Grade;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// The head of a scenario's part of a page: its name, and which results were possible.
///
/// @param all what was explored; empty where one schedule was only played again
record ExplorationHead(String scenario, String title, List<Exploration> all) {
  /// A result and how often each lane had it.
  record ResultRow(String aspect, String result, String grade, List<String> counts) {}

  String heading() {
    return title.isEmpty() ? scenario : scenario + " · " + title;
  }

  List<String> lanes() {
    return all.stream().map(Exploration::lane).toList();
  }

  List<String> played() {
    return all.stream().map(one -> number(one.played())).toList();
  }

  List<ResultRow> results() {
    var results = new LinkedHashSet<Result>();
    all.forEach(one -> one.findings().forEach(finding -> results.add(finding.result())));
    var rows = new ArrayList<ResultRow>();
    for (Result result : results) {
      rows.add(
          new ResultRow(
              result.aspect().isEmpty() ? "results" : result.aspect(),
              result.text(),
              result.grade().map(Grade::word).orElse(""),
              all.stream().map(one -> count(one, result)).toList()));
    }
    return rows;
  }

  private static String count(Exploration one, Result result) {
    return number(
        one.findings().stream()
            .filter(finding -> finding.result().equals(result))
            .mapToInt(Finding::count)
            .sum());
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// What a reader has to know about the figures.
  List<String> remarks() {
    var remarks = new ArrayList<String>();
    for (Exploration one : all) {
      if (!one.problem().isEmpty()) {
        remarks.add(one.problem());
      }
      if (!one.unfinished().isEmpty()) {
        int count = one.unfinished().values().stream().mapToInt(Integer::intValue).sum();
        String why = one.why().isEmpty() ? "" : ", the first one since " + one.why();
        remarks.add(
            "%s: %s schedules did not come to an end%s.".formatted(one.lane(), number(count), why));
      }
      if (!one.covered().isEmpty()) {
        remarks.add(one.lane() + ": these are all: " + one.covered() + ".");
      }
    }
    return remarks;
  }
}
