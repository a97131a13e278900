package duet.lane.java.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.NeighbourFiles;
import duet.scenario.NeighbourFiles.Neighbour;
import duet.scenario.file.FileBounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaNeighboursTest {
  @TempDir private Path folder;

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static NeighbourFiles of(Path script, FileBounds bounds) throws Exception {
    return new JavaNeighbours().of(script, Files.readString(script), bounds);
  }

  private static List<String> names(Path script) throws Exception {
    return of(script, FileBounds.NONE).files().stream().map(Neighbour::name).sorted().toList();
  }

  @Test
  void filesAreFoundThatOtherFilesUse() throws Exception {
    write("Helper.java", "class Helper { Deep deep; }");
    write("Deep.java", "class Deep extends Main {}");
    write("Unused.java", "class Unused {}");
    write("notes/Helper.java", "package notes; class Helper {}");
    Path main = write("Main.java", "void main() { new Helper(); /* Unused */ }");
    assertEquals(List.of("Deep.java", "Helper.java"), names(main));
  }

  @Test
  void packagesAreFoldersBelow() throws Exception {
    write("util/Text.java", "package util; class Text { util.more.Line line; }");
    write("util/more/Line.java", "package util.more; class Line {}");
    write("util/Other.java", "package util; class Other {}");
    Path main = write("Main.java", "import util.*; void main() { Text.of(); }");
    assertEquals(List.of("util/Text.java", "util/more/Line.java"), names(main));
  }

  @Test
  void ofAScriptInAPackageTheFolderAboveCounts() throws Exception {
    write("app/Text.java", "package app; class Text { other.Line line; }");
    write("other/Line.java", "package other; class Line {}");
    Path main = write("app/Main.java", "package app; class Main { Text text; void main() {} }");
    assertEquals(List.of("app/Text.java", "other/Line.java"), names(main));
  }

  /// As when somebody copies one file of a project.
  @Test
  void ofAScriptOutOfItsPackageItsOwnFolderIsThePackage() throws Exception {
    write("Text.java", "package app; class Text {}");
    Path main = write("Main.java", "package app; class Main { Text text; void main() {} }");
    assertEquals(List.of("app/Text.java"), names(main));
  }

  @Test
  void aClassMayBeNamedInAString() throws Exception {
    write("util/Text.java", "package util; class Text {}");
    Path main = write("Main.java", "void main() { Class.forName(\"util.Text\"); }");
    assertEquals(List.of("util/Text.java"), names(main));
  }

  @Test
  void whatLiesOutsideIsLeftOut() throws Exception {
    write("secret/Helper.java", "class Helper {}");
    write("secret/inner/Text.java", "package inner; class Text {}");
    Path main = write("class/Main.java", "void main() { new Helper(); new inner.Text(); }");
    Files.createSymbolicLink(
        folder.resolve("class/Helper.java"), folder.resolve("secret/Helper.java"));
    Files.createSymbolicLink(folder.resolve("class/inner"), folder.resolve("secret/inner"));
    NeighbourFiles found = of(main, FileBounds.within(folder.resolve("class")));
    assertEquals(List.of(), found.files());
    assertEquals(1, found.leftOut().size(), found.leftOut().toString());
    assertTrue(
        found.leftOut().getFirst().startsWith("Helper.java is a link to a file outside of "));
    assertEquals(List.of("Helper.java", "inner/Text.java"), names(main));
  }

  @Test
  void whatIsNoFileIsLeftOut() throws Exception {
    Files.createDirectories(folder.resolve("Helper.java"));
    Path main = write("Main.java", "void main() { new Helper(); }");
    assertTrue(of(main, FileBounds.NONE).leftOut().getFirst().contains("is a folder"));
  }
}
