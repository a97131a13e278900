package duet.scenario;

import duet.scenario.file.FileBounds;
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
/// @param needs what is declared that its scripts need
/// @param sources its scripts by file extension without the dot
/// @param bounds the folders that its scripts have to be in, whatever they link to
/// @param refusal why Duet does not play it, such as a declaration that is not understood; empty
///   where nothing is wrong
public record Scenario(
    String name,
    String title,
    String module,
    Kind kind,
    LineAgreement agreement,
    List<Pattern> masks,
    SeriesDeclaration series,
    Expectations expectations,
    ScriptNeeds needs,
    Map<String, Path> sources,
    FileBounds bounds,
    String refusal) {
  /// A scenario of the user's own files that Duet plays.
  public Scenario(
      String name,
      String title,
      String module,
      Kind kind,
      LineAgreement agreement,
      List<Pattern> masks,
      SeriesDeclaration series,
      Expectations expectations,
      Map<String, Path> sources) {
    this(
        name,
        title,
        module,
        kind,
        agreement,
        masks,
        series,
        expectations,
        ScriptNeeds.NONE,
        sources,
        FileBounds.NONE,
        "");
  }

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
        ? copy(title, new LineAgreement.SameLines(), expectations, needs, sources, bounds, refusal)
        : this;
  }

  /// The same with other expectations.
  public Scenario expecting(Expectations others) {
    return copy(title, agreement, others, needs, sources, bounds, refusal);
  }

  /// The same, but its scripts need something else.
  public Scenario needing(ScriptNeeds others) {
    return copy(title, agreement, expectations, others, sources, bounds, refusal);
  }

  /// The same with other scripts, under another title.
  public Scenario with(String newTitle, Map<String, Path> newSources) {
    return copy(newTitle, agreement, expectations, needs, newSources, bounds, refusal);
  }

  /// The same, but Duet does not play it.
  ///
  /// @param why what is wrong and what to do
  public Scenario refused(String why) {
    return copy(title, agreement, expectations, needs, sources, bounds, why);
  }

  /// The same, but its scripts have to be in these folders.
  public Scenario within(FileBounds newBounds) {
    return copy(title, agreement, expectations, needs, sources, newBounds, refusal);
  }

  private Scenario copy(
      String newTitle,
      LineAgreement newAgreement,
      Expectations newExpectations,
      ScriptNeeds newNeeds,
      Map<String, Path> newSources,
      FileBounds newBounds,
      String newRefusal) {
    return new Scenario(
        name,
        newTitle,
        module,
        kind,
        newAgreement,
        masks,
        series,
        newExpectations,
        newNeeds,
        newSources,
        newBounds,
        newRefusal);
  }
}
