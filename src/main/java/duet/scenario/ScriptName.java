package duet.scenario;

/// The name of a script's file in its two parts. A file that is called just `py` or `.py` is no
/// script: its suffix is empty.
///
/// @param stem what names the scenario
/// @param suffix what names the language, without the dot
public record ScriptName(String stem, String suffix) {
  /// The parts of a file's name.
  public static ScriptName of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 1
        ? new ScriptName(fileName, "")
        : new ScriptName(fileName.substring(0, dot), fileName.substring(dot + 1));
  }
}
