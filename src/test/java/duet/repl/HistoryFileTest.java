package duet.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The prompt starts with whatever is in the file of its history.
class HistoryFileTest {
  @TempDir private Path folder;

  @Test
  void aLineThatEndsInABackslashIsRead() throws Exception {
    assertEquals(List.of("one\\", "two\\\\", "three"), read("one\\\ntwo\\\\\\\nthree\n"));
    assertEquals(List.of("a", "half\\"), read("a\nhalf\\"));
  }

  @Test
  void whatIsNotUtf8IsRead() throws Exception {
    byte[] latin = "caf\u00e9\nb\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(List.of("caf\ufffd", "b"), read(latin));
  }

  @Test
  void whatCanBeReadStaysAsItIs() throws Exception {
    String good = "run lock\nfor i in range(3):\\n  print(i)\nend \\\\\n";
    assertEquals(List.of("run lock", "for i in range(3):\n  print(i)", "end \\"), read(good));
    assertEquals(good, Files.readString(folder.resolve("history")));
    assertEquals(List.of(), read(""));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  private List<String> read(String text) throws Exception {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The inputs that JLine reads from the mended file.
  private List<String> read(byte[] text) throws Exception {
    Path file = Files.write(folder.resolve("history"), text);
    HistoryFile.mend(file);
    var inputs = new ArrayList<String>();
    try (var terminal =
        new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .history(new DefaultHistory())
              .variable(LineReader.HISTORY_FILE, file)
              .option(Option.HISTORY_TIMESTAMPED, false)
              .build();
      reader.getHistory().attach(reader); // as it does before it reads the first line
      reader.getHistory().forEach(entry -> inputs.add(entry.line()));
    }
    return inputs;
  }
}
