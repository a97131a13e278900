package duet.render;

import duet.scenario.InputFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page that needs nothing else: its style is in it, and nothing comes from elsewhere.
final class HtmlOut implements Closeable {
  private final Writer out;

  private HtmlOut(Writer out) {
    this.out = out;
  }

  /// Opens a file anew.
  ///
  /// @throws InputFault when that is not possible
  static HtmlOut open(Path path) throws InputFault {
    try {
      var page = new HtmlOut(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
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
    write("<" + name + ">" + escaped(text) + "</" + name + ">\n");
  }

  void write(String html) {
    try {
      out.write(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A file that comes with this class.
  static String resource(String name) throws IOException {
    try (InputStream in = HtmlOut.class.getResourceAsStream(name)) {
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
