package duet.run;

import duet.scenario.found.Notebook;
import duet.scenario.found.ScriptPairs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Reads a script's text from its file.
final class ScriptFile {
  /// The file has no text that can be played; the explanation says why.
  static final class Unreadable extends Exception {
    private final String explanation;

    Unreadable(String explanation) {
      super(explanation);
      this.explanation = explanation;
    }

    String explanation() {
      return explanation;
    }
  }

  private ScriptFile() {}

  /// The file's text.
  ///
  /// @throws Unreadable when it is empty, cannot be read, or is not UTF-8
  static String read(Path file) throws Unreadable {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Unreadable(file.getFileName() + ": cannot be read: " + e.getMessage());
    }
    String text = decode(file, bytes);
    if (text.isBlank()) {
      throw new Unreadable(file.getFileName() + ": the file is empty, there is nothing to play.");
    }
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return file.toString().endsWith("." + ScriptPairs.NOTEBOOK) ? notebook(file, bare) : bare;
  }

  private static String notebook(Path file, String text) throws Unreadable {
    try {
      return Notebook.of(text).withoutOutputs();
    } catch (IllegalArgumentException e) {
      throw new Unreadable(file.getFileName() + ": " + e.getMessage());
    }
  }

  private static String decode(Path file, byte[] bytes) throws Unreadable {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = utf8.decode(in, out, true);
    if (result.isError()) {
      long line = out.flip().chars().filter(c -> c == '\n').count() + 1;
      throw new Unreadable(
          String.format(
              Locale.ROOT,
              "%s:%d: the file is not UTF-8 (byte 0x%02x). Save it as UTF-8 and play again.",
              file.getFileName(),
              line,
              bytes[in.position()]));
    }
    return out.flip().toString();
  }
}
