package duet.lane.seccomp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The manual lists the calls that the filter allows.
class SystemCallPageTest {
  private static final Pattern ROW =
      Pattern.compile("\\| ([a-z]+) \\| [^|]+ \\| ([a-z0-9_ ]+) \\|");

  @Test
  void thePageListsTheCallsOfEachGroup() throws IOException {
    var listed = new TreeMap<String, String>();
    Files.readAllLines(Home.find().manual().resolve("sandbox.md")).stream()
        .map(ROW::matcher)
        .filter(row -> row.matches() && !row.group(1).equals("group")) // the table's head
        .forEach(row -> listed.put(row.group(1), row.group(2)));
    Map<String, String> allowed =
        Arrays.stream(SystemCall.values())
            .collect(
                Collectors.groupingBy(
                    call -> lower(call.group),
                    TreeMap::new,
                    Collectors.mapping(SystemCallPageTest::lower, Collectors.joining(" "))));
    assertEquals(allowed, listed);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
