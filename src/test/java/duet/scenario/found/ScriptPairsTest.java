package duet.scenario.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptPairsTest {
  @TempDir private Path folder;

  @Test
  void equalStemsAreOneScenario() throws Exception {
    List<Scenario> scenarios =
        ScriptPairs.scenarios(
            List.of(file("lost_update.py"), file("LostUpdate.java"), file("b.py")));
    assertEquals(List.of("lost_update", "b"), scenarios.stream().map(Scenario::name).toList());
    assertEquals(Set.of("py", "java"), scenarios.getFirst().sources().keySet());
  }

  @Test
  void aFolderGivesWhatIsInIt() throws Exception {
    file("a.py");
    file("a.java");
    file(".hidden.py");
    file("notes.txt");
    List<Scenario> scenarios = ScriptPairs.scenarios(List.of(folder));
    assertEquals(List.of("a"), scenarios.stream().map(Scenario::name).toList());
  }

  @Test
  void twoScriptsOfOneLanguageAndStemAreRefused() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other")).resolve("a.py");
    Files.writeString(other, "");
    List<Path> both = List.of(file("a.py"), other);
    assertThrows(InputFault.class, () -> ScriptPairs.scenarios(both));
  }

  @Test
  void whatCannotBePlayedIsRefused() throws Exception {
    Path text = file("notes.txt");
    assertFault(InputFault.Fault.USAGE, text);
    assertFault(InputFault.Fault.USAGE, folder.resolve("missing.py"));
    assertFault(InputFault.Fault.NOTHING_TO_PLAY, Files.createDirectory(folder.resolve("empty")));
  }

  private static void assertFault(InputFault.Fault expected, Path path) {
    InputFault fault = assertThrows(InputFault.class, () -> ScriptPairs.scenarios(List.of(path)));
    assertEquals(expected, fault.fault());
  }

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "");
  }
}
