package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An installation with damaged AOT caches plays everything, and says once what is damaged. Only
/// its caches are its own.
class DamageIT {
  @TempDir private Path folder;
  private Path launcher;
  private Path caches;

  @BeforeEach
  void install() throws IOException {
    Path program = Files.createDirectories(folder.resolve("target/duet"));
    Path built = Duet.ROOT.resolve("target/duet");
    try (Stream<Path> parts = Files.list(built)) {
      for (Path part : parts.filter(Files::isDirectory).toList()) {
        Files.createSymbolicLink(program.resolve(part.getFileName()), part);
      }
    }
    Files.delete(program.resolve("aot"));
    caches = Files.createDirectory(program.resolve("aot"));
    for (String name : List.of("jdk", "duet.aot", "duet.aot.seal", "java.aot", "java.aot.seal")) {
      Path from = built.resolve("aot").resolve(name);
      assumeTrue(Files.exists(from), "this JVM makes no AOT caches");
      Files.copy(from, caches.resolve(name), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
    for (String name : List.of("pom.xml", "src", "python-originals")) {
      Files.createSymbolicLink(folder.resolve(name), Duet.ROOT.resolve(name));
    }
    Path scripts = Files.createDirectory(folder.resolve("scripts"));
    try (Stream<Path> parts = Files.list(Duet.ROOT.resolve("scripts"))) {
      for (Path part : parts.filter(Files::isDirectory).toList()) {
        Files.createSymbolicLink(scripts.resolve(part.getFileName()), part);
      }
    }
    launcher = scripts.resolve("duet");
    Files.copy(Duet.LAUNCHER, launcher);
    Files.writeString(program.resolve("built"), ""); // links are as new as this test
  }

  private Duet start(Object... words) throws Exception {
    return Duet.start(folder, Map.of(), launcher, words);
  }

  /// What a JVM says that notices the damage before it runs any Java. Which part of a cache is hit
  /// decides whether it notices.
  private static final String REFUSED = "Unable to use AOT cache";

  /// Destroys a part of the middle, and changes the time of the file or hides that.
  private void damage(String name, boolean isHidden) throws IOException {
    Path file = caches.resolve(name);
    FileTime time = Files.getLastModifiedTime(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] wrong = new byte[1 << 16];
      java.util.Arrays.fill(wrong, (byte) 0x5a);
      for (long at = 1 << 16; at + wrong.length < channel.size(); at += 1 << 18) {
        channel.write(ByteBuffer.wrap(wrong), at);
      }
    }
    Files.setLastModifiedTime(file, isHidden ? time : FileTime.from(Instant.now()));
  }

  private static String damaged(String what) {
    return "duet: the AOT cache of "
        + what
        + " is damaged; Duet has put it aside and starts more slowly."
        + " Build again: mvn -B package -DskipTests\n";
  }

  @Test
  void aHostWhoseDamageTheTimeDoesNotShowIsStartedAgain() throws Exception {
    damage("java.aot", true);
    Path script = Files.writeString(folder.resolve("x.java"), "void main() { IO.println(7); }");
    Duet run = start("run", script);
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(run.out().contains("completed"), run.out());
    assertEquals(damaged("the java host"), run.err());
    assertTrue(Files.exists(caches.resolve("java.aot.damaged")));
    Duet again = start("run", script);
    assertEquals("", again.err());
    assertEquals(0, again.status());
  }

  @Test
  void theCommandLineStartsWithoutItsOwn() throws Exception {
    damage("duet.aot", false);
    Duet list = start("list");
    assertEquals(0, list.status(), list.err());
    assertEquals(damaged("the command line"), list.err());
    assertEquals("", start("list").err());
  }

  @Test
  void afterACrashTheNextStartChecksItsOwn() throws Exception {
    damage("duet.aot", true);
    Duet crashed = start("list");
    assertFalse(crashed.status() == 0, crashed.out());
    boolean isRefused = (crashed.out() + crashed.err()).contains(REFUSED);
    if (isRefused) {
      assertEquals(0, start("doctor").status()); // which is told in the manual
    }
    Duet list = start("list");
    assertEquals(0, list.status(), list.out() + list.err());
    assertEquals(isRefused ? "" : damaged("the command line"), list.err());
  }

  @Test
  void doctorFindsWhatTheTimeDoesNotShow() throws Exception {
    damage("duet.aot", true);
    damage("java.aot", true);
    Duet doctor = start("doctor");
    assertEquals(0, doctor.status(), doctor.err());
    for (String what : List.of("the command line", "the java host")) {
      assertTrue(doctor.out().contains("the AOT cache of " + what + " is damaged"), doctor.out());
    }
  }
}
