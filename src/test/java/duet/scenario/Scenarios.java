package duet.scenario;

import duet.scenario.found.ScriptPairs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Scenarios for tests, of which little matters.
public final class Scenarios {
  /// Scripts of Python and of Java.
  public static final ScriptPairs SCRIPTS =
      new ScriptPairs(
          new ScriptLanguages(
              List.of(
                  new ScriptLanguage("python", List.of("py", "ipynb"), Set.of("__init__.py")),
                  new ScriptLanguage("java", List.of("java"), Set.of("module-info.java")))));

  private Scenarios() {}

  /// A Python script about which only this is declared.
  public static Scenario of(Expectations expectations, SeriesDeclaration series) {
    return new Scenario(
        "s",
        "",
        "",
        Kind.WAITS,
        new LineAgreement.Undeclared(),
        List.of(),
        series,
        expectations,
        Map.of("py", Path.of("s.py")));
  }

  /// A Python script at a path within a batch, about which only this is declared.
  public static Scenario at(String path, Expectations expectations) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    return new Scenario(
        name,
        "",
        path.substring(0, Math.max(0, slash)),
        Kind.WAITS,
        new LineAgreement.Undeclared(),
        List.of(),
        SeriesDeclaration.NONE,
        expectations,
        Map.of("py", Path.of(name + ".py")));
  }

  /// A Python script about which nothing is declared.
  public static Scenario plain() {
    return of(Expectations.NONE, SeriesDeclaration.NONE);
  }
}
