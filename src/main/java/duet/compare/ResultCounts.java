package duet.compare;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.Run;
import duet.scenario.Grade;
import duet.scenario.ResultRule;
import duet.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The distinct results of many plays of one scenario, and how often each lane had each of them.
///
/// @param rows sorted by aspect; within one, in the order of the rules, or by frequency if there
///   are no rules
public record ResultCounts(int plays, List<ResultCount> rows) {
  public ResultCounts {
    rows = List.copyOf(rows);
  }

  /// What makes two results the same.
  public enum By {
    /// The results that the scenario declares; its lines if it declares none.
    RESULT,
    /// The masked lines, in any order.
    LINES,
    /// The masked lines in their order.
    ORDER
  }

  /// One result.
  ///
  /// @param aspect what the result is about; empty for the whole run
  /// @param grade empty if nothing is declared
  /// @param counts how often each lane had it
  public record ResultCount(
      String aspect, String result, Optional<Grade> grade, Map<String, Integer> counts) {
    /// How often a lane had it.
    public int count(String lane) {
      return counts.getOrDefault(lane, 0);
    }

    int all() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private record ResultKey(String aspect, String result, Optional<Grade> grade) {}

  /// Counts the results of these plays of one scenario.
  public static ResultCounts of(Scenario scenario, By by, List<Play> plays) {
    List<ResultRule> rules = by == By.RESULT ? scenario.series().rules() : List.of();
    Map<ResultKey, Map<String, Integer>> counts = new LinkedHashMap<>();
    rules.forEach(
        rule ->
            counts.put(
                new ResultKey(rule.aspect(), rule.is(), Optional.of(rule.grade())),
                new LinkedHashMap<>()));
    var masks = new LineMask(scenario.masks());
    for (Play play : plays) {
      for (Run run : play.runs()) {
        for (ResultKey key : keys(run, rules, by, masks)) {
          counts
              .computeIfAbsent(key, _ -> new LinkedHashMap<>())
              .merge(run.lane(), 1, Integer::sum);
        }
      }
    }
    var rows = new ArrayList<ResultCount>();
    counts.forEach((key, n) -> rows.add(new ResultCount(key.aspect, key.result, key.grade, n)));
    if (rules.isEmpty()) {
      rows.sort((a, b) -> Integer.compare(b.all(), a.all()));
    }
    return new ResultCounts(plays.size(), rows);
  }

  /// Adds up these counts and those of other plays of the same scenario.
  public ResultCounts plus(ResultCounts others) {
    Map<ResultKey, Map<String, Integer>> counts = new LinkedHashMap<>();
    for (ResultCount row : Stream.concat(rows.stream(), others.rows.stream()).toList()) {
      Map<String, Integer> sum =
          counts.computeIfAbsent(
              new ResultKey(row.aspect, row.result, row.grade), _ -> new LinkedHashMap<>());
      row.counts.forEach((lane, count) -> sum.merge(lane, count, Integer::sum));
    }
    var sums = new ArrayList<ResultCount>();
    counts.forEach((key, n) -> sums.add(new ResultCount(key.aspect, key.result, key.grade, n)));
    return new ResultCounts(plays + others.plays, sums);
  }

  /// The results of one completed run by the scenario's rules; empty if it has no rules.
  ///
  /// @throws LineSearch.GivenUp when looking for them takes too long
  static List<ResultCount> results(Scenario scenario, Run run) {
    return declared(scenario.series().rules(), printed(run)).stream()
        .map(key -> new ResultCount(key.aspect, key.result, key.grade, Map.of(run.lane(), 1)))
        .toList();
  }

  /// Whether any forbidden result was seen.
  public boolean isAnyForbidden() {
    return rows.stream()
        .anyMatch(row -> row.all() > 0 && row.grade().equals(Optional.of(Grade.FORBIDDEN)));
  }

  private static List<ResultKey> keys(Run run, List<ResultRule> rules, By by, LineMask masks) {
    if (run.outcome() != Outcome.COMPLETED) {
      String why = run.message().lines().findFirst().map(line -> ": " + line).orElse("");
      String result = run.outcome().word().replace('_', ' ') + why;
      return List.of(new ResultKey("", result, Optional.of(Grade.FORBIDDEN)));
    }
    List<String> lines = printed(run);
    if (rules.isEmpty()) {
      List<String> masked = new ArrayList<>(lines.stream().map(masks::apply).toList());
      if (by != By.ORDER) {
        masked.sort(null);
      }
      return List.of(new ResultKey("", String.join(" ⏎ ", masked), Optional.empty()));
    }
    try {
      return declared(rules, lines);
    } catch (LineSearch.GivenUp e) {
      String result = "unknown, since '" + e.getMessage() + "' takes too long on a line";
      return List.of(new ResultKey("", result, Optional.of(Grade.FORBIDDEN)));
    }
  }

  private static List<String> printed(Run run) {
    return run.lines().stream()
        .filter(l -> l.stream() == OutputChannel.OUT)
        .map(Line::text)
        .toList();
  }

  private static List<ResultKey> declared(List<ResultRule> rules, List<String> lines) {
    var search = new LineSearch();
    var keys = new ArrayList<ResultKey>();
    for (String aspect : new LinkedHashSet<>(rules.stream().map(ResultRule::aspect).toList())) {
      keys.add(
          rules.stream()
              .filter(rule -> rule.aspect().equals(aspect) && isFound(search, rule, lines))
              .findFirst()
              .map(rule -> new ResultKey(aspect, rule.is(), Optional.of(rule.grade())))
              .orElse(new ResultKey(aspect, "none of these", Optional.of(Grade.FORBIDDEN))));
    }
    return keys;
  }

  private static boolean isFound(LineSearch search, ResultRule rule, List<String> lines) {
    return lines.stream().anyMatch(line -> search.find(rule.line(), line));
  }
}
