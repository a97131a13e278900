package duet.cli;

import duet.compare.BatchReport;
import duet.compare.Judgement;
import duet.compare.ResultCounts;
import duet.compare.Sweep;
import duet.console.Screen;
import duet.explore.Exploration;
import duet.log.BatchLogs;
import duet.log.ExplorationWriter;
import duet.log.LineSink;
import duet.log.LogReader;
import duet.log.PlayWriter;
import duet.log.ResultWriter;
import duet.log.SeriesWriter;
import duet.program.ProgramContext;
import duet.render.file.CsvFile;
import duet.render.file.CsvTable;
import duet.render.terminal.BatchView;
import duet.render.terminal.ExplorationView;
import duet.render.terminal.LiveView;
import duet.render.terminal.SeriesView;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayListeners;
import duet.scenario.InputFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `duet report`.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Shows saved logs as 'run' or 'batch' showed them. The logs of a batch's parts become one"
            + " report.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  duet run cpu_bound --log cpu.jsonl     saves a log",
      "  duet report cpu.jsonl                  shows it again",
      "  duet report *.jsonl --html all.html    writes all of them to one HTML page",
      "  duet report sweep.jsonl --csv          the times of a sweep, for a spreadsheet",
      "  duet report 1.jsonl 2.jsonl            one report for the parts of a batch"
    })
final class ReportCommand implements Callable<Integer> {
  private final ProgramContext context;

  @Parameters(arity = "1..*", paramLabel = "LOG", description = "A file that --log has saved.")
  private List<Path> logs = List.of();

  @Option(names = "--json", description = "Prints one JSON object per line instead of the logs.")
  private boolean json;

  @Option(
      names = "--csv",
      description =
          "Prints only the times of sweeps or the results of a batch, as comma-separated values.")
  private boolean csv;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description =
          "Writes a JUnit XML report for CI servers, with a test case for each scenario and lane.")
  private @Nullable Path junit;

  @Mixin private ViewOptions look = new ViewOptions();

  @Mixin private FileOptions files = new FileOptions();

  @Spec private CommandSpec spec;

  private int shown;
  private boolean isBroken;

  ReportCommand(ProgramContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputFault {
    look.check(spec);
    if (junit != null || BatchLogs.isBatch(logs)) {
      return batch();
    }
    var verdict = new ExpectationWatch();
    int plays = files.writing(listeners -> tell(listeners, verdict));
    if (plays == 0) {
      throw noCompletePlay();
    }
    return verdict.good && !isBroken ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  private InputFault noCompletePlay() {
    return new InputFault(
        InputFault.Fault.NOTHING_TO_PLAY,
        "there is no complete play in " + logs.getFirst(),
        "'duet run NAME --log FILE' saves one.");
  }

  /// Reports a batch, or all the parts of a batch.
  private int batch() throws InputFault {
    files.checkNoTrace(spec);
    BatchLogs all = BatchLogs.of(logs);
    BatchReport report = all.report();
    if (report.results().isEmpty()) {
      throw noCompletePlay();
    }
    Screen screen = look.screen(context.console());
    var view = new BatchView(screen, context.clock());
    if (json) {
      report.results().forEach(result -> screen.line(ResultWriter.of(result)));
    } else if (csv) {
      new CsvFile(screen).write(report);
    } else {
      view.summary(report);
    }
    screen.flush();
    new ReportFiles(Optional.ofNullable(junit), files.html(), Optional.empty())
        .write(all, report, context);
    return report.isGood() ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  private int tell(List<PlayListener> files, ExpectationWatch verdict) throws InputFault {
    int plays = 0;
    for (Path log : logs) {
      plays +=
          LogReader.tell(
              log,
              new PlayReport(
                  () -> {
                    var listeners = new ArrayList<>(List.of(verdict, view()));
                    listeners.addAll(files); // last, because these may fail
                    return new PlayListeners(listeners);
                  }));
    }
    return plays;
  }

  private PlayListener view() {
    Screen screen = look.screen(context.console());
    if (csv) {
      return new PlayListener() {};
    }
    if (json) {
      return new PlayWriter(LineSink.of(screen::line, screen::flush));
    }
    if (shown++ > 0) {
      screen.line("");
    }
    boolean sideBySide = LiveView.fitsSideBySide(screen.width());
    return new LiveView(screen, context.clock(), sideBySide, look.timeline(screen));
  }

  /// Shows the plays, sweeps, repeats and explorations of a log.
  private final class PlayReport implements LogReader.LogListener {
    private final Supplier<PlayListener> views;

    PlayReport(Supplier<PlayListener> views) {
      this.views = views;
    }

    @Override
    public PlayListener play(LogReader.PlayLocation place) {
      return views.get();
    }

    @Override
    public void finished(String scenario, String title, Sweep sweep) {
      Screen screen = look.screen(context.console());
      if (csv) {
        rows(screen, scenario, sweep);
      } else if (json) {
        var out = new SeriesWriter(LineSink.of(screen::line, screen::flush), scenario, title);
        out.begins("sweep", sweep.lanes());
        out.show(sweep);
      } else {
        var view = new SeriesView(screen);
        view.begins(scenario, title, "sweep");
        view.show(sweep);
      }
    }

    @Override
    public void finished(String scenario, String title, ResultCounts repeats, List<String> lanes) {
      Screen screen = look.screen(context.console());
      if (json) {
        var out = new SeriesWriter(LineSink.of(screen::line, screen::flush), scenario, title);
        out.begins("repeat", lanes);
        out.show(repeats, lanes);
      } else if (!csv) {
        var view = new SeriesView(screen);
        view.begins(scenario, title, "repeat");
        view.show(repeats, lanes);
      }
    }

    @Override
    public void explored(String scenario, List<Exploration> all) {
      isBroken |= all.stream().anyMatch(Exploration::isBroken);
      Screen screen = look.screen(context.console());
      if (json) {
        new ExplorationWriter(LineSink.of(screen::line, screen::flush), scenario).write(all);
      } else if (!csv) {
        if (shown++ > 0) {
          screen.line("");
        }
        var view = new ExplorationView(screen);
        view.begins(scenario, "");
        view.table(all);
        all.forEach(one -> view.findings(one, List.of(), scenario));
      }
    }

    private void rows(Screen screen, String scenario, Sweep sweep) {
      var table = new CsvTable(List.of("scenario", "lane", "threads", "seconds"));
      for (Sweep.Point point : sweep.points()) {
        for (double seconds : point.seconds()) {
          table.row(
              List.of(
                  scenario,
                  point.lane(),
                  String.valueOf(point.threads()),
                  String.format(Locale.ROOT, "%.6f", seconds)));
        }
      }
      screen.line(table.text());
      screen.flush();
    }
  }

  /// Notes whether all plays were as expected.
  private static final class ExpectationWatch implements PlayListener {
    private boolean good = true;

    @Override
    public void finished(Play play) {
      good &= Judgement.of(play).asExpected();
    }
  }
}
