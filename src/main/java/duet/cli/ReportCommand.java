package duet.cli;

import duet.compare.Judgement;
import duet.lane.HostMessage.Line;
import duet.render.JsonView;
import duet.render.LiveView;
import duet.render.SavedLog;
import duet.render.Screen;
import duet.run.Listeners;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.Run;
import duet.run.Tempo;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `duet report`.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Shows saved logs again, as 'run' showed them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet run cpu_bound --log cpu.jsonl     saves a log",
      "  duet report cpu.jsonl                  shows it again",
      "  duet report *.jsonl --html all.html    makes a page of all of them"
    })
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "LOG", description = "What 'run --log' has saved.")
  private List<Path> logs = List.of();

  @Option(names = "--json", description = "Prints one JSON object a line instead of the logs.")
  private boolean json;

  @Mixin private ViewOptions look = new ViewOptions();

  @Mixin private FileOptions files = new FileOptions();

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InputFault, IOException {
    var verdict = new Verdict();
    int plays = 0;
    Screen screen = look.screen(terminal);
    try (FileOptions.Opened opened = files.open()) {
      for (Path log : logs) {
        plays += SavedLog.tell(log, new Each(screen, opened.listeners(), verdict));
      }
    }
    if (plays == 0) {
      throw new InputFault(
          InputFault.Fault.NOTHING_TO_PLAY,
          "there is no whole play in " + logs.getFirst(),
          "'duet run NAME --log FILE' saves one.");
    }
    return verdict.good ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  /// Shows each play on a view of its own.
  private final class Each implements PlayListener {
    private final Screen screen;
    private final List<PlayListener> others;
    private PlayListener current = new PlayListener() {};
    private boolean isFirst = true;

    Each(Screen screen, List<PlayListener> files, Verdict verdict) {
      this.screen = screen;
      others = new ArrayList<>(files);
      others.add(verdict);
    }

    @Override
    public void begins(Scenario scenario, Tempo tempo, List<String> lanes) {
      if (!isFirst && !json) {
        screen.line("");
      }
      isFirst = false;
      boolean sideBySide = LiveView.fitsSideBySide(screen.width());
      var all = new ArrayList<>(others);
      all.add(
          json ? new JsonView(screen) : new LiveView(screen, sideBySide, 1, look.timeline(screen)));
      current = new Listeners(all);
      current.begins(scenario, tempo, lanes);
    }

    @Override
    public void booted(String lane, String runtime) {
      current.booted(lane, runtime);
    }

    @Override
    public void printed(String lane, Line line) {
      current.printed(lane, line);
    }

    @Override
    public void omitted(String lane, long lines) {
      current.omitted(lane, lines);
    }

    @Override
    public void stuck(String lane, String explanation) {
      current.stuck(lane, explanation);
    }

    @Override
    public void ended(Run run) {
      current.ended(run);
    }

    @Override
    public void finished(Play play) {
      current.finished(play);
    }
  }

  /// Whether all went as expected.
  private static final class Verdict implements PlayListener {
    private boolean good = true;

    @Override
    public void finished(Play play) {
      good &= Judgement.of(play).asExpected();
    }
  }
}
