package duet.lane.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.python.PreludeText;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The engine that plays chosen schedules, on the Pythons of this machine. `PreludeIT` runs the
/// same tests on the embedded one.
class ExploringIT {
  private static final Path TESTS =
      Home.find().root().resolve("src/test/resources/prelude/exploring");

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> theTestsOfTheEngine() {
    return pythons()
        .map(
            python ->
                DynamicTest.dynamicTest(
                    python.toString(),
                    () -> {
                      String told = run(python, "random", "installed.py");
                      assertTrue(told.matches("\\d+ tests\\R"), told);
                    }));
  }

  /// Names of variables have other hashes there, and objects lie elsewhere in memory.
  @TestFactory
  Stream<DynamicTest> aScheduleIsTheSameInEveryProcess() {
    return pythons()
        .map(
            python ->
                DynamicTest.dynamicTest(
                    python.toString(),
                    () -> {
                      String first = run(python, "1", "plays.py");
                      assertEquals(200, first.lines().count(), first);
                      assertEquals(first, run(python, "2", "plays.py"));
                    }));
  }

  /// The oldest and the newest version; all of them if this is to be thorough.
  private static Stream<Path> pythons() {
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    List<Path> all =
        Stream.concat(
                Stream.of("3.9.18", "3.13.0", "3.12.1", "3.11.7", "3.10.13")
                    .map(version -> versions.resolve(version).resolve("bin/python3")),
                Stream.of(Path.of("/usr/bin/python3")))
            .filter(Files::isExecutable)
            .toList();
    return all.stream().limit(Boolean.getBoolean("duet.thorough") ? all.size() : 2);
  }

  private static String run(Path python, String hashSeed, String script) throws IOException {
    Path loader = Files.writeString(folder.resolve("loader.py"), PreludeText.loader());
    Path modules = Files.writeString(folder.resolve("modules"), PreludeText.modules());
    Path exploring = Files.writeString(folder.resolve("exploring"), PreludeText.exploring());
    var command = new ArrayList<>(List.of(python, TESTS.resolve(script), loader, modules));
    command.add(exploring);
    var builder = new ProcessBuilder(command.stream().map(Path::toString).toList());
    builder.redirectErrorStream(true).environment().put("PYTHONHASHSEED", hashSeed);
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
