package duet.cli;

import duet.console.ColorChoice;
import duet.console.Screen;
import duet.course.learner.LessonPlayer;
import duet.course.lesson.LessonRun;
import duet.lane.Lane;
import duet.program.ProgramContext;
import duet.render.terminal.LiveView;
import duet.render.terminal.SeriesView;
import duet.render.terminal.TimelineChoice;
import duet.run.Interruption;
import duet.run.Play;
import duet.run.PlayListeners;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Plays a lesson's scenarios on the terminal, with the options that the learner has chosen.
final class TerminalLessonPlayer implements LessonPlayer {
  private final ProgramContext context;
  private final Caller caller;
  private final PlayOptions options;
  private final ColorChoice color;
  private final UnaryOperator<Scenario> chosen;
  private int status;

  /// @param chosen maps a scenario of the lesson to the one that is played
  TerminalLessonPlayer(
      ProgramContext context,
      Caller caller,
      PlayOptions options,
      ColorChoice color,
      UnaryOperator<Scenario> chosen) {
    this.context = context;
    this.caller = caller;
    this.options = options;
    this.color = color;
    this.chosen = chosen;
  }

  @Override
  public void prepare() {
    if (!options.sandbox()) {
      options.lanes().forEach(lane -> context.hosts().prepare(lane, options.jit()));
    }
  }

  @Override
  public List<Lane> lanes() {
    return options.lanes();
  }

  @Override
  public double speed() {
    return options.speed();
  }

  @Override
  public Play play(Scenario scenario, LessonRun how) {
    Screen screen = context.console().screen(color);
    var view =
        new LiveView(
            screen,
            context.clock(),
            LiveView.fitsSideBySide(screen.width()),
            TimelineChoice.AUTO.style(screen.live()));
    try (var _ = attend()) {
      return new Player(context.hosts())
          .play(
              chosen.apply(scenario),
              how.options(options),
              new PlayListeners(List.of(view, caller.recorder().get())));
    } finally {
      var _ = Thread.interrupted(); // the outcome already says so
    }
  }

  @Override
  public boolean playSeries(Scenario scenario, LessonRun how) {
    var series =
        new SeriesRun(
            new Player(context.hosts()),
            context.clock(),
            chosen.apply(scenario),
            how.options(options),
            Optional.of(new SeriesView(context.console().screen(color))),
            List.of());
    try (var _ = attend()) {
      int came =
          how.sweep().isEmpty()
              ? series.repeat(how.times(), how.by())
              : series.sweep(how.sweep(), how.times());
      return came != ExitCode.INTERRUPTED;
    } finally {
      var _ = Thread.interrupted();
    }
  }

  @Override
  public Attention attend() {
    var interruption = Interruption.ofThisThreadOnce();
    return () -> {
      if (!isToEnd() && interruption.status() != 0) {
        status = interruption.status();
      }
      interruption.close();
    };
  }

  @Override
  public boolean isToEnd() {
    return status != 0 && status != ExitCode.INTERRUPTED;
  }

  /// The exit code for the signal that has arrived; 0 if there was none.
  int status() {
    return status;
  }
}
