package duet.lane.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.host.Guest;
import duet.scenario.NeighbourFiles.Neighbour;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A script is compiled together with the files that it uses.
class NeighbourCompilationTest {
  private static JavaProgram program(String text, String... neighbours) {
    var files = new ArrayList<Neighbour>();
    for (int i = 0; i < neighbours.length; i += 2) {
      files.add(new Neighbour(neighbours[i], Path.of("/x", neighbours[i]), neighbours[i + 1]));
    }
    return new JavaProgram(Path.of("Main.java"), text, files, false, List.of());
  }

  private static Set<String> classes(JavaProgram program) throws Exception {
    return Compilation.of(program).classes().keySet();
  }

  @Test
  void whatIsUsedIsCompiled() throws Exception {
    JavaProgram program =
        program(
            "import util.*; void main() { new Helper().text(); }",
            "Helper.java",
            "class Helper { Text text() { return new Text(); } }",
            "util/Text.java",
            "package util; public class Text { Object line = new util.more.Line(); }",
            "util/more/Line.java",
            "package util.more; public class Line { class In {} }",
            "Unused.java",
            "class Unused { this is not Java }");
    assertTrue(
        assertThrows(Guest.Rejection.class, () -> Compilation.of(program))
            .explanation()
            .startsWith("Helper.java:1: error: cannot find symbol"));
    JavaProgram right =
        program(
            "import util.*; void main() { new Helper().text(); }",
            "Helper.java",
            "import util.*; class Helper { Text text() { return new Text(); } }",
            "util/Text.java",
            "package util; public class Text { Object line = new util.more.Line(); }",
            "util/more/Line.java",
            "package util.more; public class Line { class In {} }",
            "Unused.java",
            "class Unused { this is not Java }");
    assertEquals(
        Set.of("Main", "Helper", "util.Text", "util.more.Line", "util.more.Line$In"),
        classes(right));
  }

  @Test
  void aNeighbourMayUseTheScript() throws Exception {
    assertEquals(
        Set.of("Main", "Helper"),
        classes(
            program(
                "class Main { static int n = Helper.n; static void main() {} }",
                "Helper.java",
                "class Helper { static int n = Main.n; }")));
  }

  @Test
  void theScriptsOwnClassComesFirst() throws Exception {
    assertEquals(
        Set.of("Main", "Helper", "Helper$Own"),
        classes(
            program(
                "class Helper { class Own {} } class Main { Helper h; void main() {} }",
                "Helper.java",
                "class Helper { }")));
  }

  @Test
  void aClassThatAStringNamesIsCompiledUnlessItIsInError() throws Exception {
    String text = "void main() throws Exception { Class.forName(\"Helper\"); }";
    assertEquals(
        Set.of("Main", "Helper"), classes(program(text, "Helper.java", "class Helper {}")));
    assertEquals(Set.of("Main"), classes(program(text, "Helper.java", "class Helper {")));
  }

  @Test
  void aNeighbourOfAnotherPackageIsInError() {
    var refused =
        assertThrows(
            Guest.Rejection.class,
            () ->
                Compilation.of(
                    program(
                        "Helper h; void main() {}", "Helper.java", "package p; class Helper {}")));
    assertTrue(refused.explanation().contains("Helper"), refused.explanation());
  }
}
