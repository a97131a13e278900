package duet.lane.java;

import duet.lane.HostOrder;
import duet.lane.host.Guest;
import duet.lane.host.HostMain;
import duet.lane.host.Stage;
import java.nio.file.Path;
import java.util.Optional;

/// The program of a Java host.
public final class JavaHost implements Guest {
  private static final String REHEARSAL =
      """
      record Greeting(String from) {}

      void main() throws Exception {
        Runnable greeting = () -> IO.println("line " + new Greeting(Thread.currentThread().getName()));
        var thread = Thread.ofPlatform().name("rehearsal").start(greeting);
        thread.join(1_000);
        Thread.sleep(1);
        var clock = java.time.format.DateTimeFormatter.ofPattern("EEE MMM d HH:mm", Locale.ENGLISH);
        IO.println(clock.format(java.time.LocalDateTime.now()));
        IO.println("%s %d".formatted(thread.isAlive(), List.of(1, 2).stream().mapToInt(n -> n).sum()));
      }
      """;

  private JavaHost() {}

  /// Started by [JavaLane#hostCommand].
  public static void main(String[] args) {
    HostMain.live("java", new JavaHost());
  }

  @Override
  public String boot(Stage stage) {
    rehearse();
    return "OpenJDK "
        + Runtime.version().version().stream()
            .map(String::valueOf)
            .reduce((a, b) -> a + "." + b)
            .orElseThrow();
  }

  /// Compiles and runs a script that nobody sees, so that the first lines of a real one do not wait
  /// for javac, lambdas and output to be loaded.
  private void rehearse() {
    Path file = Path.of("rehearsal.java");
    try {
      compile(new HostOrder.Play("", file, REHEARSAL, 1)).run();
    } catch (Rejection e) {
      throw new IllegalStateException(e.explanation(), e);
    }
  }

  @Override
  public Script compile(HostOrder.Play order) throws Rejection {
    Compilation compilation = Compilation.of(order.file(), order.text());
    var loader = new ScriptLoader(compilation.classes(), order.speed());
    Optional<EntryPoint> entry = EntryPoint.in(loader, compilation.mainClass());
    return new JavaScript(
        entry.orElseThrow(
            () ->
                new Rejection(
                    order.file().getFileName()
                        + ": there is no main method to start. Add one: void main() { … }")));
  }
}
