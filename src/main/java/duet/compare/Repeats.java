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

/// The distinct results of a scenario that was played again and again, and how often each lane had
/// each.
///
/// @param rows by aspect; within one, results in the order of their rules or else of their
///   frequency
public record Repeats(int plays, List<Row> rows) {
  public Repeats {
    rows = List.copyOf(rows);
  }

  /// What makes two runs the same.
  public enum By {
    /// The results that the scenario declares; its lines where it declares none.
    RESULT,
    /// The masked lines, in any order.
    LINES,
    /// The masked lines in their order.
    ORDER
  }

  /// One result.
  ///
  /// @param aspect what was looked at, empty where that is the whole run
  /// @param grade empty where nothing is declared
  /// @param counts how often, by lane
  public record Row(
      String aspect, String result, Optional<Grade> grade, Map<String, Integer> counts) {
    /// How often a lane had it.
    public int count(String lane) {
      return counts.getOrDefault(lane, 0);
    }

    int all() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private record Key(String aspect, String result, Optional<Grade> grade) {}

  /// Of these plays of one scenario.
  public static Repeats of(Scenario scenario, By by, List<Play> plays) {
    List<ResultRule> rules = by == By.RESULT ? scenario.series().rules() : List.of();
    Map<Key, Map<String, Integer>> counts = new LinkedHashMap<>();
    rules.forEach(
        rule ->
            counts.put(
                new Key(rule.aspect(), rule.is(), Optional.of(rule.grade())),
                new LinkedHashMap<>()));
    var masks = new Masks(scenario.masks());
    for (Play play : plays) {
      for (Run run : play.runs()) {
        for (Key key : keys(run, rules, by, masks)) {
          counts
              .computeIfAbsent(key, _ -> new LinkedHashMap<>())
              .merge(run.lane(), 1, Integer::sum);
        }
      }
    }
    var rows = new ArrayList<Row>();
    counts.forEach((key, n) -> rows.add(new Row(key.aspect, key.result, key.grade, n)));
    if (rules.isEmpty()) {
      rows.sort((a, b) -> Integer.compare(b.all(), a.all()));
    }
    return new Repeats(plays.size(), rows);
  }

  /// The results of these plays and of others of the same scenario.
  public Repeats plus(Repeats others) {
    Map<Key, Map<String, Integer>> counts = new LinkedHashMap<>();
    for (Row row : Stream.concat(rows.stream(), others.rows.stream()).toList()) {
      Map<String, Integer> sum =
          counts.computeIfAbsent(
              new Key(row.aspect, row.result, row.grade), _ -> new LinkedHashMap<>());
      row.counts.forEach((lane, count) -> sum.merge(lane, count, Integer::sum));
    }
    var sums = new ArrayList<Row>();
    counts.forEach((key, n) -> sums.add(new Row(key.aspect, key.result, key.grade, n)));
    return new Repeats(plays + others.plays, sums);
  }

  /// The results of one run, as the scenario's rules tell them; none where it has none.
  static List<Row> results(Scenario scenario, Run run) {
    List<ResultRule> rules = scenario.series().rules();
    return rules.isEmpty()
        ? List.of()
        : keys(run, rules, By.RESULT, new Masks(scenario.masks())).stream()
            .map(key -> new Row(key.aspect, key.result, key.grade, Map.of(run.lane(), 1)))
            .toList();
  }

  /// Whether something was seen that is forbidden.
  public boolean isAnyForbidden() {
    return rows.stream()
        .anyMatch(row -> row.all() > 0 && row.grade().equals(Optional.of(Grade.FORBIDDEN)));
  }

  private static List<Key> keys(Run run, List<ResultRule> rules, By by, Masks masks) {
    if (run.outcome() != Outcome.COMPLETED) {
      String why = run.message().lines().findFirst().map(line -> ": " + line).orElse("");
      String result = run.outcome().word().replace('_', ' ') + why;
      return List.of(new Key("", result, Optional.of(Grade.FORBIDDEN)));
    }
    List<String> lines =
        run.lines().stream().filter(l -> l.stream() == OutputChannel.OUT).map(Line::text).toList();
    if (rules.isEmpty()) {
      List<String> masked = new ArrayList<>(lines.stream().map(masks::apply).toList());
      if (by != By.ORDER) {
        masked.sort(null);
      }
      return List.of(new Key("", String.join(" ⏎ ", masked), Optional.empty()));
    }
    var keys = new ArrayList<Key>();
    for (String aspect : new LinkedHashSet<>(rules.stream().map(ResultRule::aspect).toList())) {
      keys.add(
          rules.stream()
              .filter(rule -> rule.aspect().equals(aspect) && isFound(rule, lines))
              .findFirst()
              .map(rule -> new Key(aspect, rule.is(), Optional.of(rule.grade())))
              .orElse(new Key(aspect, "none of these", Optional.of(Grade.FORBIDDEN))));
    }
    return keys;
  }

  private static boolean isFound(ResultRule rule, List<String> lines) {
    return lines.stream().anyMatch(line -> rule.line().matcher(line).find());
  }
}
