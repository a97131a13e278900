package duet.setup;

import duet.lane.Jvm;
import duet.lane.Lane;
import duet.run.Lanes;
import duet.scenario.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Run by the build, and by the launcher when the JDK has changed: trains every kind of JVM that
/// Duet starts on a rehearsal, so that the next one starts from an AOT cache (JEP 483, JEP 514).
/// Without the caches all works as well, only later.
public final class Setup {
  /// Names the JDK that the caches were made for, so that the launcher can tell when they are
  /// stale.
  static final String MADE_FOR = "jdk";

  private Setup() {}

  /// Trains everything; what cannot be trained is said, and does not stop the rest.
  public static void main(String[] args) throws IOException, InterruptedException {
    Home home = Home.find();
    Path caches = home.program().resolve("aot");
    Files.createDirectories(caches);
    for (Lane lane : Lanes.ALL) {
      say("training the " + lane.id() + " host");
      report(lane.id(), Rehearsal.ofHost(lane, home));
    }
    say("training the command line");
    report("duet", Rehearsal.ofFrontEnd(home));
    Files.writeString(caches.resolve(MADE_FOR), Jvm.OWN_JAVA_HOME + "\n");
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
