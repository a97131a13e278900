package duet.render.html;

import duet.scenario.InputFault;
import duet.scenario.file.VisibleText;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// An HTML page in one file, which loads nothing else. It is written part by part from the
/// templates in `src/main/jte`, which the build compiles and which escape their data. Half of a
/// surrogate pair, which UTF-8 cannot encode, becomes a question mark, and no control character but
/// a line end reaches the page, wherever it comes from.
final class HtmlFile implements Closeable {
  /// Finds the compiled templates; created when the first page is written.
  private static final class Templates {
    static final TemplateEngine ENGINE =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            HtmlFile.class.getClassLoader(),
            HtmlFile.class.getPackageName());
  }

  private final Writer out;
  private final String script;
  private final String style;
  private String tail = "";

  private HtmlFile(Writer out, String script, String style) {
    this.out = new VisibleWriter(out);
    this.script = script;
    this.style = style;
  }

  /// Creates a file, or replaces an existing one.
  ///
  /// @param script the name of the page's script; empty if it has none
  /// @throws InputFault if the file cannot be written
  static HtmlFile open(Path path, String script) throws InputFault {
    return open(path, script, "");
  }

  /// The same with a style sheet of its own besides the common one.
  static HtmlFile open(Path path, String script, String style) throws InputFault {
    try {
      return new HtmlFile(
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8)),
          script,
          style);
    } catch (IOException e) {
      throw InputFault.usage("cannot write the page to " + path, "Choose another file.");
    }
  }

  /// Adds a template that is filled with data.
  ///
  /// @throws UncheckedIOException if it cannot be written
  void add(String template, Object data) {
    try {
      frame();
      Templates.ENGINE.render(template, data, new WriterOutput(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw e.getCause() instanceof UncheckedIOException fault ? fault : e;
    }
  }

  /// Writes the text before the first part and keeps the text after the last one. This does not
  /// happen when the file is opened, since the user then waits for the first line of a play.
  private void frame() throws IOException {
    if (!tail.isEmpty()) {
      return;
    }
    var whole = new StringOutput();
    var head = new StringBuilder();
    Content body = _ -> head.append(whole);
    Map<String, Object> data =
        Map.of(
            "style",
            resource("report.css") + (style.isEmpty() ? "" : resource(style)),
            "script",
            script.isEmpty() ? "" : resource(script),
            "body",
            body);
    Templates.ENGINE.render("frame.jte", data, whole);
    out.append(head);
    tail = whole.toString().substring(head.length());
  }

  /// Replaces control characters with visible pictures.
  private static final class VisibleWriter extends FilterWriter {
    VisibleWriter(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      out.write(visible((char) c));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      writeOwn(Arrays.copyOfRange(text, from, from + length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      writeOwn(text.substring(from, from + length).toCharArray());
    }

    private void writeOwn(char[] text) throws IOException {
      for (int i = 0; i < text.length; i++) {
        text[i] = visible(text[i]);
      }
      out.write(text);
    }

    /// No control character is one of a pair of surrogates.
    private static char visible(char c) {
      return c == '\n' ? c : (char) VisibleText.picture(c);
    }
  }

  /// A number as web formats write it, whatever the user's language.
  static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /// A file that comes with this class.
  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    frame();
    out.write(tail);
    out.close();
  }
}
