package duet.render.html;

import duet.compare.BrokenExpectation;
import duet.compare.Judgement;
import duet.compare.ResultCounts;
import duet.compare.ScenarioResult;
import duet.compare.Standing;
import duet.compare.UndecidedExpectation;
import duet.run.Play;
import duet.scenario.Grade;
import java.util.List;
import java.util.Optional;

/// A scenario on a report's page; it unfolds to the play that shows its result.
///
/// @param heading the module's name above its first scenario, else empty
/// @param play empty if it was not played
record ScenarioEntry(ScenarioResult result, String heading, Optional<PlaySection> play) {
  /// The whole logs of hundreds of scenarios would make a browser slow.
  private static final int LINES_AT_MOST = 1_000;

  /// How often a result came on each lane, as text.
  record CountRow(String aspect, String result, List<Integer> counts, String grade) {
    CountRow {
      counts = List.copyOf(counts);
    }
  }

  static ScenarioEntry of(ScenarioResult result, String heading, Play play) {
    // For several plays, the entry itself reports all broken expectations.
    List<BrokenExpectation> broken = result.plays() > 1 ? List.of() : result.breaches();
    List<UndecidedExpectation> open = result.plays() > 1 ? List.of() : result.undecided();
    var section = new PlaySection(Judgement.of(play), broken, open, LINES_AT_MOST);
    return new ScenarioEntry(result, heading, Optional.of(section));
  }

  static ScenarioEntry missing(ScenarioResult result, String heading) {
    return new ScenarioEntry(result, heading, Optional.empty());
  }

  boolean isUnfolded() {
    return result.standing() == Standing.FAILED || result.standing() == Standing.WARNED;
  }

  String colour() {
    return result.standing().isGood() && result.standing() != Standing.WARNED ? "good" : "bad";
  }

  String mark() {
    return switch (result.standing()) {
      case PASSED -> "✓";
      case WARNED -> "!";
      case FLAKY -> "~";
      case UNDECIDED -> "?";
      case FAILED -> "✗";
      case MISSING -> "–";
    };
  }

  String title() {
    return result.name() + (result.title().isEmpty() ? "" : " · " + result.title());
  }

  /// Each lane and how long it took.
  List<String> lanes() {
    return result.lanes().stream()
        .map(lane -> lane.lane() + HtmlFile.number(" %.2f s", lane.wall()))
        .toList();
  }

  /// The broken expectations of the attempts before the last one.
  List<String> earlier() {
    return result.earlier().stream().map(BrokenExpectation::sentence).toList();
  }

  boolean isFlaky() {
    return result.standing() == Standing.FLAKY;
  }

  boolean isOfMany() {
    return result.plays() > 1;
  }

  List<String> undecidedSentences() {
    return result.undecided().stream().map(UndecidedExpectation::sentence).toList();
  }

  List<String> brokenSentences() {
    return result.breaches().stream().map(BrokenExpectation::sentence).toList();
  }

  /// Which of many plays is shown.
  String which() {
    String which = result.breaches().isEmpty() ? "The last of " : "The first not as expected of ";
    return which + result.plays() + " plays:";
  }

  List<String> laneNames() {
    return result.lanes().stream().map(ScenarioResult.LaneResult::lane).toList();
  }

  /// How often each result came; empty if results were not counted.
  List<CountRow> counts() {
    return result.repeats().stream()
        .flatMap(repeats -> repeats.rows().stream())
        .map(this::row)
        .toList();
  }

  private CountRow row(ResultCounts.ResultCount row) {
    return new CountRow(
        row.aspect(),
        row.result(),
        laneNames().stream().map(row::count).toList(),
        row.grade().map(Grade::word).orElse(""));
  }
}
