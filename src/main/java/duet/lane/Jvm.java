package duet.lane;

import duet.scenario.folder.Home;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The command line of a JVM of ours: Duet's own, or a host's.
///
/// @param home where the program is
/// @param name what kind of JVM it is, by which its AOT cache is called
/// @param javaHome the JDK or runtime image that it runs on
/// @param folders the folders whose jars are its class path
/// @param modules the names of those jars, without their versions, that are modules instead
/// @param options what it is started with
public record Jvm(
    Home home,
    String name,
    Path javaHome,
    List<Path> folders,
    List<String> modules,
    List<String> options) {
  /// The end of a jar's name.
  private static final Pattern VERSION = Pattern.compile("(-\\d[^/]*)?\\.jar$");

  /// The JDK that runs this process.
  public static final Path OWN_JAVA_HOME = Path.of(System.getProperty("java.home"));

  /// The end of the names of the files in which training JVMs say what went wrong.
  public static final String TRAINING_LOG = "-aot.log";

  /// What shuts others out of a host: no process attaches to it, no agent is loaded into it.
  public static final List<String> SHUT =
      List.of("-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading");

  public Jvm {
    folders = List.copyOf(folders);
    modules = List.copyOf(modules);
    options = List.copyOf(options);
  }

  /// The same JVM with one more option.
  public Jvm with(String option) {
    var more = new ArrayList<>(options);
    more.add(option);
    return new Jvm(home, name, javaHome, folders, modules, more);
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
    if (!modules.isEmpty()) {
      command.addAll(List.of("--module-path", path(this::isModule)));
    }
    command.addAll(List.of("-cp", path(jar -> !isModule(jar)), mainClass));
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

  private boolean isModule(Path jar) {
    return modules.contains(VERSION.matcher(jar.getFileName().toString()).replaceFirst(""));
  }

  private String path(Predicate<Path> wanted) {
    return jars().stream()
        .filter(wanted)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
