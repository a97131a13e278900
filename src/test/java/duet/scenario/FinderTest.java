package duet.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTest {
  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  /// The halves of a course in two trees are one course, from whichever side it is found.
  @Test
  void twinFoldersAreOneModule() throws Exception {
    file("course/scripts/b/one.java", "");
    file("course/python-originals/b/one.py", "");
    file("course/python-originals/a/two.py", "");
    Files.createDirectories(folder.resolve("course/scripts/a"));
    for (String root : List.of("course/scripts", "course/python-originals")) {
      List<Scenario> found = find(List.of(folder.resolve(root)));
      assertEquals(List.of("a/two", "b/one"), paths(found), root);
      assertEquals(Set.of("py", "java"), found.getLast().sources().keySet(), root);
    }
    assertEquals(2, find(List.of(folder.resolve("course"))).size(), "each of them once");
    assertEquals(List.of("one"), paths(find(List.of(folder.resolve("course/scripts/b")))));
  }

  @Test
  void lessonsOrderModulesAndScenarios() throws Exception {
    file("x/z.py", "");
    file("x/a.py", "");
    file("x/lesson.md", "---\norder: 2\nscenarios: [{name: z, title: first}]\n---\n");
    file("y/b.py", "");
    file("y/lesson.md", "---\norder: 1\n---\n");
    List<Scenario> found = find(List.of(folder));
    assertEquals(List.of("y/b", "x/z", "x/a"), paths(found));
    assertEquals("first", found.get(1).title());
  }

  @Test
  void severalFoldersAreToldApart() throws Exception {
    file("alice/hw.py", "");
    file("bob/hw.py", "");
    assertEquals(
        List.of("alice/hw", "bob/hw"),
        paths(find(List.of(folder.resolve("alice"), folder.resolve("bob")))));
  }

  @Test
  void aNotebookBesideAScriptIsAScenarioOfItsOwn() throws Exception {
    file("a.py", "");
    file("a.ipynb", "");
    file("a.java", "");
    file("b.ipynb", "");
    file("b.java", "");
    file("__init__.py", "");
    List<Scenario> found = find(List.of(folder));
    assertEquals(List.of("a", "a.ipynb", "b"), paths(found));
    assertEquals(
        List.of(Set.of("py", "java"), Set.of("ipynb"), Set.of("ipynb", "java")),
        found.stream().map(s -> s.sources().keySet()).toList());
  }

  @Test
  void aFileBesideDeclaresAndMustBeUnderstood() throws Exception {
    file("a.py", "");
    file("a.duet.yaml", "{title: mine, expect: {outcome: failed, wall: [1, 2], repeat: 3}}");
    Scenario found = find(List.of(folder)).getFirst();
    assertEquals("mine", found.title());
    assertEquals("failed", found.expectations().outcome("python"));
    assertEquals(3, found.expectations().repeat());
    for (String wrong :
        List.of(
            "{titel: mine}",
            "{expect: {outcome: exploded}}",
            "{expect: {wall: [2, 1]}}",
            "{expect: {order: [[a]]}}",
            "{expect: {never: ['(']}}",
            "{expect: {python: {repeat: 2}}}",
            "{expect: {prints: }}",
            "{expect: {python: }}",
            "{expect: {java: {wall: }}}",
            "{expect: {wall: [1, .inf]}}",
            "{expect: {cores: [-.inf, 1]}}",
            "{expect: {gil_wait: [.nan, 1]}}",
            "{expect: {repeat: 2.5}}",
            "{kind: fast}",
            "[")) {
      file("a.duet.yaml", wrong);
      InputFault fault = assertThrows(InputFault.class, () -> find(List.of(folder)), wrong);
      assertTrue(String.valueOf(fault.getMessage()).contains("a.duet.yaml"), fault.getMessage());
    }
    file("a.duet.yaml", "{title: mine}");
    file("lesson.md", "---\nscenarios: [{name: a}]\n---\n");
    assertThrows(InputFault.class, () -> find(List.of(folder)), "declared twice");
  }

  private List<Scenario> find(List<Path> folders) throws InputFault {
    return Finder.find(folders, List.of(), List.of(), notices::add);
  }

  private static List<String> paths(List<Scenario> scenarios) {
    return scenarios.stream().map(Scenario::path).toList();
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
