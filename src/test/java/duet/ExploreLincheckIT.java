package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.scenario.Grade;
import duet.scenario.Scenario;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Duet finds at least as many bugs of the small Java programs as Lincheck does, with as many
/// schedules. How long each of them takes to the first finding stands in
/// `target/explore-lincheck.md` afterwards. Lincheck is there with the profile `thorough` only.
class ExploreLincheckIT {
  private static final int SCHEDULES = 1_000;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path HARNESS =
      ExploreProgramsTest.FOLDER.resolve("lincheck/LincheckRun.java");

  /// A row of what Lincheck's process prints.
  private record Row(double seconds, String found) {}

  @TempDir private Path folder;

  @Test
  void duetFindsAtLeastAsMany() throws Exception {
    assumeTrue(Duet.THOROUGH);
    compile();
    Map<String, Row> lincheck = lincheck();
    Lane java = BuiltInLanes.lanes().withId("java").orElseThrow();
    var table = new ArrayList<>(List.of("| program | Duet | Lincheck |", "|---|---|---|"));
    var missed = new ArrayList<String>();
    int found = 0;
    for (String name : ExploreProgramsTest.names()) {
      ExploredProgram duet = ExploredProgram.of(ExploreProgramsTest.BUGGY, name, java, SCHEDULES);
      Row other = lincheck.getOrDefault(name, new Row(0, ""));
      found += other.found.isEmpty() ? 0 : 1;
      table.add(row(name, duet, other));
      if (!duet.isFound() && !other.found.isEmpty()) {
        missed.add(duet + " Lincheck: " + other.found);
      }
    }
    Files.write(Duet.ROOT.resolve("target/explore-lincheck.md"), table);
    assertTrue(found > 0, "Lincheck found nothing, so it was not asked in the right way");
    assertEquals(List.of(), missed);
  }

  private static String row(String name, ExploredProgram duet, Row lincheck) {
    return "| `%s` | %s | %s |"
        .formatted(
            name,
            duet.isFound() ? "%.2f s, schedule %d".formatted(duet.seconds(), duet.first()) : "–",
            lincheck.found.isEmpty() ? "–" : "%.2f s".formatted(lincheck.seconds));
  }

  /// Compiles the scripts, and what lets Lincheck play them.
  private void compile() throws Exception {
    var sources = new ArrayList<>(List.of(HARNESS.toString()));
    for (String name : ExploreProgramsTest.names()) {
      sources.add(ExploreProgramsTest.BUGGY.resolve(name + ".java").toString());
    }
    var options =
        Stream.concat(Stream.of("-d", folder.toString(), "-cp", classPath()), sources.stream());
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)));
  }

  /// Lets Lincheck explore them all, in a process of its own for every few of them.
  private Map<String, Row> lincheck() throws Exception {
    var rows = new TreeMap<String, Row>();
    List<String> names = ExploreProgramsTest.names();
    for (int from = 0; from < names.size(); from += 10) {
      Path list = folder.resolve("programs");
      var lines = new ArrayList<String>();
      for (String name : names.subList(from, Math.min(from + 10, names.size()))) {
        lines.add(name + "\t" + right(name));
      }
      Files.write(list, lines);
      Duet process =
          Duet.exec(
              folder,
              Map.of(),
              List.of(
                  JAVA.toString(),
                  "-XX:+EnableDynamicAgentLoading",
                  "-cp",
                  folder + File.pathSeparator + classPath(),
                  "LincheckRun",
                  String.valueOf(SCHEDULES),
                  list.toString()));
      assertEquals(0, process.status(), process.err());
      for (String line : process.out().lines().toList()) {
        String[] cells = line.split("\t", -1);
        rows.put(cells[0], new Row(Double.parseDouble(cells[1]), cells[2]));
      }
    }
    return rows;
  }

  /// A pattern of the output that is right.
  private static String right(String name) throws Exception {
    Scenario scenario =
        BuiltInLanes.lanes()
            .scripts()
            .scenarios(List.of(ExploreProgramsTest.BUGGY.resolve(name + ".java")))
            .getFirst();
    List<String> results =
        scenario.series().rules().stream()
            .filter(rule -> rule.grade() != Grade.FORBIDDEN)
            .map(rule -> rule.line().pattern())
            .toList();
    return results.isEmpty()
        ? scenario.expectations().all().prints().orElseThrow().stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"))
        : String.join("|", results);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
