package duet.compare;

import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.Expectations;
import duet.scenario.Scenarios;
import duet.scenario.SeriesDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A run of a second whose lines and thread states a test makes up. Times are milliseconds.
final class MadeUpRun {
  private static final long WALL = 1_000;

  private final String lane;
  private final List<Line> lines = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private long coreWait;
  private long jvmCoreWait;

  MadeUpRun(String lane) {
    this.lane = lane;
  }

  void prints(long tid, long at, String text) {
    lines.add(new Line(lines.size() + 1, at * 1_000_000, "t", tid, OutputChannel.OUT, text));
  }

  void was(long tid, ThreadState state, long from, long to) {
    states.add(new State(tid, "t", state, from * 1_000_000, to * 1_000_000, "", 0));
    coreWait += state == ThreadState.READY ? to - from : 0;
  }

  /// How long other threads of its process waited for a core.
  void jvmWaited(long forCore) {
    jvmCoreWait = forCore;
  }

  Run run() {
    var usage =
        new Usage(
            WALL / 1e3,
            OptionalDouble.of(0),
            OptionalDouble.of(0),
            OptionalDouble.of(coreWait / 1e3),
            OptionalDouble.of(jvmCoreWait / 1e3));
    return new Run(lane, true, "", lines, 0, Outcome.COMPLETED, usage, "", states);
  }

  /// A play of which something is expected.
  static Play play(Expectations expected, MadeUpRun... runs) {
    return new Play(
        Scenarios.of(expected, SeriesDeclaration.NONE),
        Tempo.TOGETHER,
        1,
        List.of(runs).stream().map(MadeUpRun::run).toList());
  }
}
