package duet.scenario.found;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.builtin.BuiltInLanes;
import duet.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that only others use is no scenario.
class UsedScriptsTest {
  @TempDir private Path folder;

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> inBatch() throws Exception {
    return ScenarioFinder.find(
            BuiltInLanes.lanes().scripts(), List.of(folder), List.of(), List.of(), _ -> {})
        .stream()
        .map(Scenario::path)
        .toList();
  }

  @Test
  void helpersInAnyFolderAreLeftOut() throws Exception {
    write("Main.java", "void main() { new Helper(); util.Text.of(); }");
    write("Helper.java", "class Helper { Deep deep; }");
    write("Deep.java", "class Deep {}");
    write("util/Text.java", "package util; public class Text { public static void of() {} }");
    write("alone/Alone.java", "class Alone {}");
    assertEquals(List.of("Main", "alone/Alone"), inBatch());
    assertEquals(
        List.of("Main"),
        BuiltInLanes.lanes().scripts().scenarios(List.of(folder)).stream()
            .map(Scenario::name)
            .toList());
  }

  @Test
  void whatCanBePlayedStays() throws Exception {
    write("Main.java", "void main() { Other.main(); }");
    write("Other.java", "class Other { static void main() {} }");
    write("Heir.java", "class Heir extends Other {}");
    assertEquals(List.of("Heir", "Main", "Other"), inBatch());
  }

  @Test
  void filesThatNobodyCanPlayStay() throws Exception {
    write("One.java", "class One { Two two; }");
    write("Two.java", "class Two { One one; }");
    assertEquals(List.of("One", "Two"), inBatch());
  }
}
