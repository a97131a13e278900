package duet.render.html;

import duet.console.Cells;
import duet.scenario.InputFault;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A page that needs nothing else: its style is in it, and nothing comes from elsewhere. What has
/// no place in UTF-8, half of a character, becomes a question mark.
final class HtmlWriter implements Closeable {
  private final Writer out;

  private HtmlWriter(Writer out) {
    this.out = out;
  }

  /// Opens a file anew.
  ///
  /// @throws InputFault when that is not possible
  static HtmlWriter open(Path path) throws InputFault {
    try {
      var page =
          new HtmlWriter(
              new BufferedWriter(
                  new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8)));
      page.write(
          """
          <!DOCTYPE html>
          <html lang="en">
          <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Duet</title>
          <style>
          %s</style>
          </head>
          <body>
          """
              .formatted(resource("report.css")));
      return page;
    } catch (IOException e) {
      throw InputFault.usage("cannot write the page to " + path, "Choose another file.");
    }
  }

  void tag(String name, String text) {
    write("<" + name + ">" + line(text) + "</" + name + ">\n");
  }

  void write(String html) {
    try {
      out.write(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes numbers as the formats of the web have them, whatever the user's language writes.
  void format(String html, Object... values) {
    write(String.format(Locale.ROOT, html, values));
  }

  /// One line of somebody else's text, which cannot turn what stands around it.
  static String line(String text) {
    return escaped(Cells.printable(text));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A file that comes with this class.
  static String resource(String name) throws IOException {
    try (InputStream in = HtmlWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    out.write("</body>\n</html>\n");
    out.close();
  }
}
