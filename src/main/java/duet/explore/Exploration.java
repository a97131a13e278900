package duet.explore;

import duet.lane.protocol.PlayedSchedule.End;
import duet.scenario.Grade;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What exploring a script in one lane has shown.
///
/// @param lane the lane's id
/// @param hash the script's, for tokens
/// @param played how many schedules were played
/// @param time how long that took
/// @param findings the distinct results, in the order in which they were first seen
/// @param unfinished how many schedules did not come to an end, by how they ended
/// @param why why the first of those did not
/// @param covered what was covered without exception, in words; empty where nothing was
/// @param io whether a schedule did real input or output
/// @param problem why nothing was explored, or not all; empty where nothing went wrong
public record Exploration(
    String lane,
    String hash,
    int played,
    Duration time,
    List<Finding> findings,
    Map<End, Integer> unfinished,
    String why,
    String covered,
    boolean io,
    String problem) {
  public Exploration {
    findings = List.copyOf(findings);
    var counts = new EnumMap<End, Integer>(End.class);
    counts.putAll(unfinished);
    unfinished = Collections.unmodifiableMap(counts);
  }

  /// A lane in which nothing was explored.
  public static Exploration none(String lane, String problem) {
    return new Exploration(lane, "", 0, Duration.ZERO, List.of(), Map.of(), "", "", false, problem);
  }

  /// Whether a result breaks what is declared.
  public boolean isBroken() {
    return findings.stream().anyMatch(one -> one.result().isBroken());
  }

  /// How many schedules deadlocked.
  public int deadlocks() {
    return findings.stream()
        .filter(one -> one.schedule().end() == End.DEADLOCK)
        .mapToInt(Finding::count)
        .sum();
  }

  /// The token of a finding's schedule.
  public Token token(Finding finding) {
    return new Token(lane, hash, finding.deviations());
  }

  /// The findings that need an explanation, the worst first: what is broken, what is surprising,
  /// and where nothing is declared, whatever differs from the most frequent result.
  public List<Finding> worthShowing() {
    return findings.stream()
        .filter(one -> rank(one) < 3)
        .sorted(Comparator.comparingInt(this::rank))
        .toList();
  }

  private int rank(Finding one) {
    Result result = one.result();
    if (result.isBroken()) {
      return 0;
    }
    if (result.grade().isPresent()) {
      return result.grade().get() == Grade.INTERESTING ? 1 : 3;
    }
    return isMajority(one) ? 3 : 2;
  }

  private boolean isMajority(Finding one) {
    Optional<Finding> most =
        findings.stream()
            .filter(other -> other.result().aspect().equals(one.result().aspect()))
            .filter(other -> other.result().grade().isEmpty())
            .max(Comparator.comparingInt(Finding::count));
    return most.isEmpty() || most.get().equals(one);
  }
}
