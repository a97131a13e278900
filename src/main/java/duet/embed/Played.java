package duet.embed;

import duet.compare.BrokenExpectation;
import duet.compare.Comparison;
import duet.compare.Findings;
import duet.compare.Judgement;
import duet.compare.ThreadActivity;
import duet.compare.UndecidedExpectation;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.run.Play;
import duet.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The result of a play, with its whole log. Lanes are named by their ids, such as `python`.
///
/// @param play the runs of all lanes, for what this class does not offer
public record Played(Play play) {
  /// A lane's run: lines with their times and threads, outcome, usage, states.
  ///
  /// @throws IllegalArgumentException if that lane did not play
  public Run run(String lane) {
    return play.runs().stream()
        .filter(run -> run.lane().equals(lane))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the lane " + lane + " did not play"));
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

  /// How many cores a lane kept busy on average; empty if its CPU time is not known.
  public OptionalDouble cores(String lane) {
    return run(lane).usage().cpuPerWall();
  }

  /// The part of their time, from 0 to 1, that a lane's threads waited for the global interpreter
  /// lock; empty for a lane without one.
  public OptionalDouble gilWait(String lane) {
    return ThreadActivity.of(run(lane)).gilWait();
  }

  /// What the first two lanes have in common; empty if only one played.
  public Optional<Comparison> comparison() {
    return Judgement.of(play).comparisons().stream().findFirst();
  }

  /// The expectations of the scenario that were not met.
  public List<BrokenExpectation> brokenExpectations() {
    return Judgement.of(play).broken();
  }

  /// The expectations of which nobody can tell whether they were met, because the machine had no
  /// core for threads that were ready to run.
  public List<UndecidedExpectation> undecidedExpectations() {
    return Judgement.of(play).undecided();
  }

  /// What the play shows, in plain sentences.
  public List<String> findings() {
    return Findings.of(Judgement.of(play));
  }

  /// Passes if every expectation was met: every lane completed, or ended as declared, and
  /// everything else is as declared. What the machine left undecided breaks nothing.
  ///
  /// @throws AssertionError otherwise; its message says what was expected and what happened
  public void assertAsExpected() {
    List<BrokenExpectation> broken = brokenExpectations();
    if (!broken.isEmpty()) {
      throw new AssertionError(
          play.scenario().path()
              + broken.stream().map(b -> "\n  " + b.sentence()).collect(Collectors.joining()));
    }
  }
}
