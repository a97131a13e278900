package duet.lane.java.session;

import java.util.List;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;

/// Makes a script of loose statements, as they are typed in a live session: declarations stay where
/// they are, everything else goes into `main`.
record SnippetScript(SourceCodeAnalysis analysis) {
  /// The script. A text that already has a `main` stays as it is.
  String of(String text) {
    var imports = new StringBuilder();
    var members = new StringBuilder();
    var statements = new StringBuilder();
    String left = text;
    while (!left.isBlank()) {
      var next = analysis.analyzeCompletion(left);
      String source = next.source() == null ? left : next.source();
      left = next.source() == null ? "" : next.remaining();
      List<Snippet> snippets = analysis.sourceToSnippets(source);
      Snippet first = snippets.isEmpty() ? null : snippets.getFirst();
      if (first != null && first.kind() == Kind.METHOD && isMain(source)) {
        return text;
      }
      Kind kind = first == null ? Kind.ERRONEOUS : first.kind();
      switch (kind) {
        case IMPORT -> imports.append(source.strip()).append('\n');
        case METHOD, TYPE_DECL -> members.append('\n').append(source.strip()).append('\n');
        case EXPRESSION, STATEMENT, VAR, ERRONEOUS ->
            statements.append(indented(withEnd(source.strip())));
      }
    }
    String main = "void main() throws Exception {\n" + statements + "}\n";
    return imports + (imports.isEmpty() ? "" : "\n") + main + members;
  }

  private static boolean isMain(String source) {
    return source.matches("(?s).*\\bvoid\\s+main\\s*\\(.*");
  }

  /// In a session an expression needs no semicolon; in a script it does.
  private static String withEnd(String source) {
    return source.endsWith(";") || source.endsWith("}") ? source : source + ";";
  }

  private static String indented(String source) {
    return source
        .lines()
        .map(line -> line.isEmpty() ? "\n" : "  " + line + "\n")
        .reduce("", String::concat);
  }
}
