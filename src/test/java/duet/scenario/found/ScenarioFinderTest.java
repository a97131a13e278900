package duet.scenario.found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFinderTest {
  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  /// The halves of a course in two trees are one course, from whichever side it is found.
  @Test
  void twinFoldersAreOneModule() throws Exception {
    file("course/scripts/b/one.java", "");
    file("course/python-originals/b/one.py", "");
    file("course/python-originals/a/two.py", "");
    file("course/scripts/c/three.java", "");
    for (String root : List.of("course/scripts", "course/python-originals")) {
      List<Scenario> found = find(List.of(folder.resolve(root)));
      assertEquals(List.of("a/two", "b/one", "c/three"), paths(found), root);
      assertEquals(Set.of("py", "java"), found.get(1).sources().keySet(), root);
    }
    assertEquals(3, find(List.of(folder.resolve("course"))).size(), "each of them once");
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

  /// The lesson's side is the module's folder, wherever one looks from.
  @Test
  void aModuleIsWhereItsLessonIs() throws Exception {
    file("python-originals/a/one.py", "");
    file("scripts/a/one.java", "");
    file("scripts/a/lesson.md", "---\ntitle: A\n---\n");
    for (String root : List.of("", "scripts", "python-originals")) {
      List<ModuleFolder> modules =
          ScenarioFinder.modules(Scenarios.SCRIPTS, folder.resolve(root), notices::add);
      assertEquals(
          List.of(folder.resolve("scripts/a")),
          modules.stream().map(ModuleFolder::folder).toList(),
          root);
      assertTrue(modules.getFirst().lesson(ModuleFolder.ENGLISH).isPresent(), root);
    }
  }

  @Test
  void aLessonWithoutScriptsIsAModuleOfACourseAndNothingToPlay() throws Exception {
    file("a/lesson.md", "---\nscenarios: [{name: gone}]\n---\n");
    file("b/one.py", "");
    List<ModuleFolder> modules = ScenarioFinder.modules(Scenarios.SCRIPTS, folder, notices::add);
    assertEquals(List.of("a", "b"), modules.stream().map(ModuleFolder::name).toList());
    assertEquals(List.of("gone"), modules.getFirst().missing());
    file("a/lesson.md", "# Not one of Duet's");
    assertEquals(List.of("b/one"), paths(find(List.of(folder))));
  }

  /// A pattern may name a folder at any depth, and changes no scenario's path.
  @Test
  void patternsChooseAndRenameNothing() throws Exception {
    file("x/deep/inner/a.py", "");
    file("x/deep/b.py", "");
    file("x/b.py", "");
    file("x/b.ipynb", "");
    List<Path> here = List.of(folder);
    assertEquals(List.of("x/b", "x/b.ipynb"), paths(filtered(here, List.of(), List.of("deep"))));
    assertEquals(
        List.of("x/deep/b", "x/deep/inner/a"), paths(filtered(here, List.of("deep"), List.of())));
    assertEquals(List.of("x/b.ipynb"), paths(filtered(here, List.of("*.ipynb"), List.of())));
    assertEquals(
        List.of("x/b.ipynb", "x/deep/b"), paths(filtered(here, List.of(), List.of("x/b", "a"))));
  }

  /// Nobody's choice of names ends a batch.
  @Test
  void everyScenarioHasANameOfItsOwn() throws Exception {
    file("x.py", "");
    file("x.ipynb", "");
    file("x.ipynb.py", "");
    file("x.ipynb (2).py", "");
    List<Scenario> found = find(List.of(folder));
    assertEquals(List.of("x", "x.ipynb", "x.ipynb (2)", "x.ipynb (3)"), paths(found));
    assertEquals(Set.of("ipynb"), found.getLast().sources().keySet());
  }

  @Test
  void whatIsDeclaredOfNoScriptIsTold() throws Exception {
    file("m/a.py", "");
    file("m/b.duet.yaml", "title: mistyped");
    file("m/lesson.md", "---\nscenarios: [{name: a}, {name: c}]\n---\n");
    assertEquals(List.of("m/a"), paths(find(List.of(folder))));
    assertEquals(2, notices.size(), notices.toString());
    assertTrue(notices.getFirst().endsWith("b.duet.yaml"), notices.getFirst());
    assertTrue(notices.getLast().endsWith("lists c, which has no script"), notices.getLast());
    notices.clear();
    assertEquals(1, filtered(List.of(folder), List.of(), List.of("c")).size());
    assertEquals(1, notices.size(), "what is left out is missing to nobody");
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
    assertEquals("failed", found.expectations().outcome("python", ""));
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
      Scenario refused = find(List.of(folder)).getFirst();
      assertTrue(refused.refusal().startsWith(folder.resolve("a.duet.yaml") + ":"), wrong);
      assertTrue(refused.refusal().endsWith(" Fix the file and try again."), refused.refusal());
    }
    file("b.py", "");
    file("a.duet.yaml", "[");
    assertEquals(
        List.of(false, true),
        find(List.of(folder)).stream().map(s -> s.refusal().isEmpty()).toList(),
        "the other one plays");
    Files.delete(folder.resolve("b.py"));
    file("a.duet.yaml", "{title: mine}");
    file("lesson.md", "---\nscenarios: [{name: a}]\n---\n");
    Scenario twice = find(List.of(folder)).getFirst();
    String where = "in " + folder.resolve("lesson.md") + " and in " + folder.resolve("a.duet.yaml");
    assertEquals("a is declared twice: " + where + ". Keep one of them.", twice.refusal());
  }

  /// Nobody knows what is expected of the scenarios of such a lesson. Those of others play.
  @Test
  void aLessonThatIsNotUnderstoodRefusesItsScenarios() throws Exception {
    file("ana/a.py", "");
    file("ana/b.py", "");
    file("ana/lesson.md", "---\n" + "[".repeat(10_000) + "\n---\n");
    file("bo/a.py", "");
    file("bo/lesson.md", "---\ntitle: B\n---\n");
    List<Scenario> found = find(List.of(folder));
    assertEquals(List.of("ana/a", "ana/b", "bo/a"), paths(found));
    String why = folder.resolve("ana/lesson.md") + ": its lists and mappings are nested too deeply";
    assertEquals(
        List.of(why + ". Fix the file and try again.", why + ". Fix the file and try again.", ""),
        found.stream().map(Scenario::refusal).toList());
    assertThrows(
        InputFault.class,
        () -> ScenarioFinder.modules(Scenarios.SCRIPTS, folder, notices::add),
        "the author of a course is told at once");
  }

  /// What cannot be read is a scenario too, whose play says so. A folder is none.
  @Test
  void whateverIsCalledLikeAScriptIsAScenario() throws Exception {
    file("folder.py/a.py", "");
    Files.createSymbolicLink(folder.resolve("gone.py"), folder.resolve("missing"));
    var pipe = new ProcessBuilder("mkfifo", folder.resolve("pipe.py").toString()).inheritIO();
    assertEquals(0, pipe.start().waitFor());
    List<Scenario> found = find(List.of(folder));
    assertEquals(List.of("gone", "pipe", "folder.py/a"), paths(found));
    Files.createSymbolicLink(folder.resolve("pipe.duet.yaml"), folder.resolve("missing"));
    String refusal = find(List.of(folder)).get(1).refusal();
    assertTrue(refusal.contains("pipe.duet.yaml cannot be read: it is a link to"), refusal);
  }

  /// What other people link to is not read, wherever it is: folders, scripts and declarations.
  @Test
  void linksOutOfTheFolderAreNotFollowed() throws Exception {
    file("outside/secret.py", "print('secret')");
    file("outside/a.duet.yaml", "title: secret");
    file("outside/lesson.md", "---\ntitle: secret\n---\n");
    file("class/ana/a.py", "");
    file("class/bo/b.py", "");
    file("class/cy/scripts/c.java", "");
    link("class/more", "outside");
    link("class/again", "class/bo");
    link("class/cy/python-originals", "outside");
    link("class/ana/a.duet.yaml", "outside/a.duet.yaml");
    link("class/bo/lesson.md", "outside/lesson.md");
    List<Scenario> found = find(List.of(folder.resolve("class")));
    assertEquals(List.of("again/b", "ana/a", "cy/scripts/c"), paths(found));
    String end = " is a link to a file outside of " + folder.resolve("class") + ". Duet does not";
    assertTrue(found.get(0).refusal().contains("lesson.md" + end), found.get(0).refusal());
    assertTrue(found.get(1).refusal().contains("a.duet.yaml" + end), found.get(1).refusal());
    assertEquals("", found.get(2).refusal());
    assertFalse(found.get(2).bounds().has(folder.resolve("outside")));
    String left = " is a link to a folder outside of " + folder.resolve("class");
    assertEquals(
        List.of(
            folder.resolve("class/more") + left + ", so it is left out",
            folder.resolve("class/cy/python-originals") + left + ", so it is left out"),
        notices.stream().distinct().toList());
  }

  /// Unless it is a link to another place, the folder with the other halves is read too.
  @Test
  void aTwinBesideTheFolderIsWithinTheBounds() throws Exception {
    file("course/scripts/a/one.java", "");
    file("course/python-originals/a/one.py", "");
    file("outside/a/two.py", "");
    Scenario found = find(List.of(folder.resolve("course/scripts"))).getFirst();
    assertTrue(found.bounds().has(folder.resolve("course/python-originals/a")));
    assertFalse(found.bounds().has(folder.resolve("outside")));
    link("other/python-originals", "outside");
    file("other/scripts/a/one.java", "");
    assertEquals(List.of("a/one"), paths(find(List.of(folder.resolve("other/scripts")))));
  }

  private void link(String name, String target) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.createSymbolicLink(folder.resolve(name), folder.resolve(target));
  }

  private List<Scenario> find(List<Path> folders) throws InputFault {
    return filtered(folders, List.of(), List.of());
  }

  private List<Scenario> filtered(List<Path> folders, List<String> include, List<String> exclude)
      throws InputFault {
    return ScenarioFinder.find(Scenarios.SCRIPTS, folders, include, exclude, notices::add);
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
