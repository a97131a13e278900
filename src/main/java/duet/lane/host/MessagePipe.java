package duet.lane.host;

import duet.lane.protocol.Envelope;
import duet.lane.protocol.HostContract;
import duet.lane.protocol.HostExit;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.JsonLines;
import duet.lane.protocol.LineTags;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Sends messages to Duet. A thread of its own writes them one after the other, so that a script's
/// thread waits for the pipe only when thousands of messages are already waiting.
final class MessagePipe {
  private static final int WAITING_AT_MOST = 8_192;
  private static final byte[] ALL_WRITTEN =
      (HostContract.ALL_WRITTEN + "\n").getBytes(StandardCharsets.UTF_8);

  private sealed interface Parcel {
    record Message(HostMessage content) implements Parcel {}

    record End(CountDownLatch written) implements Parcel {}
  }

  private final BlockingQueue<Parcel> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private final String lane;
  private final LineTags tags;
  private final OutputStream past;
  private volatile String scenario = "";

  /// Memory that is released when a script has filled the rest, so that its lines and its end can
  /// still be sent.
  @SuppressWarnings("UnusedVariable") // it only has to be there
  private volatile byte @Nullable [] reserve = new byte[2 << 20];

  /// @param lane the lane's id, written into every message
  /// @param past standard error, to which native code writes, past the language
  MessagePipe(String lane, LineTags tags, OutputStream out, OutputStream past) {
    this.lane = lane;
    this.tags = tags;
    this.past = past;
    var buffered = new BufferedOutputStream(out, 1 << 16);
    HostThreads.start("pipe", () -> carry(buffered));
  }

  /// Sets the scenario that later messages belong to.
  void scenario(String name) {
    scenario = name;
  }

  /// Sends a message after all that were sent before.
  void send(HostMessage message) {
    put(new Parcel.Message(message));
  }

  /// Whether so many messages wait for Duet that the next sender has to wait, too.
  boolean isFull() {
    return waiting.remainingCapacity() == 0;
  }

  /// Waits until everything sent so far is written.
  void drain() {
    var written = new CountDownLatch(1);
    put(new Parcel.End(written));
    Uninterruptible.run(written::await);
  }

  private void put(Parcel parcel) {
    Uninterruptible.run(() -> waiting.put(parcel));
  }

  private void carry(OutputStream out) {
    List<Parcel> batch = new ArrayList<>();
    try {
      while (true) {
        Uninterruptible.run(() -> batch.add(waiting.take()));
        waiting.drainTo(batch);
        for (Parcel parcel : batch) {
          writeInAnyCase(parcel, out);
        }
        if (waiting.isEmpty()) {
          out.flush();
        }
        batch.clear();
      }
    } catch (IOException e) {
      EmergencyExit.now();
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(HostExit.MEMORY_FULL);
    }
  }

  private void writeInAnyCase(Parcel parcel, OutputStream out) throws IOException {
    try {
      write(parcel, out);
    } catch (OutOfMemoryError e) {
      giveUpReserve();
      write(parcel, out);
    }
  }

  /// Makes room for what has to be sent although the memory is full.
  void giveUpReserve() {
    reserve = null;
  }

  private void write(Parcel parcel, OutputStream out) throws IOException {
    switch (parcel) {
      case Parcel.Message(HostMessage content) -> {
        if (content instanceof HostMessage.Ending || content instanceof HostMessage.Exiting) {
          past.write(ALL_WRITTEN);
        }
        out.write(tags.tagged(JsonLines.of(new Envelope(scenario, lane, content))));
      }
      case Parcel.End(CountDownLatch written) -> {
        out.flush();
        written.countDown();
      }
    }
  }
}
