package duet.setup;

import duet.lane.Jvm;
import duet.lane.Lane;
import duet.run.Lanes;
import duet.scenario.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// Run by the build, and by the launcher when the JDK has changed: trains every kind of JVM that
/// Duet starts on a rehearsal, so that the next one starts from an AOT cache (JEP 483, JEP 514).
/// Without the caches all works as well, only later.
public final class Setup {
  /// Names the JDK that the caches were made for, so that the launcher can tell when they are
  /// stale.
  static final String MADE_FOR = "jdk";

  private Setup() {}

  /// Trains everything that has changed; what cannot be trained is said, and does not stop the
  /// rest.
  public static void main(String[] args) throws IOException, InterruptedException {
    Home home = Home.find();
    Path caches = home.program().resolve("aot");
    Path madeFor = caches.resolve(MADE_FOR);
    Files.createDirectories(caches);
    String jdk = Jvm.OWN_JAVA_HOME + "\n";
    boolean sameJdk = Files.exists(madeFor) && Files.readString(madeFor).equals(jdk);
    Files.deleteIfExists(madeFor);
    for (Lane lane : Lanes.ALL) {
      if (!sameJdk || !isCurrent(lane.jvm(home))) {
        say("training the " + lane.id() + " host");
        report(lane.id(), Rehearsal.ofHost(lane, home));
      }
    }
    if (!sameJdk || !isCurrent(FrontEnd.jvm(home))) {
      say("training the command line");
      report("duet", Rehearsal.ofFrontEnd(home));
    }
    Files.writeString(madeFor, jdk);
  }

  /// Whether a cache is newer than every jar that it was made with.
  private static boolean isCurrent(Jvm jvm) throws IOException {
    if (!Files.exists(jvm.aotCache())) {
      return false;
    }
    FileTime made = Files.getLastModifiedTime(jvm.aotCache());
    for (Path jar : jvm.jars()) {
      if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
        return false;
      }
    }
    return true;
  }

  private static void report(String name, Path cache) throws IOException {
    if (Files.exists(cache)) {
      say("  " + name + ": " + Files.size(cache) / 1_000_000 + " MB");
    } else {
      say("  " + name + ": this JVM made no AOT cache; it will start more slowly");
    }
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
