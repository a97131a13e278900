package duet.lane.java.compile;

import duet.scenario.NeighbourFiles.Neighbour;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.tools.SimpleJavaFileObject;

/// A source file as javac wants it, in memory.
final class SourceText extends SimpleJavaFileObject {
  private final String file;
  private final String text;
  private final boolean isScript;

  private SourceText(String file, String text, boolean isScript) {
    super(
        URI.create(
            "script:///"
                + URLEncoder.encode(file, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%2F", "/")),
        Kind.SOURCE);
    this.file = file;
    this.text = text;
    this.isScript = isScript;
  }

  static SourceText of(JavaProgram program) {
    return new SourceText(program.name(), program.text(), true);
  }

  static SourceText of(Neighbour neighbour) {
    return new SourceText(neighbour.name(), neighbour.text(), false);
  }

  /// What the reader knows the file as.
  String file() {
    return file;
  }

  String text() {
    return text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  /// A public class may have any name in a script, as with `java FILE`.
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return isScript ? kind == Kind.SOURCE : super.isNameCompatible(simpleName, kind);
  }
}
