package duet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import duet.clock.SystemClock;
import duet.console.ProcessConsole;
import duet.run.Interruption;
import duet.run.Player;
import java.io.FileDescriptor;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Dependencies between packages point one way: from what the user meets to what is played.
class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("duet");

  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("main")
        .definedBy("duet")
        .layer("setup")
        .definedBy("duet.setup")
        .layer("cli")
        .definedBy("duet.cli")
        .layer("embed")
        .definedBy("duet.embed")
        .layer("repl")
        .definedBy("duet.repl")
        .layer("course")
        .definedBy("duet.course..")
        .layer("options")
        .definedBy("duet.options")
        .layer("manual")
        .definedBy("duet.manual")
        .layer("program")
        .definedBy("duet.program")
        .layer("clock")
        .definedBy("duet.clock")
        .layer("batch")
        .definedBy("duet.batch")
        .layer("terminal")
        .definedBy("duet.render.terminal")
        .layer("html")
        .definedBy("duet.render.html")
        .layer("file")
        .definedBy("duet.render.file")
        .layer("render")
        .definedBy("duet.render")
        .layer("console")
        .definedBy("duet.console")
        .layer("log")
        .definedBy("duet.log")
        .layer("explore")
        .definedBy("duet.explore")
        .layer("compare")
        .definedBy("duet.compare")
        .layer("run")
        .definedBy("duet.run")
        .layer("builtin")
        .definedBy("duet.lane.builtin")
        .layer("language")
        .definedBy("duet.lane.python..", "duet.lane.java..", "duet.lane.cpython..")
        .layer("host")
        .definedBy("duet.lane.host")
        .layer("sandbox")
        .definedBy("duet.lane.sandbox")
        .layer("seccomp")
        .definedBy("duet.lane.seccomp")
        .layer("process")
        .definedBy("duet.lane.process")
        .layer("lane")
        .definedBy("duet.lane")
        .layer("protocol")
        .definedBy("duet.lane.protocol")
        .layer("scenario")
        .definedBy("duet.scenario..")
        .whereLayer("main")
        .mayOnlyBeAccessedByLayers("setup")
        .whereLayer("setup")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("embed")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("repl")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("course")
        .mayOnlyBeAccessedByLayers("repl", "cli")
        .whereLayer("options")
        .mayOnlyBeAccessedByLayers("course", "cli")
        .whereLayer("manual")
        .mayOnlyBeAccessedByLayers("repl", "cli")
        .whereLayer("program")
        .mayOnlyBeAccessedByLayers("course", "repl", "cli", "main")
        .whereLayer("batch")
        .mayOnlyBeAccessedByLayers("course", "cli")
        .whereLayer("terminal")
        .mayOnlyBeAccessedByLayers("course", "manual", "repl", "cli")
        .whereLayer("html")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("file")
        .mayOnlyBeAccessedByLayers("course", "cli")
        .whereLayer("render")
        .mayOnlyBeAccessedByLayers("terminal", "html", "file")
        .whereLayer("console")
        .mayOnlyBeAccessedByLayers(
            "render",
            "terminal",
            "html",
            "file",
            "program",
            "course",
            "manual",
            "repl",
            "cli",
            "main")
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("terminal", "html", "file", "batch", "course", "repl", "cli")
        .whereLayer("explore")
        .mayOnlyBeAccessedByLayers("log", "terminal", "html", "file", "course", "repl", "cli")
        .whereLayer("compare")
        .mayOnlyBeAccessedByLayers(
            "explore",
            "log",
            "render",
            "terminal",
            "html",
            "file",
            "batch",
            "options",
            "course",
            "embed",
            "cli")
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers(
            "explore",
            "compare",
            "log",
            "render",
            "terminal",
            "html",
            "file",
            "batch",
            "options",
            "course",
            "embed",
            "repl",
            "cli",
            "setup",
            "main")
        .whereLayer("builtin")
        .mayOnlyBeAccessedByLayers("main", "embed", "setup")
        .whereLayer("language")
        .mayOnlyBeAccessedByLayers("builtin", "setup")
        .whereLayer("host")
        .mayOnlyBeAccessedByLayers("language")
        .whereLayer("process")
        .mayOnlyBeAccessedByLayers(
            "explore", "run", "batch", "program", "course", "embed", "repl", "cli", "setup", "main")
        .whereLayer("sandbox")
        .mayOnlyBeAccessedByLayers("process", "embed", "cli", "setup")
        .whereLayer("seccomp")
        .mayOnlyBeAccessedByLayers("sandbox", "host", "language")
        .check(classes);
  }

  @Test
  void noPackageDependsOnItselfThroughAnother() {
    slices().matching("duet.(**)").should().beFreeOfCycles().check(classes);
  }

  /// What is pure or saved must not load a terminal or a language.
  @Test
  void scenariosComparisonsAndLogsUseNoTerminalAndNoGraalPy() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "duet.scenario..", "duet.compare..", "duet.log..", "duet.lane.protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jline..", "org.graalvm..", "com.oracle..", "duet.console..")
        .check(classes);
  }

  /// Only where the program is wired does it take hold of its process: [Main] makes the context,
  /// [ProcessConsole] the console, [SystemClock] the clock. What stands apart: the build's own
  /// programs (`setup`), the host processes and what starts them (`lane`), [Player], whose clock
  /// the hosts read too, and [Interruption], which ends the process at a second Ctrl-C.
  @Test
  void theProcessIsTakenHoldOfInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages("duet.setup..", "duet.lane..")
        .and()
        .doNotBelongToAnyOf(
            Main.class, ProcessConsole.class, SystemClock.class, Player.class, Interruption.class)
        .should()
        .callMethodWhere(takesHoldOfTheProcess())
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .accessField(FileDescriptor.class, "in")
        .orShould()
        .accessField(FileDescriptor.class, "out")
        .orShould()
        .accessField(FileDescriptor.class, "err")
        .check(classes);
  }

  private static DescribedPredicate<JavaMethodCall> takesHoldOfTheProcess() {
    Set<String> calls =
        Set.of(
            "java.lang.System.getenv",
            "java.lang.System.exit",
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.console",
            "java.time.Instant.now",
            "java.time.LocalDateTime.now",
            "java.time.Clock.systemUTC");
    return DescribedPredicate.describe(
        "asks for the environment or the time, or ends the process",
        call -> calls.contains(call.getTargetOwner().getName() + "." + call.getName()));
  }
}
