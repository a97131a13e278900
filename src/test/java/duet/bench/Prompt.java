package duet.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An interactive program on a terminal of its own, made by script(1), timed until its prompt can
/// be seen.
final class Prompt {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  /// What a program asks the terminal, and what xterm answers (its manual: Device Attributes, and
  /// Device Status Report for the cursor's position).
  private static final Map<String, String> ANSWERS =
      Map.of("\u001b[c", "\u001b[?62;22c", "\u001b[6n", "\u001b[1;1R");

  private Prompt() {}

  /// Whether that can be measured here.
  static boolean isPossible() {
    return Files.isExecutable(SCRIPT);
  }

  /// Seconds from the program's start until its prompt.
  static double seconds(String program, String prompt) throws IOException, InterruptedException {
    // A terminal without a size, as script(1) makes it here, has no room for a prompt.
    String sized = "stty cols 100 rows 30; exec " + program;
    var builder = new ProcessBuilder(SCRIPT.toString(), "-qec", sized, "/dev/null");
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
    var unasked = new HashMap<>(ANSWERS);
    while (seen.indexOf(prompt) < 0) {
      int n = screen.read(buffer);
      if (n < 0) {
        throw new IOException("no prompt, but: " + seen);
      }
      seen.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      for (String question : List.copyOf(unasked.keySet())) {
        if (seen.indexOf(question) >= 0) {
          keys.write(unasked.remove(question).getBytes(StandardCharsets.ISO_8859_1));
          keys.flush();
        }
      }
    }
  }
}
