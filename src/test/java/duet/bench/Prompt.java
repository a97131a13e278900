package duet.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// An interactive program on a terminal of its own, made by script(1), timed until its prompt can
/// be seen.
final class Prompt {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  /// What a program asks the terminal what it is, and what xterm answers (its manual, Device
  /// Attributes).
  private static final String QUESTION = "\u001b[c";

  private static final String ANSWER = "\u001b[?62;22c";

  private Prompt() {}

  /// Whether that can be measured here.
  static boolean isPossible() {
    return Files.isExecutable(SCRIPT);
  }

  /// Seconds from the program's start until its prompt.
  static double seconds(String program, String prompt) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(SCRIPT.toString(), "-qec", program, "/dev/null");
    Path state = Files.createTempDirectory("duet-bench");
    builder.environment().put("XDG_STATE_HOME", state.toString());
    builder.environment().put("TERM", "xterm-256color");
    builder.redirectErrorStream(true);
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      await(prompt, process.getInputStream(), process.getOutputStream());
      return Timed.seconds(start);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  private static void await(String prompt, InputStream screen, OutputStream keys)
      throws IOException {
    var seen = new StringBuilder();
    var buffer = new byte[1 << 12];
    boolean answered = false;
    while (seen.indexOf(prompt) < 0) {
      int n = screen.read(buffer);
      if (n < 0) {
        throw new IOException("no prompt, but: " + seen);
      }
      seen.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      if (!answered && seen.indexOf(QUESTION) >= 0) {
        answered = true;
        keys.write(ANSWER.getBytes(StandardCharsets.ISO_8859_1));
        keys.flush();
      }
    }
  }
}
