package duet.lane.protocol;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a line is, reading it gives a message or says that it is none.
class JsonLinesFuzzTest {
  private static final int ROUNDS = 30_000;

  private static final Usage USAGE = new Usage(1.5, OptionalDouble.of(1), OptionalDouble.of(2));

  private static final List<String> GOOD =
      List.of(
          message(new HostMessage.Hello("GraalPy")),
          message(new HostMessage.Ready()),
          message(
              new HostMessage.Line(1, 2_000, "main", 7, OutputChannel.OUT, "a \"b\" \\ \u00e4")),
          message(new HostMessage.Ending(Outcome.FAILED, USAGE, "why")),
          message(new HostMessage.Exiting(USAGE, "")),
          message(
              new HostMessage.Threads(
                  HostMessage.Occasion.STOP,
                  List.of(new ThreadView("a", 1, ThreadState.GIL, "x:1", "y", 2, 0.5)))),
          OrderLines.of(
              new HostOrder.Load("s", Path.of("/x.py"), "text", 2, List.of("4"), true, 0)),
          OrderLines.of(new HostOrder.Go(12)),
          OrderLines.of(new HostOrder.Stop()));

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "true",
          "-1",
          "1e999",
          "NaN",
          "{}",
          "[]",
          "\\u0000",
          "\\ud800",
          "\0",
          "\"kind\":\"line\"",
          "\"kind\":\"outcome\"",
          "\"t\":",
          "99999999999999999999");

  @Test
  void mutatedLinesAreMessagesOrNone() {
    var random = new Random(42);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String line = GOOD.get(random.nextInt(GOOD.size()));
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        line = mutate(line, random);
      }
      refused += refusals(line);
    }
    assertTrue(refused > ROUNDS / 2, refused + " were refused");
    assertTrue(refused < 2 * ROUNDS, "some were still good");
  }

  @Test
  void extremeLinesAreRefused() {
    for (String line :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"kind\":null}",
            "{\"kind\":{}}",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"kind\":\"line\",\"text\":" + "[".repeat(100_000),
            "x".repeat(1_000_000))) {
      assertThrows(IllegalArgumentException.class, () -> JsonLines.envelope(line));
      assertThrows(IllegalArgumentException.class, () -> OrderLines.order(line));
    }
  }

  /// How many of the two readings refuse a line; anything but a refusal fails the test.
  private static int refusals(String line) {
    int refused = 0;
    try {
      assertNotNull(JsonLines.envelope(line));
    } catch (IllegalArgumentException e) {
      refused++;
    }
    try {
      assertNotNull(OrderLines.order(line));
    } catch (IllegalArgumentException e) {
      refused++;
    }
    return refused;
  }

  private static String mutate(String line, Random random) {
    int at = random.nextInt(line.length() + 1);
    int to = Math.min(line.length(), at + random.nextInt(12));
    return switch (random.nextInt(4)) {
      case 0 -> line.substring(0, at);
      case 1 -> line.substring(0, at) + line.substring(to);
      case 2 -> line.substring(0, at) + line.substring(at, to).repeat(3) + line.substring(to);
      default ->
          line.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + line.substring(to);
    };
  }

  private static String message(HostMessage message) {
    return JsonLines.of(new Envelope("s", "python", message));
  }
}
