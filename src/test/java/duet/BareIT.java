package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.scenario.InputFault;
import duet.scenario.Kind;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import duet.scenario.found.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Scripts of the course need no Duet: a bare `python3 FILE` and a bare `java FILE` run them. They
/// mostly sleep, so they run at the same time. Of each module the first that sleeps is run, unless
/// this is to be thorough.
class BareIT {
  /// What spares the machine while a JVM compiles a script that then sleeps.
  private static final Map<String, String> LIGHT =
      Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final int AT_ONCE = 12;

  @TestFactory
  Stream<DynamicTest> scriptsRunWithoutDuet() throws Exception {
    boolean hasCPython = hasCPython();
    var tests = new ArrayList<DynamicTest>();
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Scenario scenario : scenarios()) {
        tests.add(test(scenario, "java", true, pool.submit(() -> run(scenario, "java", JAVA))));
        tests.add(
            test(
                scenario,
                "py",
                hasCPython,
                pool.submit(() -> run(scenario, "py", Path.of("python3")))));
      }
    }
    return tests.stream();
  }

  private static Duet run(Scenario scenario, String extension, Path command) throws Exception {
    Map<String, String> environment = scenario.kind() == Kind.CPU ? Map.of() : LIGHT;
    String file = String.valueOf(scenario.sources().get(extension));
    return Duet.exec(Duet.ROOT, environment, List.of(command.toString(), file));
  }

  private static DynamicTest test(
      Scenario scenario, String extension, boolean isPossible, Future<Duet> future) {
    return DynamicTest.dynamicTest(
        scenario.name() + "." + extension,
        () -> {
          assumeTrue(isPossible, "no python3 of version 3.11 or newer here");
          Duet run = future.get();
          assertEquals(0, run.status(), run.err());
          assertFalse(run.out().isBlank());
        });
  }

  private static boolean hasCPython() throws InterruptedException {
    try {
      String check = "import sys; sys.exit(sys.version_info < (3, 11))";
      return Duet.exec(Duet.ROOT, Map.of(), List.of("python3", "-c", check)).status() == 0;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static List<Scenario> scenarios() throws InputFault {
    return new Catalog(Home.find())
        .modules().stream().flatMap(module -> chosen(module.scenarios())).toList();
  }

  private static Stream<Scenario> chosen(List<Scenario> scenarios) {
    return Duet.THOROUGH
        ? scenarios.stream()
        : scenarios.stream().filter(scenario -> scenario.kind() == Kind.WAITS).limit(1);
  }
}
