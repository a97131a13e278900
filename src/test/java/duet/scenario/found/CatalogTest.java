package duet.scenario.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  @TempDir private Path root;
  private Catalog catalog;

  @BeforeEach
  void layOut() throws IOException {
    write("python-originals/02-b/loop.py", "");
    write("scripts/02-b/loop.java", "");
    write("scripts/02-b/alone.java", "");
    write("scripts/01-a/first.java", "");
    write("python-originals/.hidden/no.py", "");
    write(
        "scripts/02-b/lesson.md",
        """
        ---
        title: Loops
        order: 2
        scenarios:
          - name: loop
            title: round and round
            kind: cpu
            lines: differ
            why: chance
            mask: ['\\d+ s']
        ---
        # Loops
        """);
    catalog = new Catalog(new Home(root, root), Scenarios.SCRIPTS);
  }

  @Test
  void aScenarioIsAPairOfSources() throws InputFault {
    Scenario loop = catalog.named("loop").getFirst();
    assertEquals(Set.of("py", "java"), loop.sources().keySet());
    assertEquals("02-b", loop.module());
  }

  @Test
  void theLessonDeclares() throws InputFault {
    Scenario loop = catalog.named("loop").getFirst();
    assertEquals("round and round", loop.title());
    assertEquals(Kind.CPU, loop.kind());
    assertEquals("chance", ((LineAgreement.DifferentLines) loop.agreement()).why());
    assertEquals("\\d+ s", loop.masks().getFirst().pattern());
  }

  /// As in the user's own folders.
  @Test
  void aFileBesideAScriptDeclares() throws Exception {
    write("scripts/02-b/alone.duet.yaml", "title: by itself");
    assertEquals("by itself", catalog.named("alone").getFirst().title());
    assertEquals("by itself", catalog.modules().getFirst().scenarios().getLast().title());
  }

  @Test
  void whatIsNotDeclaredIsStillThere() throws InputFault {
    Scenario alone = catalog.named("alone").getFirst();
    assertInstanceOf(LineAgreement.Undeclared.class, alone.agreement());
    assertEquals(Set.of("java"), alone.sources().keySet());
  }

  @Test
  void modulesComeInOrderWithListedScenariosFirst() throws InputFault {
    List<ModuleFolder> modules = catalog.modules();
    assertEquals(List.of("02-b", "01-a"), modules.stream().map(ModuleFolder::name).toList());
    assertEquals(
        List.of("loop", "alone"),
        modules.getFirst().scenarios().stream().map(Scenario::name).toList());
  }

  @Test
  void aModuleStandsForItsScenarios() throws InputFault {
    assertEquals(2, catalog.named("02-b").size());
    assertEquals(2, catalog.named("02").size());
    assertEquals("loop", catalog.named("02/loop").getFirst().name());
  }

  @Test
  void aMistypedNameIsAnsweredWithNearOnes() {
    InputFault fault = assertThrows(InputFault.class, () -> catalog.named("lop"));
    assertEquals(InputFault.Fault.USAGE, fault.fault());
    assertTrue(fault.next().contains("Did you mean loop?"), fault.next());
  }

  @Test
  void aBrokenLessonIsNamed() throws IOException {
    write("scripts/02-b/lesson.md", "---\nscenarios:\n  - name: loop\n    kind: fast\n---\n");
    InputFault fault = assertThrows(InputFault.class, () -> catalog.named("loop"));
    assertTrue(String.valueOf(fault.getMessage()).contains("lesson.md"), fault.getMessage());
    assertTrue(String.valueOf(fault.getMessage()).contains("'waits' or 'cpu'"), fault.getMessage());
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
