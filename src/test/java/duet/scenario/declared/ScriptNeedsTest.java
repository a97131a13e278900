package duet.scenario.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.InputFault;
import duet.scenario.LineAgreement;
import duet.scenario.ScriptNeeds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a declaration says that scripts need.
class ScriptNeedsTest {
  private static ScriptNeeds read(String yaml) throws InputFault {
    var file = new YamlFile(Path.of("/course/m/race.duet.yaml"));
    Declaration declared =
        Declaration.of(
            file,
            List.of("python", "java"),
            "race",
            file.load(yaml, 0, "the file"),
            new LineAgreement.Undeclared());
    file.finish();
    return declared.scenario("m", Map.of("java", Path.of("/course/m/race.java"))).needs();
  }

  @Test
  void whatIsNeededIsRead() throws Exception {
    var needs =
        new ScriptNeeds(
            Optional.of("3\n"),
            true,
            List.of(Path.of("/course/m/lib/a.jar"), Path.of("/course/b.jar")));
    assertEquals(
        needs, read("input: |\n  3\nenable_preview: true\nclass_path: [lib/a.jar, ../b.jar]\n"));
    assertEquals(Optional.of("3.10"), read("input: 3.10").input());
    assertEquals(ScriptNeeds.NONE, read("enable_preview: false"));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    for (String wrong :
        List.of("input: [1]", "enable_preview: yes", "class_path: [lib/]", "class_path: a.jar")) {
      var fault = assertThrows(InputFault.class, () -> read(wrong), wrong);
      assertTrue(fault.sentences().contains("race.duet.yaml:1: "), fault.sentences());
    }
  }

  @Test
  void theCommandLineAddsToTheDeclaration() {
    var one = new ScriptNeeds(Optional.of("a"), true, List.of(Path.of("/a.jar")));
    var other = new ScriptNeeds(Optional.of("b"), false, List.of(Path.of("/b.jar")));
    assertEquals(
        new ScriptNeeds(Optional.of("b"), true, List.of(Path.of("/a.jar"), Path.of("/b.jar"))),
        one.and(other));
    assertEquals(one, one.and(ScriptNeeds.NONE));
  }
}
