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

  /// The end of the names of the files in which training JVMs say what went wrong.
  public static final String TRAINING_LOG = "-aot.log";

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
    AotCache cache = aotCache();
    return command(
        cache.isUsable() ? List.of("-XX:AOTCache=" + cache.file()) : List.of(),
        List.of(),
        mainClass);
  }

  /// Starts a main class in a run after whose end the JVM writes the AOT cache.
  ///
  /// @param logs the folder for files in which the JVMs say what went wrong
  public List<String> trainingCommand(String mainClass, Path logs) {
    return command(
        List.of("-XX:AOTCacheOutput=" + aotCache().file()),
        List.of("-Xlog:all=warning:file=" + logs.resolve("%p" + TRAINING_LOG)),
        mainClass);
  }

  /// Its AOT cache, which need not exist.
  public AotCache aotCache() {
    return AotCache.of(home, name);
  }

  private List<String> command(List<String> aot, List<String> logged, String mainClass) {
    var command = new ArrayList<String>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(aot);
    // The JVM would write its warnings to standard output, which is not its to write to, and the
    // report of a crash into the user's folder.
    command.addAll(List.of("-Xlog:disable", "-XX:+SuppressFatalErrorMessage"));
    command.addAll(logged);
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
