package duet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.Host;
import duet.lane.process.HostListener;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage;
import duet.lane.sandbox.SandboxCheck;
import duet.scenario.folder.Home;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host ends when Duet is killed, whatever its script does, and however the host stands. Linux
/// only, where processes can be told apart by their state. The tests wait for that end, which comes
/// when the machine has a core for it; a host that does not end is one that is still there long
/// after.
class HostLifeIT {
  private static final long PATIENCE_MILLIS = 60_000;

  private static final String WAITING =
      """
      void main() throws Exception {
        IO.println("begun");
        Thread.sleep(100_000);
      }
      """;

  private static final String FILLING =
      """
      void main() {
        IO.println("begun");
        for (int i = 0; i < 4; i++) {
          Thread.ofPlatform().start(this::fill);
        }
      }

      void fill() {
        var kept = new java.util.ArrayList<byte[]>();
        while (true) {
          try {
            kept.add(new byte[1000]);
          } catch (OutOfMemoryError e) {
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void aWaitingHostEndsWithDuet() throws Exception {
    endsWithDuet(WAITING, false);
  }

  @Test
  void aHostWithoutMemoryEndsWithDuet() throws Exception {
    endsWithDuet(FILLING, false);
  }

  @Test
  void aStoppedHostEndsWithDuet() throws Exception {
    endsWithDuet(WAITING, true);
  }

  @Test
  void aConfinedHostEndsWithDuetEvenIfItIsStopped() throws Exception {
    assumeTrue(SandboxCheck.obstacle(Home.find()).isEmpty(), "no sandbox on this machine");
    endsWithDuet(WAITING, true, "--sandbox");
    assertArrayEquals(new String[0], temporary().list());
  }

  /// The kernel ends a confined host with the thread that has started it.
  @Test
  void aConfinedHostOutlivesTheThreadThatAskedForIt() throws Exception {
    assumeTrue(SandboxCheck.obstacle(Home.find()).isEmpty(), "no sandbox on this machine");
    Path file = Files.writeString(folder.resolve("script.java"), WAITING);
    Lane java = BuiltInLanes.lanes().withIds(List.of("java")).getFirst();
    var taken = new CompletableFuture<Host>();
    try (var hosts = new Hosts(Home.find())) {
      Thread asking =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      taken.complete(hosts.takeConfined(java, Jit.AUTO, file, List.of()));
                    } catch (IOException e) {
                      taken.completeExceptionally(e);
                    }
                  });
      asking.join();
      try (Host host = taken.get()) {
        var heard = new CompletableFuture<String>();
        host.attend(
            new HostListener() {
              @Override
              public void said(HostMessage message) {
                heard.complete("hello");
              }

              @Override
              public void gone(int status, String stderrTail) {
                heard.complete("gone: " + status + stderrTail);
              }
            });
        assertEquals("hello", heard.get(20, TimeUnit.SECONDS));
      }
    }
  }

  private File temporary() {
    return folder.resolve("temporary").toFile();
  }

  private void endsWithDuet(String script, boolean stopped, String... options) throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc on this machine");
    Process duet = begun(script, options);
    List<ProcessHandle> hosts = duet.descendants().toList();
    assertFalse(hosts.isEmpty());
    if (stopped) {
      var stop = new ArrayList<>(List.of("kill", "-STOP"));
      hosts.forEach(host -> stop.add(String.valueOf(host.pid())));
      assertEquals(0, new ProcessBuilder(stop).start().waitFor());
    }
    duet.destroyForcibly().waitFor();
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (hosts.stream().anyMatch(Duet::isRunning) && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    List<ProcessHandle> left = hosts.stream().filter(Duet::isRunning).toList();
    left.forEach(ProcessHandle::destroyForcibly);
    assertTrue(left.isEmpty(), () -> left.stream().map(host -> host.info()).toList().toString());
  }

  /// Duet in a process of its own, with its script past its first line.
  private Process begun(String script, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("script.java"), script);
    var command = new ArrayList<>(List.of(Duet.LAUNCHER.toString(), "run", file.toString()));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    assertTrue(temporary().mkdir());
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary());
    Process duet = builder.start();
    var lines =
        new BufferedReader(new InputStreamReader(duet.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("begun")) {
        return duet;
      }
    }
    throw new AssertionError("the script did not begin");
  }
}
