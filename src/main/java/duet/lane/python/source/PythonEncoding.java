package duet.lane.python.source;

import duet.scenario.file.SourceEncoding;
import duet.scenario.file.UnreadableFile;
import duet.scenario.found.ScriptPairs;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The encoding of a Python script: UTF-8, unless a comment in one of its first two lines names
/// another one (PEP 263). What does not fit is told in CPython's words. Notebooks are UTF-8.
public final class PythonEncoding implements SourceEncoding {
  private static final Pattern COMMENT =
      Pattern.compile("[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+).*");

  private static final Pattern NO_CODE = Pattern.compile("[ \\t\\f]*(#.*)?");
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern UTF_8 = Pattern.compile("utf-8(-.*)?|utf8|u8");
  private static final Pattern LATIN_1 = Pattern.compile("(latin-1|iso-8859-1|iso-latin-1)(-.*)?");
  private static final String MARK = "\u00ef\u00bb\u00bf";
  private static final String SAVE = "Save the file as UTF-8";

  /// What every encoding of a script has in common.
  private static final String ASCII = "# coding\t\n09AZaz";

  /// An encoding's name, and the line that names it.
  private record Named(String name, int line) {
    static Optional<Named> in(String text) {
      String[] lines = LINE_END.split(text, 3);
      for (int i = 0; i < Math.min(lines.length, 2); i++) {
        Matcher comment = COMMENT.matcher(lines[i]);
        if (comment.matches()) {
          return Optional.of(new Named(usual(comment.group(1)), i + 1));
        }
        if (!NO_CODE.matcher(lines[i]).matches()) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    /// CPython has one name for each of the two most usual encodings.
    private static String usual(String name) {
      String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
      return UTF_8.matcher(plain).matches()
          ? "utf-8"
          : LATIN_1.matcher(plain).matches() ? "iso-8859-1" : name;
    }

    boolean isUtf8() {
      return name.equals("utf-8");
    }

    /// Java's encoding of that name, or of one that differs by a hyphen.
    Optional<Charset> charset() {
      return List.of(name, name.replace('_', '-'), name.replaceAll("[-_]", "")).stream()
          .filter(Named::isSupported)
          .map(Charset::forName)
          .filter(
              found -> new String(ASCII.getBytes(StandardCharsets.US_ASCII), found).equals(ASCII))
          .findFirst();
    }

    private static boolean isSupported(String name) {
      return Character.isLetterOrDigit(name.charAt(0)) && Charset.isSupported(name);
    }

    UnreadableFile problem(String more, String next) {
      return syntaxError(line, "encoding problem: " + name + more, next);
    }
  }

  @Override
  public String text(String name, byte[] bytes) throws UnreadableFile {
    if (name.endsWith("." + ScriptPairs.NOTEBOOK)) {
      return SourceEncoding.UTF_8.text(name, bytes);
    }
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean hasMark = raw.startsWith(MARK);
    Optional<Named> named = Named.in(hasMark ? raw.substring(MARK.length()) : raw);
    Charset charset = charset(named, hasMark);
    Optional<Misfit> misfit = Misfit.first(bytes, charset);
    if (misfit.isPresent()) {
      throw misfit(name, misfit.get(), named, hasMark);
    }
    int mark = hasMark ? MARK.length() : 0;
    return checked(new String(Arrays.copyOfRange(bytes, mark, bytes.length), charset));
  }

  private static Charset charset(Optional<Named> named, boolean hasMark) throws UnreadableFile {
    if (named.isEmpty() || named.get().isUtf8()) {
      return StandardCharsets.UTF_8;
    }
    if (hasMark) {
      throw named
          .get()
          .problem(
              " with BOM",
              "The file begins with the byte order mark of UTF-8, so remove the comment.");
    }
    return named
        .get()
        .charset()
        .orElseThrow(
            () ->
                named
                    .get()
                    .problem(
                        "",
                        "Python has no encoding of this name for scripts. Correct the name, or save"
                            + " the file as UTF-8 and remove the comment."));
  }

  private static UnreadableFile misfit(
      String name, Misfit misfit, Optional<Named> named, boolean hasMark) {
    if (named.isPresent() && !named.get().isUtf8()) {
      return named
          .get()
          .problem(
              "",
              "Line "
                  + misfit.line()
                  + " has the byte "
                  + misfit.hex()
                  + ", which does not fit. Correct the name, or save the file as UTF-8 and remove"
                  + " the comment.");
    }
    if (named.isPresent() || hasMark) {
      return syntaxError(
          misfit.line(),
          "(unicode error) 'utf-8' codec can't decode byte " + misfit.hex(),
          SAVE + ".");
    }
    return syntaxError(
        misfit.line(),
        String.format(
            Locale.ROOT,
            "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding"
                + " declared; see https://peps.python.org/pep-0263/ for details",
            misfit.value(),
            name,
            misfit.line()),
        SAVE + ", or name its encoding in its first line, such as: # coding: latin-1");
  }

  private static String checked(String text) throws UnreadableFile {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw syntaxError(
          LINE_END.split(text.substring(0, nul), -1).length,
          "source code cannot contain null bytes",
          SAVE + " and without them.");
    }
    return text;
  }

  private static UnreadableFile syntaxError(int line, String message, String next) {
    return new UnreadableFile(":" + line + ": SyntaxError: " + message, next);
  }
}
