package duet.cli;

import duet.batch.Batch;
import duet.batch.BatchListener;
import duet.batch.Resumption;
import duet.compare.BatchReport;
import duet.compare.ScenarioResult;
import duet.console.Screen;
import duet.lane.process.Hosts;
import duet.log.BatchHeader;
import duet.log.BatchLogs;
import duet.log.LogFile;
import duet.program.ProgramContext;
import duet.render.terminal.BatchView;
import duet.run.Interruption;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plays a batch, or the scenarios that its log lacks, and reports the results.
record BatchRun(
    ProgramContext context, Caller caller, BatchPlan plan, ReportFiles files, Screen screen) {
  /// Plays the batch and returns the exit code.
  ///
  /// @throws InputFault when the log or a report cannot be written
  int play() throws InputFault {
    List<Scenario> own = plan.own();
    List<String> paths = BatchPlan.paths(own);
    Set<String> known = plan.earlier().map(Resumption::finished).orElse(Set.of());
    var header =
        new BatchHeader(
            plan.shard().number(),
            plan.shard().of(),
            BatchPlan.paths(plan.all()),
            paths,
            plan.isStrict());
    Optional<BatchHeader> begun = plan.earlier().flatMap(Resumption::header);
    LogFile file =
        plan.earlier().isPresent()
            ? LogFile.goOn(plan.log(), plan.earlier().get().version())
            : LogFile.open(plan.log());
    var view = new BatchView(screen, context.clock());
    view.begins(paths, (int) paths.stream().filter(known::contains).count());
    boolean whole;
    int signal;
    try (Interruption interruption = caller.interruption();
        Hosts.Lease hosts = context.hosts().lasting();
        file) {
      if (!begun.equals(Optional.of(header))) {
        file.begin(header);
      }
      whole =
          new Batch(hosts.hosts(), plan.options(), plan.rules(), file, new BatchProgress(view))
              .play(own.stream().filter(s -> !known.contains(s.path())).toList());
      signal = interruption.status();
    }
    Thread.interrupted(); // so that the reports are written in any case
    Optional<String> failure = file.failure();
    if (failure.isPresent()) {
      throw InputFault.usage(
          failure.get(), "'duet batch … --resume " + plan.log() + "' plays the missing scenarios.");
    }
    boolean good = report(view, Set.copyOf(paths));
    if (!whole) {
      context
          .console()
          .error(
              "duet: interrupted; to continue, use '--resume " + plan.log() + "' instead of --log");
      return signal == 0 ? ExitCode.INTERRUPTED : signal;
    }
    return good ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  /// Reports the results, which it reads from the log.
  private boolean report(BatchView view, Set<String> paths) throws InputFault {
    BatchLogs logs = BatchLogs.of(List.of(plan.log()));
    BatchReport report = logs.report(paths);
    view.summary(report);
    files.write(logs, report, context);
    return report.isGood();
  }

  /// Passes the batch's events on to the view.
  private record BatchProgress(BatchView view) implements BatchListener {
    @Override
    public void begins(String path) {
      view.begins(path);
    }

    @Override
    public void finished(ScenarioResult result) {
      view.finished(result);
    }

    @Override
    public void tick() {
      view.show();
    }
  }
}
