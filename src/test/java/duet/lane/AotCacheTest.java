package duet.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private Home home;
  private AotCache cache;

  @BeforeEach
  void sealed() throws IOException {
    home = new Home(folder, folder);
    cache = AotCache.of(home, "one");
    Files.createDirectories(AotCache.folder(home));
    write("content", NOW);
    cache.seal();
  }

  private void write(String content, Instant time) throws IOException {
    Files.writeString(cache.file(), content);
    Files.setLastModifiedTime(cache.file(), FileTime.from(time));
  }

  @Test
  void aSealedOneIsUsed() {
    assertTrue(cache.isUsable());
    assertEquals(Optional.empty(), cache.check());
    assertEquals(List.of(cache), AotCache.sealed(home));
  }

  @Test
  void oneWithoutASealIsNotUsedAndStays() throws IOException {
    Files.delete(folder.resolve("aot/one.aot.seal"));
    assertFalse(cache.isUsable());
    assertEquals(Optional.empty(), cache.check());
    assertTrue(Files.exists(cache.file()), "it is being made");
    assertEquals(List.of(), AotCache.sealed(home));
  }

  @Test
  void oneThatWasOnlyTouchedIsUsedAfterACheck() throws IOException {
    write("content", Instant.now());
    Files.setLastModifiedTime(folder.resolve("aot/one.aot.seal"), FileTime.from(NOW));
    assertFalse(cache.isUsable());
    assertEquals(Optional.empty(), cache.check());
    assertTrue(cache.isUsable());
  }

  @Test
  void aDamagedOneIsPutAside() throws IOException {
    for (String damaged : List.of("cont3nt", "conten", "content.", "")) {
      sealed();
      write(damaged, NOW);
      assertTrue(cache.isUsable(), "the times do not tell");
      assertEquals(
          "the AOT cache of the one host is damaged; Duet has put it aside and starts more slowly."
              + " Build again: mvn -B package -DskipTests",
          cache.check().orElseThrow());
      assertFalse(cache.isUsable());
      assertEquals("it was damaged and was put aside", cache.absence());
      assertEquals(Optional.empty(), cache.check(), "it is told once");
    }
  }

  @Test
  void aTornSealCountsAsDamage() throws IOException {
    Files.writeString(folder.resolve("aot/one.aot.seal"), "7 ");
    assertTrue(cache.check().isPresent());
    assertFalse(cache.isUsable());
  }

  @Test
  void nothingIsLeftOfARemovedOne() throws IOException {
    write("damaged", NOW);
    cache.check();
    write("again", NOW);
    cache.explain("no room");
    cache.remove();
    try (var files = Files.list(AotCache.folder(home))) {
      assertEquals(0, files.count());
    }
  }
}
