package duet.run;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A host that does not keep to the protocol, in the way that the property `rude` names. It runs in
/// a process of its own.
public final class RudeHost {
  private static final String HELLO = "{\"kind\":\"hello\",\"runtime\":\"Rude\"}";
  private static final String READY = "{\"kind\":\"ready\"}";
  private static final String DONE =
      "{\"kind\":\"outcome\",\"outcome\":\"completed\",\"wall_s\":1.0,\"message\":\"\"}";

  private RudeHost() {}

  public static void main(String[] args) throws Exception {
    var out = new PrintStream(new FileOutputStream("/dev/fd/4"), true, StandardCharsets.UTF_8);
    String rude = System.getProperty("rude", "");
    if (rude.equals("exits")) {
      System.exit(0);
    }
    if (rude.equals("half a line")) {
      out.print(HELLO.substring(0, 10));
      System.exit(1);
    }
    if (rude.equals("ends before it begins")) {
      say(out, DONE, READY, HELLO);
      System.exit(0);
    }
    if (rude.equals("dies of the last play")) {
      dieOfTheLastPlay(out);
    }
    say(out, HELLO, READY);
    switch (rude) {
      case "garbage" -> say(out, "garbage", "{", "{\"kind\":\"line\"}", "\0\0", "{\"kind\":7}");
      case "a huge line" -> {
        String piece = "x".repeat(1 << 20);
        for (int i = 0; i < 50; i++) {
          out.print(piece);
        }
        out.println();
      }
      case "ready twice" -> say(out, READY, HELLO, READY);
      case "odd lines" ->
          say(out, line(-5, -1), line(3, 2e300), line(1, 0.5), line(Long.MAX_VALUE, 0));
      case "leaves without a word" -> System.exit(3);
      case "never ends" -> new CountDownLatch(1).await();
      default -> throw new IllegalArgumentException(rude);
    }
    say(out, DONE, DONE, READY);
  }

  /// Plays well, says that it can play again, and is gone as soon as it is told to.
  private static void dieOfTheLastPlay(PrintStream out) throws IOException {
    try (var orders = Files.newBufferedReader(Path.of("/dev/fd/3"))) {
      await("play", orders);
      say(out, HELLO, READY);
      await("go", orders);
      say(out, DONE, "{\"kind\":\"free\"}", HELLO);
      await("play", orders);
      System.exit(3);
    }
  }

  private static void await(String kind, BufferedReader orders) throws IOException {
    String order = orders.readLine();
    while (order != null && !order.contains("\"kind\":\"" + kind + "\"")) {
      order = orders.readLine();
    }
  }

  private static String line(long seq, double t) {
    return "{\"kind\":\"line\",\"seq\":"
        + seq
        + ",\"t\":"
        + t
        + ",\"thread\":\"main\",\"tid\":1,\"stream\":\"out\",\"text\":\"odd\"}";
  }

  private static void say(PrintStream out, String... lines) {
    for (String line : lines) {
      out.println(line);
    }
  }
}
