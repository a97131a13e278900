package duet.lane.sandbox;

import duet.lane.Jvm;
import duet.lane.seccomp.SystemCall;
import duet.lane.seccomp.SystemCallFilter;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Finds out whether this machine can enforce the [Sandbox], and with what.
public final class SandboxCheck {
  private static final int PROBE_SECONDS = 10;

  private SandboxCheck() {}

  /// Why no host can be confined on this machine; empty if it can. Starts a program in the sandbox
  /// to find out.
  public static Optional<String> obstacle(Home home) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("the sandbox needs Linux");
    }
    if (SystemCallFilter.confining().isEmpty()) {
      return Optional.of("there is no filter for this processor, " + System.getProperty("os.arch"));
    }
    try {
      Process probe = new ProcessBuilder(probe(home)).redirectErrorStream(true).start();
      probe.getOutputStream().close();
      String output =
          new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
      return ended && probe.exitValue() == 0 ? Optional.empty() : Optional.of(refusal(output));
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static String refusal(String output) {
    List<String> reasons = new ArrayList<>(new KernelSupport(Path.of("/proc")).refusals());
    reasons.addFirst("bwrap does not work: " + output);
    return String.join("; ", reasons);
  }

  /// What confines a host on this machine, in a few words each: programs and kernel, and whose
  /// rights it has.
  ///
  /// @throws IOException if this is no Linux system
  public static Map<String, String> enforced() throws IOException {
    var enforced = new LinkedHashMap<String, String>();
    enforced.put(
        "by", "bubblewrap, namespaces (" + String.join(", ", Sandbox.NAMESPACES) + ", mount)");
    enforced.put("calls", "a filter that allows " + SystemCall.values().length + " system calls");
    enforced.put(
        "as",
        NobodyStart.isNeeded()
            ? "nobody, since root has started Duet"
            : "an unprivileged user in a namespace of its own");
    return enforced;
  }

  private static List<String> probe(Home home) throws IOException {
    Path java = Jvm.OWN_JAVA_HOME.resolve("bin").resolve("java");
    var probe = new ArrayList<>(List.of("/bin/sh", "-c", "exec 3<&0 4>&1 && exec \"$@\"", "probe"));
    probe.addAll(
        Sandbox.command(
            home,
            List.of(java.toString(), "-fullversion"),
            List.of(Jvm.OWN_JAVA_HOME, home.program()),
            Jvm.OWN_JAVA_HOME.resolve("release"),
            Map.of()));
    return probe;
  }
}
