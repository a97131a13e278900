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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Scripts of the course need no Duet: a bare `python3 FILE` and a bare `java FILE` run them. They
/// mostly sleep, so they run at the same time; the first of each module, unless this is to be
/// thorough.
@Execution(ExecutionMode.CONCURRENT)
class BareIT {
  /// What spares the machine while a JVM compiles a script that then sleeps.
  private static final Map<String, String> LIGHT =
      Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> originalsRunUnderCPython() throws Exception {
    assumeTrue(hasCPython(), "no python3 of version 3.11 or newer here");
    return scenarios().map(scenario -> runs(scenario, "py", "python3"));
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> twinsRunUnderJava() throws InputFault {
    return scenarios().map(scenario -> runs(scenario, "java", JAVA.toString()));
  }

  private static DynamicTest runs(Scenario scenario, String extension, String command) {
    Path file = scenario.sources().get(extension);
    return DynamicTest.dynamicTest(
        scenario.name() + "." + extension,
        () -> {
          Map<String, String> environment = scenario.kind() == Kind.CPU ? Map.of() : LIGHT;
          Duet run = Duet.exec(Duet.ROOT, environment, List.of(command, String.valueOf(file)));
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

  private static Stream<Scenario> scenarios() throws InputFault {
    int ofModule = Duet.THOROUGH ? Integer.MAX_VALUE : 1;
    return new Catalog(Home.find())
        .modules().stream().flatMap(m -> m.scenarios().stream().limit(ofModule));
  }
}
