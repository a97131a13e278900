package duet.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a script needs besides its language and the files beside it.
///
/// @param input what it reads from standard input; empty where it gets none
/// @param preview whether it uses preview features of Java
/// @param classPath jar files, and folders of class files, that it uses; whole paths
public record ScriptNeeds(Optional<String> input, boolean preview, List<Path> classPath) {
  /// A script that needs nothing.
  public static final ScriptNeeds NONE = new ScriptNeeds(Optional.empty(), false, List.of());

  public ScriptNeeds {
    classPath = List.copyOf(classPath);
  }

  /// What is needed for both reasons; of two inputs the other one counts.
  public ScriptNeeds and(ScriptNeeds other) {
    return new ScriptNeeds(
        other.input.or(() -> input),
        preview || other.preview,
        Stream.concat(classPath.stream(), other.classPath.stream()).distinct().toList());
  }
}
