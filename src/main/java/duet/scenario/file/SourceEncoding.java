package duet.scenario.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// How a file's bytes become text. Each language has one for its scripts, and everybody who reads a
/// script uses it.
@FunctionalInterface
public interface SourceEncoding {
  /// UTF-8, without the byte order mark that some editors write.
  SourceEncoding UTF_8 =
      (_, bytes) -> {
        Optional<Misfit> misfit = Misfit.first(bytes, StandardCharsets.UTF_8);
        if (misfit.isPresent()) {
          throw new UnreadableFile(
              String.format(
                  Locale.ROOT,
                  ":%d: the file is not UTF-8 (byte %s)",
                  misfit.get().line(),
                  misfit.get().hex()),
              "Save it as UTF-8 and try again.");
        }
        return withoutMark(new String(bytes, StandardCharsets.UTF_8));
      };

  /// The same, but what is not UTF-8 becomes replacement characters.
  SourceEncoding LENIENT_UTF_8 =
      (_, bytes) -> withoutMark(new String(bytes, StandardCharsets.UTF_8));

  /// The text.
  ///
  /// @param name the file's name
  /// @throws UnreadableFile when the bytes do not fit
  String text(String name, byte[] bytes) throws UnreadableFile;

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// A byte that does not fit an encoding.
  ///
  /// @param line its line, from 1 on
  record Misfit(int line, byte value) {
    /// The first one in some bytes, if there is one.
    public static Optional<Misfit> first(byte[] bytes, Charset charset) {
      CharsetDecoder decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out =
          CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
      CoderResult result = decoder.decode(in, out, true);
      return result.isError()
          ? Optional.of(new Misfit(lines(out.flip()), bytes[in.position()]))
          : Optional.empty();
    }

    /// How many lines a text has begun.
    private static int lines(CharSequence text) {
      return text.toString().split("\r\n|\r|\n", -1).length;
    }

    /// Such as `0xe9`.
    public String hex() {
      return String.format(Locale.ROOT, "0x%02x", value);
    }
  }
}
