package duet.scenario.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import duet.scenario.ScriptLanguage;
import duet.scenario.ScriptLanguages;
import duet.scenario.file.FileBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptPairsTest {
  @TempDir private Path folder;

  @Test
  void equalStemsAreOneScenario() throws Exception {
    List<Scenario> scenarios =
        Scenarios.SCRIPTS.scenarios(
            List.of(file("lost_update.py"), file("LostUpdate.java"), file("b.py")));
    assertEquals(List.of("lost_update", "b"), scenarios.stream().map(Scenario::name).toList());
    assertEquals(Set.of("py", "java"), scenarios.getFirst().sources().keySet());
  }

  /// Two lanes may play the same files, each of which is there once.
  @Test
  void lanesMayShareASuffix() throws Exception {
    var python = new ScriptLanguage("python", List.of("py", "ipynb"), Set.of());
    var other = new ScriptLanguage("other", List.of("py"), Set.of());
    var scripts = new ScriptPairs(new ScriptLanguages(List.of(python, other)));
    file("a.py");
    Path notebook = file("a.ipynb");
    List<Scenario> scenarios = scripts.scenarios(List.of(folder));
    assertEquals(List.of("a", "a"), scenarios.stream().map(Scenario::name).toList());
    assertEquals(Map.of("ipynb", notebook), scenarios.getLast().sources());
    assertEquals(".py and .ipynb", scripts.languages().words("and"));
  }

  @Test
  void aFolderGivesWhatIsInIt() throws Exception {
    file("a.py");
    file("a.java");
    file(".hidden.py");
    file("notes.txt");
    List<Scenario> scenarios = Scenarios.SCRIPTS.scenarios(List.of(folder));
    assertEquals(List.of("a"), scenarios.stream().map(Scenario::name).toList());
  }

  @Test
  void twoScriptsOfOneLanguageAndStemAreRefused() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other")).resolve("a.py");
    Files.writeString(other, "");
    List<Path> both = List.of(file("a.py"), other);
    assertThrows(InputFault.class, () -> Scenarios.SCRIPTS.scenarios(both));
  }

  @Test
  void whatCannotBePlayedIsRefused() throws Exception {
    Path text = file("notes.txt");
    assertFault(InputFault.Fault.USAGE, text);
    assertFault(InputFault.Fault.USAGE, folder.resolve("missing.py"));
    assertFault(InputFault.Fault.NOTHING_TO_PLAY, Files.createDirectory(folder.resolve("empty")));
  }

  /// Such names end in a language's suffix as letters, but have no stem that could name a scenario.
  @Test
  void aSuffixAloneIsNoScript() throws Exception {
    for (String name : List.of("py", "java", "ipynb", ".py", ".java")) {
      Path suffix = file(name);
      assertFault(InputFault.Fault.USAGE, suffix);
      assertFalse(Scenarios.SCRIPTS.looksLikePath("no/such/" + name), name);
    }
    file("a.py");
    List<Scenario> scenarios = Scenarios.SCRIPTS.scenarios(List.of(folder));
    assertEquals(List.of("a"), scenarios.stream().map(Scenario::name).toList());
  }

  /// With `--sandbox`.
  @Test
  void ofOthersNothingOutsideIsRead() throws Exception {
    Path secret = file("secret");
    Path given = Files.createDirectory(folder.resolve("given"));
    Path script = Files.createSymbolicLink(given.resolve("a.py"), secret);
    Files.createSymbolicLink(given.resolve("a.duet.yaml"), secret);
    for (Path path : List.of(given, script)) {
      Scenario found = Scenarios.SCRIPTS.scenariosOfOthers(List.of(path)).getFirst();
      assertFalse(found.bounds().has(folder));
      assertTrue(found.refusal().contains("a.duet.yaml is a link to a file outside of"));
      assertEquals(FileBounds.NONE, Scenarios.SCRIPTS.scenarios(List.of(path)).getFirst().bounds());
    }
    Path missing = given.resolve("missing.py");
    assertThrows(InputFault.class, () -> Scenarios.SCRIPTS.scenariosOfOthers(List.of(missing)));
  }

  private static void assertFault(InputFault.Fault expected, Path path) {
    InputFault fault =
        assertThrows(InputFault.class, () -> Scenarios.SCRIPTS.scenarios(List.of(path)));
    assertEquals(expected, fault.fault());
  }

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "");
  }
}
