package duet.run;

import duet.lane.protocol.LineTags;
import duet.lane.protocol.PipeKey;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A host that does not keep to the protocol, in the way that the property `rude` names. It runs in
/// a process of its own.
public final class RudeHost {
  private static final String HELLO = "{\"kind\":\"hello\",\"runtime\":\"Rude\"}";
  private static final String READY = "{\"kind\":\"ready\"}";
  private static final String DONE =
      "{\"kind\":\"outcome\",\"outcome\":\"completed\",\"wall_s\":0.05,\"message\":\"\"}";

  private static LineTags tags = PipeKey.random().messages(); // the key comes first

  private RudeHost() {}

  public static void main(String[] args) throws Exception {
    var out = new PrintStream(new FileOutputStream("/dev/fd/4"), true, StandardCharsets.UTF_8);
    String rude = System.getProperty("rude", "");
    if (rude.equals("half a line")) {
      out.print(HELLO.substring(0, 10));
      System.exit(1);
    }
    if (rude.equals("reads nothing")) {
      Thread.sleep(Duration.ofMinutes(10));
    }
    if (rude.equals("dies of the last play")) {
      dieOfTheLastPlay(out);
    }
    try (var orders = Files.newInputStream(Path.of("/dev/fd/3"))) {
      tags = PipeKey.read(orders).messages();
    }
    say(out, HELLO, READY);
    switch (rude) {
      case "no key" -> {
        tags = PipeKey.random().messages();
        say(out, DONE);
      }
      case "garbage" -> say(out, "garbage", "{", "{\"kind\":\"line\"}", "\0\0", "{\"kind\":7}");
      case "a huge line" -> {
        String piece = "x".repeat(1 << 20);
        for (int i = 0; i < 50; i++) {
          out.print(piece);
        }
        out.println();
      }
      default -> throw new IllegalArgumentException(rude);
    }
    say(out, DONE, DONE, READY);
  }

  /// Plays well, says that it can play again, and is gone as soon as it is told to.
  private static void dieOfTheLastPlay(PrintStream out) throws IOException {
    try (var in = Files.newInputStream(Path.of("/dev/fd/3"))) {
      tags = PipeKey.read(in).messages();
      var orders = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
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

  private static void say(PrintStream out, String... lines) {
    for (String line : lines) {
      out.writeBytes(tags.tagged(line));
    }
  }
}
