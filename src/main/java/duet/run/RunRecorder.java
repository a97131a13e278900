package duet.run;

import duet.lane.LaneDescription;
import duet.lane.protocol.HostMessage.Ending;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.OutputChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what one lane's run consists of, and passes it on to the play's listener.
final class RunRecorder {
  /// A host tells no more than that; a script that forges its messages may.
  private static final int UNFINISHED_AT_MOST = 2_000;

  private static final int STUCK_AT_MOST = 100;

  private final String lane;
  private final boolean hasGlobalLock;
  private final PlayListener listener;
  private final RunLog log;
  private final StateLog states = new StateLog();
  private final Map<Place, Line> unfinished = new LinkedHashMap<>();
  private String runtime = "";
  private String unseen = "";
  private int stuck;

  /// Where a thread continues a line.
  private record Place(long tid, OutputChannel stream) {
    static Place of(Line line) {
      return new Place(line.tid(), line.stream());
    }
  }

  /// @param lane the lane's id
  /// @param maxLines how many lines are kept
  RunRecorder(LaneDescription lane, int maxLines, PlayListener listener) {
    this.lane = lane.id();
    hasGlobalLock = lane.hasGlobalLock();
    this.listener = listener;
    log = new RunLog(maxLines);
  }

  /// The host has booted, which it tells once.
  void booted(String name) {
    if (runtime.isEmpty()) {
      runtime = name;
      listener.booted(lane, name);
    }
  }

  /// The script was told to go.
  void goes() {
    listener.goes(lane);
  }

  /// The script printed a part of a line.
  void unfinished(Line line) {
    if (unfinished.size() < UNFINISHED_AT_MOST || unfinished.containsKey(Place.of(line))) {
      unfinished.put(Place.of(line), line);
      listener.unfinished(lane, line);
    }
  }

  /// The script printed a line.
  void printed(Line line) {
    unfinished.remove(Place.of(line));
    if (log.add(line)) {
      listener.printed(lane, line);
    }
  }

  /// A thread was in a state for a while.
  void was(State state) {
    states.add(state);
  }

  /// What threads did cannot be seen, or not all of it.
  void cannotSee(String why) {
    unseen = why;
  }

  /// Some threads wait for each other for ever.
  void stuck(Threads threads) {
    if (stuck++ < STUCK_AT_MOST) {
      listener.stuck(lane, StandstillExplanation.of(threads));
    }
  }

  /// The run has ended: its last lines, which were held back, are passed on first. What a host that
  /// is gone did not finish counts as a line.
  Run ended(Ending ending) {
    List.copyOf(unfinished.values()).forEach(this::printed);
    if (log.omitted() > 0) {
      listener.omitted(lane, log.omitted());
    }
    log.end().forEach(line -> listener.printed(lane, line));
    var run =
        new Run(
            lane,
            hasGlobalLock,
            runtime,
            log.lines(),
            log.omitted(),
            ending.outcome(),
            ending.usage(),
            ending.message(),
            states.all(),
            unseen);
    listener.ended(run);
    return run;
  }
}
