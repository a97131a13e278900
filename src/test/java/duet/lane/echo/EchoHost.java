package duet.lane.echo;

import duet.lane.protocol.BoundedLines;
import duet.lane.protocol.Envelope;
import duet.lane.protocol.HostContract;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.JsonLines;
import duet.lane.protocol.LineTags;
import duet.lane.protocol.OrderLines;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.PipeKey;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.Usage;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Prints a script's lines, as the host of the made-up language. Started by [EchoLane].
final class EchoHost {
  private static final long MAIN = 1;

  private final PrintStream out;
  private final LineTags messages;
  private List<String> script = List.of();

  private EchoHost(PrintStream out, PipeKey key) {
    this.out = out;
    messages = key.messages();
  }

  public static void main(String[] args) throws Exception {
    var out =
        new PrintStream(
            new FileOutputStream("/dev/fd/" + HostContract.MESSAGES), true, StandardCharsets.UTF_8);
    try (var in = Files.newInputStream(Path.of("/dev/fd/" + HostContract.ORDERS))) {
      PipeKey key = PipeKey.read(in);
      LineTags tags = key.orders();
      var orders = BoundedLines.cutting(in, Integer.MAX_VALUE);
      var host = new EchoHost(out, key);
      host.send(new HostMessage.Hello("Echo 1.0"));
      for (byte[] line = orders.nextBytes(); line != null; line = orders.nextBytes()) {
        if (host.isToEnd(OrderLines.order(tags.untagged(line)))) {
          return;
        }
      }
    }
  }

  private boolean isToEnd(HostOrder order) {
    return switch (order) {
      case HostOrder.Load load -> {
        script = load.text().lines().toList();
        send(new HostMessage.Ready());
        yield false;
      }
      case HostOrder.Go go -> {
        play(go.nanoTime());
        yield true;
      }
      case HostOrder.Stop _ -> true;
      case HostOrder.Again _, HostOrder.Open _, HostOrder.Look _ -> false;
      case HostOrder.Request _, HostOrder.Cancel _ -> false;
      case HostOrder.Explore _, HostOrder.Schedules _ -> false;
    };
  }

  private void play(long start) {
    while (System.nanoTime() < start) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < script.size(); i++) {
      long nanos = System.nanoTime() - start;
      send(new HostMessage.Line(i + 1, nanos, "main", MAIN, OutputChannel.OUT, script.get(i)));
    }
    long end = System.nanoTime() - start;
    send(new HostMessage.State(MAIN, "main", ThreadState.RUNNING, 0, end, "script", 0));
    System.err.println(HostContract.ALL_WRITTEN);
    send(new HostMessage.Ending(Outcome.COMPLETED, Usage.ofWall(end / 1e9), ""));
  }

  private void send(HostMessage message) {
    out.writeBytes(messages.tagged(JsonLines.of(new Envelope("", "echo", message))));
  }
}
