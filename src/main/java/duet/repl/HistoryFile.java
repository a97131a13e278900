package duet.repl;

import duet.scenario.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Mends the file of a prompt's history. JLine fails on a line that ends in half an escape
/// sequence, as a process leaves that is killed while it writes, and on bytes that are no UTF-8.
final class HistoryFile {
  private HistoryFile() {}

  /// Makes the file one that JLine can read. A file that it can read stays as it is.
  ///
  /// @throws IOException when it cannot be read or replaced
  static void mend(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    String mended =
        text.lines()
            .map(line -> endsInHalfAnEscape(line) ? line + "\\" : line)
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    if (!Arrays.equals(bytes, mended.getBytes(StandardCharsets.UTF_8))) {
      WholeFile.write(file, mended);
    }
  }

  private static boolean endsInHalfAnEscape(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\\') {
      end--;
    }
    return (line.length() - end) % 2 == 1;
  }
}
