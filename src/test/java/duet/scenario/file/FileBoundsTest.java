package duet.scenario.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where links of other people's files may lead.
class FileBoundsTest {
  @TempDir private Path root;
  private Path folder;
  private Path secret;

  @BeforeEach
  void layOut() throws IOException {
    folder = Files.createDirectories(root.resolve("class/ana"));
    secret = Files.writeString(root.resolve("passwords"), "root:x:0:0");
  }

  @Test
  void aLinkInsideIsFollowed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.py"), "print(1)");
    Path link = Files.createSymbolicLink(folder.resolve("b.py"), Path.of("a.py"));
    for (Path given : new Path[] {folder, folder.getParent(), Path.of("/")}) {
      var bounds = FileBounds.within(given);
      assertEquals("print(1)", TextFile.read(file, bounds, 99));
      assertEquals("print(1)", TextFile.read(link, bounds, 99));
    }
  }

  @Test
  void aLinkThatLeadsOutIsRefused() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("deposit.java"), secret);
    Path relative =
        Files.createSymbolicLink(folder.resolve("b.java"), Path.of("../../class/../passwords"));
    Path chain = Files.createSymbolicLink(folder.resolve("c.java"), Path.of("b.java"));
    for (Path file : new Path[] {link, relative, chain}) {
      var fault =
          assertThrows(
              UnreadableFile.class, () -> TextFile.read(file, FileBounds.within(folder), 99));
      assertEquals(
          "x is a link to a file outside of "
              + folder
              + ". Duet does not follow it: put the file itself there.",
          fault.sentences("x"));
    }
    assertEquals("root:x:0:0", TextFile.read(link, FileBounds.NONE, 99), "the user's own");
  }

  @Test
  void aFileBehindALinkedFolderIsRefused() throws Exception {
    Path linked = Files.createSymbolicLink(folder.resolve("inner"), root);
    var bounds = FileBounds.within(folder);
    assertFalse(bounds.has(linked));
    var fault =
        assertThrows(
            UnreadableFile.class, () -> TextFile.read(linked.resolve("passwords"), bounds, 99));
    assertTrue(fault.problem("x").startsWith("x is in a linked folder outside of "));
  }

  /// The user has named this link, so it may lead anywhere.
  @Test
  void theFolderItselfMayBeALink() throws Exception {
    Files.writeString(folder.resolve("a.py"), "1");
    Path link = Files.createSymbolicLink(root.resolve("current"), folder);
    var bounds = FileBounds.within(link);
    assertEquals("1", TextFile.read(link.resolve("a.py"), bounds, 99));
    assertTrue(bounds.has(folder));
    assertFalse(bounds.has(folder.resolve("..").normalize()));
  }

  @Test
  void aNameThatBeginsAlikeIsAnotherFolder() throws Exception {
    Path other = Files.createDirectory(folder.resolveSibling("ana2"));
    assertFalse(FileBounds.within(folder).has(other));
    assertTrue(FileBounds.within(folder, other).has(other));
  }
}
