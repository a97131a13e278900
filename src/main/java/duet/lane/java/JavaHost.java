package duet.lane.java;

import duet.lane.HostOrder;
import duet.lane.host.Guest;
import duet.lane.host.HostMain;
import duet.lane.host.Stage;
import java.util.Optional;

/// The program of a Java host.
public final class JavaHost implements Guest {
  private JavaHost() {}

  /// Started by [JavaLane#hostCommand].
  public static void main(String[] args) {
    HostMain.live("java", new JavaHost());
  }

  @Override
  public String boot(Stage stage) {
    return "OpenJDK " + Runtime.version().version().stream()
        .map(String::valueOf)
        .reduce((a, b) -> a + "." + b)
        .orElseThrow();
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
