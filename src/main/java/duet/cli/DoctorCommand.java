package duet.cli;

import duet.console.Cells;
import duet.console.Screen;
import duet.console.Theme.Role;
import duet.lane.Jvm;
import duet.lane.process.Sandbox;
import duet.lane.python.PythonLane;
import duet.lane.python.runtime.SitePackages;
import duet.program.ProgramContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `duet doctor`.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what was found, what is missing, and what to do about it.")
final class DoctorCommand implements Callable<Integer> {
  private final ProgramContext context;

  @Mixin private ColorOption color = new ColorOption();

  DoctorCommand(ProgramContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var report = new Findings(context.console().screen(color.choice));
    report.found("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    report.found("  in", System.getProperty("java.home"));
    report.check(
        "compiler",
        ToolCheck.hasCompiler() ? Optional.of("jdk.compiler") : Optional.empty(),
        "The Java lane needs a JDK, not only a JRE: set JAVA_HOME to one.");
    report.check("GraalPy", graalPy(), "Build again: mvn -B package -DskipTests");
    report.optional(
        "JIT",
        jit(),
        "Python is interpreted, ten to a hundred times slower. Any stock JDK 25 (or a GraalVM) will"
            + " do; then build again.");
    report.optional(
        "AOT caches",
        aotCaches(),
        "Everything starts some seconds later. Build again: mvn -B package -DskipTests");
    report.found("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    report.optional(
        "CPython",
        ToolCheck.firstLine("python3", "--version"),
        "Not needed to play; 'python3 python-originals/…' would run the originals.");
    report.optional(
        "tqdm",
        tqdm(),
        "progress_bar plays with a stand-in. Debian: apt install python3-tqdm; elsewhere put its"
            + " folder into DUET_PYTHONPATH.");
    Optional<String> obstacle = Sandbox.obstacle();
    report.optional(
        "sandbox",
        obstacle.isPresent() ? Optional.empty() : Optional.of("--sandbox works here"),
        obstacle.map(why -> "--sandbox is refused: " + why).orElse(""));
    report.found("terminal", context.console().isTerminal() ? "yes" : "no: output is plain");
    report.screen.flush();
    return report.good ? ExitCode.OK : ExitCode.PLAY_FAILED;
  }

  private Optional<String> graalPy() {
    Path jars = context.home().program().resolve("python");
    if (!Files.isDirectory(jars)) {
      return Optional.empty();
    }
    try (var files = Files.list(jars)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("python-language-"))
          .map(name -> name.replace("python-language-", "").replace(".jar", ""))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> jit() {
    if (!PythonLane.hasJit(context.home())) {
      return Optional.empty();
    }
    return Optional.of(
        PythonLane.isGraalVm(Jvm.OWN_JAVA_HOME)
            ? "this GraalVM's"
            : "Graal compiler, in a Java runtime of our own");
  }

  private Optional<String> aotCaches() {
    Path caches = context.home().program().resolve("aot");
    return Stream.of("duet", "java", "python")
            .allMatch(name -> Files.exists(caches.resolve(name + ".aot")))
        ? Optional.of("for the command line and both hosts")
        : Optional.empty();
  }

  private Optional<String> tqdm() {
    return SitePackages.found(context.environment()).stream()
        .map(folder -> Path.of(folder, "tqdm"))
        .filter(Files::isDirectory)
        .map(Path::toString)
        .findFirst();
  }

  /// Looks for tools.
  private static final class ToolCheck {
    static boolean hasCompiler() {
      return ModuleLayer.boot().findModule("jdk.compiler").isPresent();
    }

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

  /// The lines of the report, and whether all that is needed was found.
  private static final class Findings {
    private final Screen screen;
    private boolean good = true;

    Findings(Screen screen) {
      this.screen = screen;
    }

    void found(String what, String text) {
      line("✓", Role.GOOD, what, text);
    }

    void check(String what, Optional<String> text, String mend) {
      text.ifPresentOrElse(found -> found(what, found), () -> missing(what, mend));
    }

    void optional(String what, Optional<String> text, String remark) {
      text.ifPresentOrElse(
          found -> found(what, found), () -> line("–", Role.FAINT, what, "not found. " + remark));
    }

    private void missing(String what, String mend) {
      good = false;
      line("✗", Role.BAD, what, "missing. " + mend);
    }

    private void line(String mark, Role role, String what, String text) {
      screen.line(screen.theme().paint(role, mark) + " " + Cells.fit(what, 10) + "  " + text);
    }
  }
}
