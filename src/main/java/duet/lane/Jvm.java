package duet.lane;

import duet.scenario.folder.Home;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The command line of a JVM of ours: Duet's own, or a host's.
///
/// @param home where the program is
/// @param name what kind of JVM it is, by which its AOT cache is called
/// @param javaHome the JDK or runtime image that it runs on
/// @param folders the folders whose jars are its class path
/// @param options what it is started with
public record Jvm(Home home, String name, Path javaHome, List<Path> folders, List<String> options) {
  /// The JDK that runs this process.
  public static final Path OWN_JAVA_HOME = Path.of(System.getProperty("java.home"));

  public Jvm {
    folders = List.copyOf(folders);
    options = List.copyOf(options);
  }

  /// The same JVM with one more option.
  public Jvm with(String option) {
    var more = new ArrayList<>(options);
    more.add(option);
    return new Jvm(home, name, javaHome, folders, more);
  }

  /// Starts a main class, with the AOT cache where there is one. A cache that does not fit the JVM
  /// (JEP 514) is left out by it without a word, since its log is off.
  public List<String> command(String mainClass) {
    return command("-XX:AOTCache=" + aotCache(), Files.exists(aotCache()), mainClass);
  }

  /// Starts a main class in a run after whose end the JVM writes the AOT cache.
  public List<String> trainingCommand(String mainClass) {
    return command("-XX:AOTCacheOutput=" + aotCache(), true, mainClass);
  }

  /// Where the AOT cache is.
  public Path aotCache() {
    return home.program().resolve("aot").resolve(name + ".aot");
  }

  private List<String> command(String aot, boolean withAot, String mainClass) {
    var command = new ArrayList<String>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    if (withAot) {
      command.add(aot);
    }
    // The JVM would write its warnings to standard output, which is not its to write to, and the
    // report of a crash into the user's folder.
    command.addAll(List.of("-Xlog:disable", "-XX:+SuppressFatalErrorMessage"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), mainClass));
    return List.copyOf(command);
  }

  /// All jars of the folders, sorted: an AOT cache fits only the class path it was made with.
  public List<Path> jars() {
    var jars = new ArrayList<Path>();
    for (Path folder : folders) {
      try (var entries = Files.list(folder)) {
        entries.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return jars;
  }

  private String classPath() {
    return jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
