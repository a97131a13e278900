package duet.lane;

import duet.scenario.ScriptLanguage;
import java.util.List;
import java.util.Optional;

/// What the rest of Duet knows about a lane.
///
/// @param name what its language is called, such as `Python`
/// @param scripts its id in options, logs and JSON, and which files are its scripts
/// @param hasGlobalLock whether only one of its threads can run at a time, the one that has the
///   global interpreter lock
/// @param highlighting which of the files `duet/render/terminal/NAME.nanorc` colours its code;
///   empty for none
/// @param session how its code is typed at the prompt; empty where it has no live sessions
public record LaneDescription(
    String name,
    ScriptLanguage scripts,
    boolean hasGlobalLock,
    String highlighting,
    Optional<SessionDescription> session) {
  /// Its name in options, logs and JSON, such as `python`.
  public String id() {
    return scripts.lane();
  }

  /// The file suffix of the scripts that are written for it, without the dot.
  public String suffix() {
    return scripts.suffixes().getFirst();
  }

  /// The indentation of its code, in columns.
  public int indent() {
    return session.map(SessionDescription::indent).orElse(2);
  }

  /// Suffixes of which it plays the first one that a scenario has.
  public List<String> suffixes() {
    return scripts.suffixes();
  }
}
