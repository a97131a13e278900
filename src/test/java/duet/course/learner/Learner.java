package duet.course.learner;

import duet.console.ColorChoice;
import duet.console.TestConsole;
import duet.course.lesson.LessonRun;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.options.LaneChoice;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A learner without a terminal, who types what was laid ready, in front of a stage without hosts:
/// there a script prints the lines that stand in it.
public final class Learner implements LessonPlayer {
  private final TestConsole console = new TestConsole().interactive().editor(1);

  /// What was shown.
  public final StringBuilder seen = console.printed();

  /// What was played, such as `two_sleepers python,java at 1.0`.
  public final List<String> played = new ArrayList<>();

  public final Deque<String> typed = console.typed();
  public List<Lane> lanes = BuiltInLanes.lanes().usual();
  public double speed = 1;
  public OptionalDouble coreWait = OptionalDouble.empty();
  public Outcome outcome = Outcome.COMPLETED;
  public boolean isToEnd;

  /// How long a play takes at a speed.
  public DoubleUnaryOperator wall = at -> 1.2 / at;

  public Runnable duringPlay = () -> {};
  private final Path state;

  public Learner(Path state) {
    this.state = state;
  }

  public CourseContext courseContext() throws InputFault, IOException {
    var folder = new StateFolder(state);
    return new CourseContext(
        TestContext.with(console),
        ColorChoice.never,
        this,
        Progress.of(folder.file("progress.jsonl")),
        new PrivateCopies(folder, BuiltInLanes.lanes().scripts().languages()),
        new CourseMessages("en"),
        "duet learn --course mine");
  }

  public Learner types(String... lines) {
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
        how.lanes().map(LaneChoice::lanes).orElse(lanes).stream()
            .filter(l -> l.script(scenario).isPresent())
            .toList();
    played.add(scenario.name() + " " + ids(playing) + " at " + at);
    List<Run> runs = playing.stream().map(lane -> run(scenario, lane, at)).toList();
    duringPlay.run();
    return new Play(scenario, Tempo.TOGETHER, at, runs);
  }

  private static String ids(List<Lane> lanes) {
    return lanes.stream().map(Lane::id).collect(Collectors.joining(", "));
  }

  private Run run(Scenario scenario, Lane lane, double at) {
    try {
      List<String> lines = Files.readAllLines(lane.script(scenario).orElseThrow());
      List<Line> printed =
          IntStream.range(0, lines.size())
              .mapToObj(i -> new Line(i, i, "main", 1, OutputChannel.OUT, lines.get(i)))
              .toList();
      OptionalDouble unknown = OptionalDouble.empty();
      var usage = new Usage(wall.applyAsDouble(at), unknown, unknown, coreWait, unknown);
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
