package duet.run;

import duet.lane.protocol.HostMessage.Ending;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.HostMessage.Threads;
import java.util.ArrayList;
import java.util.List;

/// Collects what one lane's run consists of, and passes it on to the play's listener.
final class RunRecorder {
  private final String lane;
  private final PlayListener listener;
  private final RunLog log;
  private final List<State> states = new ArrayList<>();
  private String runtime = "";

  /// @param lane the lane's id
  /// @param maxLines how many lines are kept
  RunRecorder(String lane, int maxLines, PlayListener listener) {
    this.lane = lane;
    this.listener = listener;
    log = new RunLog(maxLines);
  }

  /// The host has booted.
  void booted(String name) {
    runtime = name;
    listener.booted(lane, name);
  }

  /// The script was told to go.
  void goes() {
    listener.goes(lane);
  }

  /// The script printed a line.
  void printed(Line line) {
    if (log.add(line)) {
      listener.printed(lane, line);
    }
  }

  /// A thread was in a state for a while.
  void was(State state) {
    states.add(state);
  }

  /// Some threads wait for each other for ever.
  void stuck(Threads threads) {
    listener.stuck(lane, StandstillExplanation.of(threads));
  }

  /// The run has ended: its last lines, which were held back, are passed on first.
  Run ended(Ending ending) {
    if (log.omitted() > 0) {
      listener.omitted(lane, log.omitted());
    }
    log.end().forEach(line -> listener.printed(lane, line));
    var run =
        new Run(
            lane,
            runtime,
            log.lines(),
            log.omitted(),
            ending.outcome(),
            ending.usage(),
            ending.message(),
            states);
    listener.ended(run);
    return run;
  }
}
