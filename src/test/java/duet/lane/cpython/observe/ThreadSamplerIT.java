package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.ThreadState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// What is seen of real Pythons, against what a script itself tells of its threads.
class ThreadSamplerIT {
  private static final Path SCRIPT = Path.of("src/test/resources/cpython/observed.py");
  private static final String SECONDS = "1.5";

  /// A computing thread's own account: how much of its time it neither had nor wanted a core.
  private record Account(long tid, long from, long to, double gil) {}

  private record Observed(
      List<State> states, List<Account> accounts, Map<String, Long> tids, Optional<String> why) {
    double share(long tid, ThreadState state, long from, long to) {
      long seen = 0;
      for (State one : states) {
        if (one.tid() == tid && one.state() == state) {
          seen += Math.max(0, Math.min(to, one.to()) - Math.max(from, one.from()));
        }
      }
      return (double) seen / (to - from);
    }

    double share(String name, ThreadState state) {
      long tid = tids.getOrDefault(name, 0L);
      List<State> own = states.stream().filter(one -> one.tid() == tid).toList();
      return share(tid, state, own.getFirst().from(), own.getLast().to());
    }
  }

  @Test
  void seesWhoWaitsForTheGil() throws IOException {
    List<Path> pythons = Pythons.all();
    assumeTrue(!pythons.isEmpty(), "there is no CPython here");
    assertSeen(pythons.getFirst());
  }

  @EnabledIfSystemProperty(named = "duet.thorough", matches = "true")
  @Test
  void seesItInEveryVersion() throws IOException {
    for (Path python : Pythons.all()) {
      assertSeen(python);
    }
  }

  private static void assertSeen(Path python) throws IOException {
    Observed seen = observe(python);
    assertEquals(Optional.empty(), seen.why, python.toString());
    assertEquals(2, seen.accounts.size(), python.toString());
    for (Account account : seen.accounts) {
      double gil = seen.share(account.tid, ThreadState.GIL, account.from, account.to);
      assertEquals(account.gil, gil, 0.05, python.toString());
    }
    assertTrue(seen.share("sleeper", ThreadState.SLEEP) > 0.5, python.toString());
    assertTrue(seen.share("waiter", ThreadState.UNKNOWN) > 0.5, python.toString());
    assertTrue(seen.share("main", ThreadState.UNKNOWN) > 0.5, python.toString());
  }

  private static Observed observe(Path python) throws IOException {
    Process process =
        new ProcessBuilder(python.toString(), "-S", SCRIPT.toString(), SECONDS)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var sampler = new ThreadSampler(new HostTasks(process.toHandle()));
    var accounts = new ArrayList<Account>();
    var tids = new HashMap<String, Long>();
    long go = 0;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        long tid = Long.parseLong(words[1]);
        if (words[0].equals("began")) {
          sampler.began(new HostMessage.Began(tid, words[2], 0, 0));
          tids.put(words[2], tid);
          if (words[2].equals("main")) {
            go = System.nanoTime();
            sampler.go(go, true);
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
          }
        } else {
          long from = Long.parseLong(words[2]) - go;
          long to = Long.parseLong(words[3]) - go;
          accounts.add(new Account(tid, from, to, Double.parseDouble(words[4])));
        }
      }
    }
    List<ThreadLife> lives = sampler.end();
    long end = System.nanoTime() - go;
    return new Observed(
        new CPythonStates(NotedWaits.NONE, go, end).of(lives), accounts, tids, sampler.obstacle());
  }
}
