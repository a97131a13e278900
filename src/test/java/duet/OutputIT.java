package duet;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.HostMessage.Line;
import duet.run.Play;
import duet.run.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every line that a script prints is in its log, whole, and has its thread's name.
class OutputIT {
  private static final int THREADS = 16;
  private static final int LINES = 200;

  @TempDir private Path folder;

  @Test
  void aLineThatAThreadLeavesWithoutEndHasItsPlaceInTime() throws Exception {
    Play play =
        Plays.completed(
            folder,
            1,
            """
            import threading, time

            def work():
                print('A: working ... ', end='', flush=True)

            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
            print('not flushed', end='')
            time.sleep(0.4)
            print(', but one line')
            print('main')
            """,
            """
            void main() throws Exception {
              Thread thread = new Thread(() -> System.out.print("A: working ... "));
              thread.start();
              thread.join();
              IO.print("not flushed");
              Thread.sleep(400);
              IO.println(", but one line");
              IO.println("main");
            }
            """);
    for (Run run : play.runs()) {
      List<Line> lines = run.lines();
      assertEquals(
          List.of("A: working ... ", "not flushed, but one line", "main"),
          lines.stream().map(Line::text).toList(),
          run.lane());
      assertTrue(lines.get(2).nanos() - lines.get(1).nanos() > 300_000_000, run.lane() + lines);
    }
  }

  @Test
  void manyThreadsPrintManyWholeLines() throws Exception {
    Play play =
        Plays.completed(
            folder,
            1,
            """
            import threading

            def chatter(name):
                for i in range(200):
                    print(name, 'says', i)

            threads = [threading.Thread(target=chatter, args=(f't{n}',), name=f't{n}') for n in range(16)]
            for t in threads: t.start()
            for t in threads: t.join()
            """,
            """
            void main() throws Exception {
              var threads = new ArrayList<Thread>();
              for (int n = 0; n < 16; n++) {
                String name = "t" + n;
                threads.add(Thread.ofPlatform().name(name).start(() -> chatter(name)));
              }
              for (Thread thread : threads) {
                thread.join();
              }
            }

            void chatter(String name) {
              for (int i = 0; i < 200; i++) {
                IO.print(name);
                IO.println(" says " + i);
              }
            }
            """);
    for (Run run : play.runs()) {
      assertEquals(THREADS * LINES, run.lines().size(), run.lane());
      var byThread = run.lines().stream().collect(Collectors.groupingBy(Line::thread));
      assertEquals(THREADS, byThread.size(), run.lane());
      byThread.forEach(
          (thread, lines) -> {
            for (int i = 0; i < LINES; i++) {
              assertEquals(thread + " says " + i, lines.get(i).text());
            }
          });
      List<Long> stamps = run.lines().stream().map(Line::nanos).toList();
      assertTrue(stamps.equals(stamps.stream().sorted().toList()), run.lane());
      assertEquals(
          THREADS * LINES,
          run.lines().stream().mapToLong(Line::seq).distinct().count(),
          run.lane());
    }
  }

  /// Of threads that take the GIL from each other in the middle of a line: GraalPy may hand it over
  /// within the change of a dict, and changes by two threads at once destroy one.
  @Test
  void linesOfManyPiecesStayWhole() throws Exception {
    Play play =
        Plays.completed(
            folder,
            1,
            """
            import threading, time

            def count(end):
                while time.monotonic() < end:
                    print(*range(3000))

            for _ in range(%d):
                end = time.monotonic() + 1
                threads = [threading.Thread(target=count, args=(end,)) for _ in range(5)]
                for t in threads: t.start()
                for t in threads: t.join()
            """
                .formatted(Duet.THOROUGH ? 6 : 1),
            "void main() {}");
    String whole = IntStream.range(0, 3000).mapToObj(String::valueOf).collect(joining(" "));
    List<Line> lines = play.runs().getFirst().lines();
    assertFalse(lines.isEmpty());
    assertEquals(List.of(), lines.stream().filter(line -> !line.text().equals(whole)).toList());
  }
}
