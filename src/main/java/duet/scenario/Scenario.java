package duet.scenario;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One experiment: scripts with the same stem, one for each language.
///
/// @param name the stem of its scripts, which is its name on the command line
/// @param title a short phrase, empty where none was declared
/// @param module the name of its module's folder, empty for a learner's own files
/// @param masks patterns whose matches may differ between lanes, beyond clock times
/// @param series what is declared for many plays
/// @param expectations what is expected of its runs
/// @param sources its scripts by file extension without the dot
public record Scenario(
    String name,
    String title,
    String module,
    Kind kind,
    LineAgreement agreement,
    List<Pattern> masks,
    SeriesDeclaration series,
    Expectations expectations,
    Map<String, Path> sources) {
  public Scenario {
    if (name.isEmpty() || sources.isEmpty()) {
      throw new IllegalArgumentException("a scenario has a name and at least one source");
    }
    masks = List.copyOf(masks);
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources)); // in their order
  }

  /// Its name among the scenarios of several modules: the module's path and its own name.
  public String path() {
    return module.isEmpty() ? name : module + "/" + name;
  }

  /// Whether nothing is declared about its lines, so that nobody knows whether lanes that print
  /// different ones do what they should.
  public boolean isSilentAboutLines() {
    return agreement instanceof LineAgreement.Undeclared
        && series.rules().isEmpty()
        && !expectations.areAboutLines();
  }

  /// The same, but lanes have to print the same lines if nothing is declared about that.
  public Scenario strict() {
    return isSilentAboutLines()
        ? new Scenario(
            name,
            title,
            module,
            kind,
            new LineAgreement.SameLines(),
            masks,
            series,
            expectations,
            sources)
        : this;
  }

  /// The same with other expectations.
  public Scenario expecting(Expectations others) {
    return new Scenario(name, title, module, kind, agreement, masks, series, others, sources);
  }

  /// The same with other scripts, under another title.
  public Scenario with(String newTitle, Map<String, Path> newSources) {
    return new Scenario(
        name, newTitle, module, kind, agreement, masks, series, expectations, newSources);
  }
}
