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
