package duet.course;

import duet.console.ColorChoice;
import duet.console.TestConsole;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.program.TestContext;
import duet.run.Play;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.folder.StateFolder;
import duet.scenario.found.PrivateCopies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// A learner without a terminal, who types what was laid ready, in front of a stage without hosts:
/// there a script prints the lines that stand in it.
final class Learner implements LessonPlayer {
  private final TestConsole console = new TestConsole().interactive().editor(1);

  /// What was shown.
  final StringBuilder seen = console.printed();

  /// What was played, such as `two_sleepers python,java at 1.0`.
  final List<String> played = new ArrayList<>();

  final Deque<String> typed = console.typed();
  List<Lane> lanes = BuiltInLanes.lanes().usual();
  double speed = 1;
  Outcome outcome = Outcome.COMPLETED;
  boolean isToEnd;

  /// How long a play takes at a speed.
  DoubleUnaryOperator wall = at -> 1.2 / at;

  Runnable duringPlay = () -> {};
  private final Path state;

  Learner(Path state) {
    this.state = state;
  }

  Desk desk() throws InputFault, IOException {
    var folder = new StateFolder(state);
    return new Desk(
        TestContext.with(console),
        ColorChoice.never,
        this,
        Progress.of(folder.file("progress.jsonl")),
        new PrivateCopies(folder),
        new CourseMessages("en"),
        "duet learn --course mine");
  }

  Learner types(String... lines) {
    typed.addAll(List.of(lines));
    return this;
  }

  @Override
  public void prepare() {}

  @Override
  public List<Lane> lanes() {
    return lanes;
  }

  @Override
  public double speed() {
    return speed;
  }

  @Override
  public Play play(Scenario scenario, LessonRun how) {
    double at = how.speed().orElse(speed);
    List<Lane> playing =
        how.lanes().orElse(lanes).stream().filter(l -> l.script(scenario).isPresent()).toList();
    played.add(scenario.name() + " " + ExerciseTrial.ids(playing) + " at " + at);
    List<Run> runs = playing.stream().map(lane -> run(scenario, lane, at)).toList();
    duringPlay.run();
    return new Play(scenario, Tempo.TOGETHER, at, runs);
  }

  private Run run(Scenario scenario, Lane lane, double at) {
    try {
      List<String> lines = Files.readAllLines(lane.script(scenario).orElseThrow());
      List<Line> printed =
          IntStream.range(0, lines.size())
              .mapToObj(i -> new Line(i, i, "main", 1, OutputChannel.OUT, lines.get(i)))
              .toList();
      var usage = new Usage(wall.applyAsDouble(at), OptionalDouble.empty(), OptionalDouble.empty());
      return new Run(
          lane.id(),
          lane.description().hasGlobalLock(),
          "",
          printed,
          0,
          outcome,
          usage,
          "",
          List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean playSeries(Scenario scenario, LessonRun how) {
    played.add(scenario.name() + " " + how.times() + " times");
    return true;
  }

  @Override
  public Attention attend() {
    return () -> {};
  }

  @Override
  public boolean isToEnd() {
    return isToEnd;
  }
}
