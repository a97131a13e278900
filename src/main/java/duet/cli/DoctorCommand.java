package duet.cli;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.LaneFinding;
import duet.lane.sandbox.SandboxCheck;
import duet.program.ProgramContext;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
    report.optional(
        "AOT caches",
        aotCaches(),
        "Every start takes some seconds longer. Build again: mvn -B package -DskipTests");
    report.found("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    report.optional(
        "CPython",
        ToolCheck.firstLine("python3", "--version"),
        "Duet does not need it; only the originals do: python3 python-originals/…");
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

  private Optional<String> aotCaches() {
    Home home = context.home();
    List<Jvm> jvms =
        context.lanes().all().stream()
            .map(lane -> lane.program(home, Jit.AUTO))
            .filter(HostProgram.OnJvm.class::isInstance)
            .map(program -> ((HostProgram.OnJvm) program).jvm())
            .toList();
    boolean isWhole =
        Files.exists(home.program().resolve("aot").resolve("duet.aot"))
            && jvms.stream().allMatch(jvm -> Files.exists(jvm.aotCache()));
    String hosts = jvms.size() == 2 ? "both hosts" : "all hosts";
    return isWhole ? Optional.of("for the command line and " + hosts) : Optional.empty();
  }

  /// Finds out the versions of tools.
  private static final class ToolCheck {
    static Optional<String> firstLine(String... command) {
      try {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean good = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        return good ? text.lines().findFirst() : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
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
          found -> found(what, found), () -> line("–", Role.FAINT, what, "not found. " + remark));
    }

    private void line(String mark, Role role, String what, String text) {
      screen.line(screen.theme().paint(role, mark) + " " + Cells.fit(what, 10) + "  " + text);
    }
  }
}
