package duet.cli;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.lane.AotCache;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.LaneFinding;
import duet.lane.sandbox.SandboxCheck;
import duet.program.ProgramContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `duet doctor`.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Shows what Duet has found, what is missing, and what to do about it.")
final class DoctorCommand implements Callable<Integer> {
  private final ProgramContext context;

  @Mixin private ColorOption color = new ColorOption();

  DoctorCommand(ProgramContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    var report = new Checklist(context.console().screen(color.choice));
    report.found("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    report.found("  in", System.getProperty("java.home"));
    context.lanes().all().stream()
        .flatMap(lane -> lane.findings(context.home(), context.environment()).stream())
        .forEach(report::lane);
    aotCaches(report);
    report.found("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    sandbox(report);
    report.found("terminal", context.console().isTerminal() ? "yes" : "no: output is plain");
    report.screen.flush();
    return report.good ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  private void sandbox(Checklist report) throws IOException {
    Optional<String> obstacle = SandboxCheck.obstacle(context.home());
    if (obstacle.isPresent()) {
      report.optional(
          "sandbox", Optional.empty(), "--sandbox does not work here: " + obstacle.get());
    } else {
      report.found("sandbox", "--sandbox works here");
      SandboxCheck.enforced().forEach((what, text) -> report.found("  " + what, text));
    }
  }

  /// Reads them all, so a damaged one is found.
  private void aotCaches(Checklist report) {
    Stream<AotCache> ofHosts =
        context.lanes().all().stream()
            .map(lane -> lane.program(context.home(), Jit.AUTO))
            .filter(HostProgram.OnJvm.class::isInstance)
            .map(program -> ((HostProgram.OnJvm) program).jvm().aotCache());
    List<AotCache> caches =
        Stream.concat(Stream.of(AotCache.of(context.home(), AotCache.FRONT_END)), ofHosts).toList();
    List<String> problems =
        caches.stream().map(DoctorCommand::problem).flatMap(Optional::stream).toList();
    problems.forEach(problem -> report.missing("AOT cache", problem));
    if (problems.isEmpty()) {
      String hosts = caches.size() == 3 ? "both hosts" : "all hosts";
      report.found("AOT caches", "for the command line and " + hosts);
    }
  }

  private static Optional<String> problem(AotCache cache) {
    Optional<String> damage = cache.check();
    if (damage.isPresent() || cache.isUsable()) {
      return damage;
    }
    return Optional.of(
        "none for "
            + cache.starts()
            + ", so it starts more slowly: "
            + cache.absence()
            + ". "
            + AotCache.BUILD_AGAIN);
  }

  /// The lines of the report, and whether everything that Duet needs was found.
  private static final class Checklist {
    private final Screen screen;
    private boolean good = true;

    Checklist(Screen screen) {
      this.screen = screen;
    }

    void found(String what, String text) {
      line("✓", Role.GOOD, what, text);
    }

    void lane(LaneFinding finding) {
      if (finding.needed() && finding.found().isEmpty()) {
        good = false;
        line("✗", Role.BAD, finding.what(), "missing. " + finding.remedy());
      } else {
        optional(finding.what(), finding.found(), finding.remedy());
      }
    }

    void optional(String what, Optional<String> text, String remark) {
      text.ifPresentOrElse(
          found -> found(what, found), () -> missing(what, "not found. " + remark));
    }

    void missing(String what, String text) {
      line("–", Role.FAINT, what, text);
    }

    private void line(String mark, Role role, String what, String text) {
      screen.line(screen.theme().paint(role, mark) + " " + Cells.fit(what, 13) + "  " + text);
    }
  }
}
