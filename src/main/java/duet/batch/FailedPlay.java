package duet.batch;

import duet.lane.Lane;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.PlayOptions;
import duet.run.PlayRecording;
import duet.run.Run;
import duet.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A play that Duet itself failed to play or to judge. It is the result of its scenario like any
/// other, so that the batch goes on: every lane has crashed, and the message is for a bug report.
final class FailedPlay {
  private static final int FRAMES = 12;

  private FailedPlay() {}

  static Play of(Scenario scenario, PlayOptions options, Throwable fault) {
    String trace =
        Arrays.stream(fault.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "\n  at " + frame)
            .collect(Collectors.joining());
    String why =
        "this is a bug of Duet's own. Please report it with these lines:\n" + fault + trace;
    List<Run> runs = options.lanesOf(scenario).stream().map(lane -> crashed(lane, why)).toList();
    return new Play(scenario, options.tempoOf(scenario), options.speed(), runs);
  }

  private static Run crashed(Lane lane, String why) {
    return new Run(
        lane.id(),
        lane.description().hasGlobalLock(),
        "",
        List.of(),
        0,
        Outcome.CRASHED,
        Usage.ofWall(0),
        why,
        List.of());
  }

  /// What a listener would have heard of such a play.
  static PlayRecording recording(Play play) {
    var recording = new PlayRecording();
    List<String> lanes = play.runs().stream().map(Run::lane).toList();
    recording.begins(play.scenario(), play.tempo(), play.speed(), lanes);
    play.runs().forEach(recording::ended);
    recording.finished(play);
    return recording;
  }
}
