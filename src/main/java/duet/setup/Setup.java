package duet.setup;

import duet.lane.AotCache;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.cpython.AgentFiles;
import duet.lane.python.PythonLane;
import duet.lane.sandbox.Sandbox;
import duet.scenario.folder.Home;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// Prepares Duet for a fast start; run by the build, and by the launcher when the JDK has changed.
/// It links a Java runtime that contains the compiler for Python, and trains every kind of JVM that
/// Duet starts, so that the next one starts from an AOT cache (JEP 483, JEP 514). Without these,
/// everything works too, only more slowly.
public final class Setup {
  /// The file that names the JDK of the caches, so that the launcher can tell when they are stale.
  static final String MADE_FOR = "jdk";

  /// How often Duet tries to make a cache.
  private static final int TRIES = 3;

  private Setup() {}

  /// Trains everything that has changed. A failed training is reported, and does not stop the rest.
  public static void main(String[] args) throws IOException, InterruptedException {
    Home home = Home.find();
    Path caches = AotCache.folder(home);
    Files.createDirectories(caches);
    try (var _ = alone(caches)) {
      prepare(home, caches.resolve(MADE_FOR));
    }
  }

  /// Waits until no other set-up prepares this installation. The lock is the system's, so it ends
  /// with its process.
  private static Closeable alone(Path caches) throws IOException {
    FileChannel channel =
        FileChannel.open(
            caches.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      say("another set-up is preparing " + caches.getParent() + "; waiting until it is done");
      channel.lock();
    }
    return channel;
  }

  private static void prepare(Home home, Path madeFor) throws IOException, InterruptedException {
    String jdk = Jvm.OWN_JAVA_HOME + "\n";
    boolean sameJdk =
        Files.exists(madeFor)
            && Files.readString(madeFor).equals(jdk)
            && isNewer(madeFor, List.of(Jvm.OWN_JAVA_HOME.resolve("release")));
    Files.deleteIfExists(madeFor);
    if (!sameJdk || !isImageCurrent(home)) {
      buildImage(home);
    }
    List<HostTraining> stale = new ArrayList<>();
    for (Lane lane : BuiltInLanes.lanes().all()) {
      switch (lane.program(home, Jit.AUTO)) {
        case HostProgram.OnJvm program -> {
          SignedJars.strip(program.jvm().jars());
          if (!sameJdk || !isCurrent(program.jvm())) {
            stale.add(new HostTraining(lane, program, home));
          }
        }
        case HostProgram.Executable _ -> {} // no JVM, so there is nothing to train
      }
    }
    Sandbox.prepare(home);
    AgentFiles.prepare(home);
    trainHosts(stale);
    if (!sameJdk || !isCurrent(FrontEnd.jvm(home))) {
      say("training the command line");
      train("duet", new FrontEndTraining(home));
    }
    SharedFiles.share(home.program());
    Files.writeString(madeFor, jdk);
    SharedFiles.share(madeFor);
  }

  /// Trains hosts in parallel: each of them waits for a while, and writes its cache with one
  /// thread. The command line comes after them, since its training plays on them.
  private static void trainHosts(List<HostTraining> stale)
      throws IOException, InterruptedException {
    var trainings = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (HostTraining host : stale) {
        String name = host.lane().id();
        say("training the " + name + " host");
        trainings.add(
            threads.submit(
                () -> {
                  train(name, host);
                  return name;
                }));
      }
    }
    for (Future<?> training : trainings) {
      if (training.state() == Future.State.FAILED) {
        throw new IOException(training.exceptionNow());
      }
    }
  }

  /// Links the runtime image with the compiler, for JDKs that need one.
  private static void buildImage(Home home) throws IOException, InterruptedException {
    Path image = PythonLane.image(home);
    TemporaryFolders.delete(image);
    switch (RuntimeImage.jitOf(Jvm.OWN_JAVA_HOME)) {
      case LINKABLE -> {
        say("linking a Java runtime with the compiler for Python");
        try {
          RuntimeImage.build(Jvm.OWN_JAVA_HOME, compilerJars(home), image);
        } catch (IOException e) {
          say("  " + e.getMessage());
          say("  Python will be interpreted");
        }
      }
      case READY -> say("this JDK contains the compiler for Python");
      case NONE -> say("this JDK supports no compiler for Python, so Python will be interpreted");
    }
  }

  private static boolean isImageCurrent(Home home) throws IOException {
    Path release = PythonLane.image(home).resolve("release");
    if (!Files.exists(release)) {
      return RuntimeImage.jitOf(Jvm.OWN_JAVA_HOME) != RuntimeImage.CompilerOffer.LINKABLE;
    }
    return isNewer(release, compilerJars(home));
  }

  private static List<Path> compilerJars(Home home) throws IOException {
    try (var jars = Files.list(home.program().resolve("jit"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /// Whether a cache is good, and newer than every jar that it was made with.
  private static boolean isCurrent(Jvm jvm) throws IOException {
    AotCache cache = jvm.aotCache();
    return cache.check().isEmpty() && cache.isUsable() && isNewer(cache.file(), jvm.jars());
  }

  private static boolean isNewer(Path made, List<Path> sources) throws IOException {
    FileTime time = Files.getLastModifiedTime(made);
    for (Path source : sources) {
      if (Files.exists(source) && Files.getLastModifiedTime(source).compareTo(time) > 0) {
        return false;
      }
    }
    return true;
  }

  /// Makes a cache. A JVM with busy threads may write one that the next JVM cannot start from, or
  /// end while it writes; then Duet tries again.
  static void train(String name, TrainingRun run) throws IOException, InterruptedException {
    AotCache cache = run.cache();
    String why = "";
    for (int i = 0; i < TRIES; i++) {
      cache.remove();
      String said = run.play();
      if (!isWritten(cache.file())) {
        why = said.isEmpty() ? "the JVM wrote none, and does not say why" : said;
        continue;
      }
      cache.seal();
      if (run.starts()) {
        say("  " + name + ": " + Files.size(cache.file()) / 1_000_000 + " MB");
        return;
      }
      why = "the program did not start from the one that the JVM wrote";
    }
    cache.remove();
    cache.explain(why.lines().map(String::strip).collect(Collectors.joining(" ")));
    say("  " + name + ": no AOT cache, so it will start more slowly: " + cache.absence());
  }

  /// A JVM that fails while it writes its cache leaves an empty file, which the next one ignores.
  private static boolean isWritten(Path cache) throws IOException {
    return Files.exists(cache) && Files.size(cache) > 0;
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
