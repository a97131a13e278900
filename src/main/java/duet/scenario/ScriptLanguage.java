package duet.scenario;

import duet.scenario.file.SourceEncoding;
import java.util.List;
import java.util.Set;

/// What scenarios know of a lane: its id, and which files are its scripts.
///
/// @param lane the lane's id
/// @param suffixes the file suffixes of its scripts, without the dot; where a scenario has a script
///   of several of them, the first one counts
/// @param notScripts names of files with such a suffix that do nothing by themselves
/// @param neighbours finds the files that a script uses
/// @param encoding how the bytes of a script become text
public record ScriptLanguage(
    String lane,
    List<String> suffixes,
    Set<String> notScripts,
    NeighbourSearch neighbours,
    SourceEncoding encoding) {
  /// A language whose scripts find other files themselves.
  public ScriptLanguage(String lane, List<String> suffixes, Set<String> notScripts) {
    this(lane, suffixes, notScripts, NeighbourSearch.NONE, SourceEncoding.UTF_8);
  }

  public ScriptLanguage {
    if (suffixes.isEmpty()) {
      throw new IllegalArgumentException("a language has at least one file suffix");
    }
    suffixes = List.copyOf(suffixes);
    notScripts = Set.copyOf(notScripts);
  }
}
