package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.Hosts;
import duet.lane.protocol.Outcome;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Very many plays in one front end leave nothing behind in it: `mvn -B verify -Psoak`, with
/// `-Dsoak.plays=N` for another number than 500.
class Soak {
  private static final int PLAYS = Integer.getInteger("soak.plays", 500);
  private static final int PYTHON_EVERY = 5;

  @TempDir private Path folder;

  /// What the front end holds after a play.
  private record Held(long heap, long threads, long files) {
    static Held now() throws Exception {
      System.gc();
      Runtime jvm = Runtime.getRuntime();
      try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
        return new Held(
            jvm.totalMemory() - jvm.freeMemory(),
            ManagementFactory.getThreadMXBean().getThreadCount(),
            files.count());
      }
    }
  }

  @Test
  void veryManyPlaysLeaveNothing() throws Exception {
    Files.writeString(folder.resolve("tiny.py"), "print('tiny')\n");
    Files.writeString(folder.resolve("tiny.java"), "void main() { IO.println(\"tiny\"); }\n");
    Scenario scenario = BuiltInLanes.lanes().scripts().scenarios(List.of(folder)).getFirst();
    var held = new ArrayList<Held>();
    try (var hosts = new Hosts(Home.find())) {
      for (int i = 0; i < PLAYS; i++) {
        play(hosts, scenario, i);
        held.add(Held.now());
        if (i % 50 == 49) {
          System.out.println(i + 1 + " plays: " + held.getLast());
        }
      }
    }
    List<Held> early = held.subList(PLAYS / 10, PLAYS / 5);
    List<Held> late = held.subList(PLAYS - PLAYS / 10, PLAYS);
    flat("threads", early, late, Held::threads, 2);
    flat("open files", early, late, Held::files, 2);
    flat("bytes of heap", early, late, Held::heap, 2 << 20);
  }

  /// Python takes a second to boot, so it does not play each time.
  private static void play(Hosts hosts, Scenario scenario, int i) {
    var options =
        PlayOptions.on(
                i % PYTHON_EVERY == 0
                    ? BuiltInLanes.lanes().usual()
                    : List.of(BuiltInLanes.lanes().usual().getLast()))
            .build();
    Play play = new Player(hosts).play(scenario, options, new PlayListener() {});
    play.runs().forEach(run -> assertEquals(Outcome.COMPLETED, run.outcome(), run.message()));
    play.runs().forEach(run -> assertEquals("tiny", run.lines().getFirst().text()));
  }

  private static void flat(
      String what, List<Held> early, List<Held> late, ToLongFunction<Held> of, long tolerance) {
    long before = median(early, of);
    long after = median(late, of);
    assertTrue(after <= before + tolerance, what + " grew from " + before + " to " + after);
  }

  private static long median(List<Held> held, ToLongFunction<Held> of) {
    return held.stream().mapToLong(of).sorted().skip(held.size() / 2).findFirst().orElseThrow();
  }
}
