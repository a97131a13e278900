package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.JsonLines;
import duet.lane.protocol.LineTags;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.PipeKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a script prints arrives as whole lines, each with its thread.
class LineCaptureTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final PipeKey key = PipeKey.random();
  private final MessagePipe pipe =
      new MessagePipe("test", key.messages(), sent, OutputStream.nullOutputStream());
  private final ScriptOutput stage = new ScriptOutput(pipe);

  LineCaptureTest() {
    stage.openAt(System.nanoTime());
  }

  @Test
  void piecesBecomeLines() {
    print("a", "b\nc\n\nd");
    assertEquals(List.of("ab", "c", "", "d"), texts());
  }

  @Test
  void aCarriageReturnStartsTheLineAnew() {
    print("\r 10%", "\r 50%", "\r100%\nnext\r\n");
    assertEquals(List.of("100%", "next"), texts());
  }

  @Test
  void aCarriageReturnLeavesWhatIsNotOverwritten() {
    print("12345\rab\n", "日本語\r中\n", "working\r       \r\n", "10%\r    \rdone\n");
    assertEquals(List.of("ab345", "中本語", "done"), texts());
  }

  @Test
  void aLineHasTheTimeOfItsFirstPiece() {
    long begun = System.nanoTime() - 5_000_000;
    stage.openAt(begun - 1_000_000);
    stage.print(7, OutputChannel.OUT, "working ... ", begun);
    stage.print(8, OutputChannel.OUT, "meanwhile\n", System.nanoTime());
    stage.print(7, OutputChannel.OUT, "done\n", System.nanoTime());
    List<Line> printed = lines();
    assertEquals(List.of("meanwhile", "working ... done"), texts(printed));
    assertEquals(1_000_000, printed.getLast().nanos());
  }

  @Test
  void aLineWithoutEndIsToldEachTimeThatItHasChanged() {
    print("10%");
    stage.tellUnfinished();
    stage.tellUnfinished();
    print("\r20%");
    stage.tellUnfinished();
    print(" done\n");
    stage.tellUnfinished();
    assertEquals(List.of("10%", "20%"), texts(unfinished()));
    assertEquals(List.of("20% done"), texts());
  }

  @Test
  void aThreadThatHasEndedHasFinishedItsLine() throws InterruptedException {
    Thread.ofPlatform().name("a").start(() -> print("working ... ")).join();
    stage.tellUnfinished();
    print("later\n");
    List<Line> printed = lines();
    assertEquals(List.of("working ... ", "later"), texts(printed));
    assertEquals("a", printed.getFirst().thread());
  }

  @Test
  void charactersMayBeSplitBetweenWrites() {
    byte[] bytes = "完é\n".getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      write(stage.out(), new byte[] {b});
    }
    assertEquals(List.of("完é"), texts());
  }

  @Test
  void whatIsPrintedBeforeTheStartIsNotSeen() {
    var closed = new ScriptOutput(pipe);
    write(closed.out(), "warming up\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), texts());
  }

  @Test
  void aLineWithoutEndIsCutInPieces() {
    print("x".repeat(3 << 20), "\n");
    assertEquals(3 << 20, texts().stream().mapToInt(String::length).sum());
  }

  @Test
  void threadsDoNotMix() throws InterruptedException {
    int threads = 8;
    int lines = 500;
    var together = new CyclicBarrier(threads);
    List<Thread> all =
        IntStream.range(0, threads)
            .mapToObj(i -> Thread.ofPlatform().name("t" + i).start(() -> chatter(together, lines)))
            .toList();
    for (Thread thread : all) {
      thread.join();
    }
    List<Line> printed = lines();
    assertEquals(threads * lines, printed.size());
    for (Line line : printed) {
      assertEquals(line.thread() + " says something", line.text());
    }
  }

  private void chatter(CyclicBarrier together, int lines) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < lines; i++) {
      print(Thread.currentThread().getName(), " says", " something", "\n");
    }
  }

  private void print(String... pieces) {
    for (String piece : pieces) {
      write(stage.out(), piece.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> texts() {
    return texts(lines());
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  private List<Line> lines() {
    stage.finish();
    return messages()
        .filter(HostMessage.Line.class::isInstance)
        .map(HostMessage.Line.class::cast)
        .toList();
  }

  private List<Line> unfinished() {
    return messages()
        .filter(HostMessage.Unfinished.class::isInstance)
        .map(message -> ((HostMessage.Unfinished) message).line())
        .toList();
  }

  private Stream<HostMessage> messages() {
    pipe.drain();
    LineTags tags = key.messages();
    return sent.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonLines.message(untagged(tags, line)));
  }

  private static String untagged(LineTags tags, String line) {
    try {
      return tags.untagged(line.getBytes(StandardCharsets.UTF_8));
    } catch (LineTags.FalseTag e) {
      throw new AssertionError(line, e);
    }
  }
}
