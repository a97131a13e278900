package duet.embed;

import duet.compare.BrokenExpectation;
import duet.compare.Comparison;
import duet.compare.Findings;
import duet.compare.Judgement;
import duet.compare.ThreadActivity;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What came of a play, with its whole log. Lanes are known by their ids, such as `python`.
///
/// @param play the runs of all lanes, for whatever this does not offer
public record Played(Play play) {
  /// A lane's run: lines with their times and threads, outcome, usage, states.
  ///
  /// @throws IllegalArgumentException when that lane did not play
  public Run run(String lane) {
    return play.runs().stream()
        .filter(run -> run.lane().equals(lane))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no run on the lane " + lane));
  }

  /// The lines that a lane printed to standard output, in their order.
  public List<String> lines(String lane) {
    return run(lane).lines().stream()
        .filter(line -> line.stream() == OutputChannel.OUT)
        .map(Line::text)
        .toList();
  }

  /// How a lane's script ended.
  public Outcome outcome(String lane) {
    return run(lane).outcome();
  }

  /// How long a lane's script took.
  ///
  /// @return seconds, as played
  public double wall(String lane) {
    return run(lane).usage().wall();
  }

  /// How many cores a lane kept busy on average; empty where its CPU time is not known.
  public OptionalDouble cores(String lane) {
    return run(lane).usage().cpuPerWall();
  }

  /// The part of their time, from 0 to 1, that a lane's threads waited for the global interpreter
  /// lock; empty for a lane that has none.
  public OptionalDouble gilWait(String lane) {
    return ThreadActivity.of(run(lane)).gilWait();
  }

  /// What the first two lanes have in common; empty where only one played.
  public Optional<Comparison> comparison() {
    return Judgement.of(play).comparisons().stream().findFirst();
  }

  /// What was not as the scenario declares; nothing when all was.
  public List<BrokenExpectation> breaches() {
    return Judgement.of(play).breaches();
  }

  /// The play in plain words.
  public List<String> findings() {
    return Findings.of(Judgement.of(play));
  }

  /// Passes when all was as declared: every lane completed, unless another outcome is declared, and
  /// so is whatever else is.
  ///
  /// @throws AssertionError when not, saying what was expected and what came
  public void assertAsExpected() {
    List<BrokenExpectation> breaches = breaches();
    if (!breaches.isEmpty()) {
      throw new AssertionError(
          play.scenario().path()
              + breaches.stream().map(b -> "\n  " + b.sentence()).collect(Collectors.joining()));
    }
  }
}
