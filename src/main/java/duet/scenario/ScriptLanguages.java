package duet.scenario;

import java.util.List;
import java.util.Optional;

/// The languages of all lanes, in the order in which the lanes stand side by side. Several lanes
/// may play the same files.
public record ScriptLanguages(List<ScriptLanguage> all) {
  public ScriptLanguages {
    all = List.copyOf(all);
  }

  /// The ids of the lanes.
  public List<String> lanes() {
    return all.stream().map(ScriptLanguage::lane).toList();
  }

  /// Every suffix, without the dot.
  public List<String> suffixes() {
    return all.stream().flatMap(language -> language.suffixes().stream()).distinct().toList();
  }

  /// The first language whose scripts have that suffix, if there is one.
  public Optional<ScriptLanguage> ofSuffix(String suffix) {
    return all.stream().filter(language -> language.suffixes().contains(suffix)).findFirst();
  }

  /// Whether a file of that name is a script.
  public boolean isScript(String fileName) {
    return ofSuffix(ScriptName.of(fileName).suffix())
        .filter(language -> !language.notScripts().contains(fileName))
        .isPresent();
  }

  /// All suffixes for a reader: `.py, .ipynb and .java`.
  ///
  /// @param conjunction `and` or `or`
  public String words(String conjunction) {
    List<String> dotted = suffixes().stream().map(suffix -> "." + suffix).toList();
    int last = dotted.size() - 1;
    return last < 1
        ? String.join("", dotted)
        : String.join(", ", dotted.subList(0, last)) + " " + conjunction + " " + dotted.get(last);
  }

  /// One file of each language for a reader, called as an example: `a .py and a .java`.
  public String pair() {
    return String.join(
        " and ", all.stream().map(l -> "a ." + l.suffixes().getFirst()).distinct().toList());
  }
}
