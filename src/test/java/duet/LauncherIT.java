package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a checkout of its own, with a JDK and a Maven that only say that they were
/// started.
class LauncherIT {
  private static final String[] SOMEBODY = {
    "setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"
  };

  @TempDir private Path folder;
  private Path checkout;
  private Path program;

  @BeforeEach
  void checkout() throws IOException {
    checkout = Files.createDirectories(folder.resolve("check out"));
    program = checkout.resolve("target/duet");
    Files.createDirectories(checkout.resolve("scripts"));
    Files.createDirectories(checkout.resolve("src/main"));
    Files.writeString(checkout.resolve("pom.xml"), "");
    Files.copy(Duet.LAUNCHER, checkout.resolve("scripts/duet"));
    Files.createDirectories(folder.resolve("jdk"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    program("jdk/bin/javac", "");
    program("jdk/bin/java", "echo \"java $*\"");
    program(
        "bin/mvn",
        """
        echo started >>'%1$s/builds'
        while ! [ -e '%1$s/go' ]; do sleep 0.05; done
        mkdir -p '%2$s/lib' '%2$s/aot'
        touch '%2$s/lib/duet.jar'
        echo '%1$s/jdk' >'%2$s/aot/jdk'
        touch '%2$s/built'
        """
            .formatted(folder, program));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void program(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Duet launch(String... words) throws Exception {
    return launchBy(List.of(), words);
  }

  private Duet launchBy(List<String> before, String... words) throws Exception {
    String path = folder.resolve("bin") + ":/usr/bin:/bin";
    var command = new java.util.ArrayList<>(List.of("env", "-i", "PATH=" + path));
    command.add("DUET_JAVA_HOME=" + folder.resolve("jdk"));
    command.addAll(before);
    command.add(checkout.resolve("scripts/duet").toString());
    command.addAll(List.of(words));
    return Duet.exec(folder, Map.of(), command);
  }

  private void build() throws Exception {
    Files.writeString(folder.resolve("go"), "");
    assertEquals(0, launch("list").status());
  }

  /// There is nothing in its environment but the PATH.
  @Test
  void itNeedsNoHome() throws Exception {
    build();
    Duet list = launch("list", "--json");
    assertEquals(0, list.status(), list.err());
    assertEquals("", list.err());
    assertTrue(list.out().endsWith("duet.Main list --json\n"), list.out());
  }

  @Test
  void ofTwoFirstStartsOneBuildsAndTheOtherWaits() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "no flock on this machine");
    Executor threads = task -> Thread.ofPlatform().daemon().start(task);
    List<CompletableFuture<Duet>> starts =
        List.of(
            CompletableFuture.supplyAsync(this::started, threads),
            CompletableFuture.supplyAsync(this::started, threads));
    while (starts.stream().noneMatch(CompletableFuture::isDone) && !isWaitedFor()) {
      Thread.sleep(20);
    }
    Files.writeString(folder.resolve("go"), "");
    List<Duet> ended = starts.stream().map(CompletableFuture::join).toList();
    assertEquals(List.of("started"), Files.readAllLines(folder.resolve("builds")));
    assertTrue(ended.stream().allMatch(duet -> duet.status() == 0), ended::toString);
    assertEquals(
        List.of(
            "duet: another duet is building or preparing in "
                + checkout
                + "; waiting until it is done …",
            "duet: building (first use, or the sources changed) …"),
        ended.stream().map(duet -> duet.err().strip()).sorted().toList());
  }

  private Duet started() {
    try {
      return launch("list");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether a process waits for the lock.
  private boolean isWaitedFor() throws IOException {
    Path lock = checkout.resolve("target/lock");
    if (!Files.exists(lock)) {
      return false;
    }
    String end = ":" + Files.getAttribute(lock, "unix:ino") + " 0 EOF";
    return Files.readAllLines(Path.of("/proc/locks")).stream()
        .anyMatch(line -> line.contains("->") && line.endsWith(end));
  }

  @Test
  void whoMayNotWritePlaysWhatIsThereOrIsToldWhoMay() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root starts as another user");
    assumeTrue(Files.exists(Path.of("/usr/bin/setpriv")), "no setpriv on this machine");
    Duet unbuilt = launchBy(List.of(SOMEBODY), "list");
    assertEquals(3, unbuilt.status());
    assertEquals(
        "duet: Duet is not built yet, and you may not write to "
            + checkout
            + ".\nLet its owner start "
            + checkout
            + "/scripts/duet once.\n",
        unbuilt.err());
    build();
    Files.setLastModifiedTime(checkout.resolve("pom.xml"), FileTime.from(Instant.now()));
    Duet old = launchBy(List.of(SOMEBODY), "list");
    assertEquals(0, old.status(), old.err());
    assertEquals("", old.err());
  }

  @Test
  void anAotCacheThatWasWrittenAfterItsSealIsNotUsed() throws Exception {
    build();
    Path cache = program.resolve("aot/duet.aot");
    String used = "-XX:AOTCache=" + cache;
    assertFalse(launch("list").out().contains(used), "there is none");
    Files.writeString(cache, "");
    assertFalse(launch("list").out().contains(used), "it has no seal");
    Path seal = Files.writeString(program.resolve("aot/duet.aot.seal"), "");
    assertTrue(launch("list").out().contains(used));
    assertFalse(launch("doctor").out().contains(used), "doctor has to start in any case");
    Instant later = Files.getLastModifiedTime(seal).toInstant().plusSeconds(1);
    Files.setLastModifiedTime(cache, FileTime.from(later));
    assertFalse(launch("list").out().contains(used));
  }
}
