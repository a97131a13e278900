package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import duet.lane.HostObserver;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A Python that runs `agent.py` and is observed. It speaks in lines of words.
final class ObservedAgent implements AutoCloseable {
  private final BlockingQueue<HostMessage> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> playing = new LinkedBlockingQueue<>();
  private final List<String> rows = new ArrayList<>();
  private final Process process;
  private final HostObserver observer;
  private volatile long go;

  ObservedAgent(List<String> command) throws IOException, InterruptedException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    observer = CPythonObserver.observe(process.toHandle(), this::write, told::add);
    var ready = new LinkedBlockingQueue<String>();
    Thread.ofPlatform().daemon().start(() -> read(ready));
    ready.take();
    tell(new HostOrder.Load("s", Path.of("agent.py"), "", 1, List.of(), true, 0));
    go = System.nanoTime();
    tell(new HostOrder.Go(go));
  }

  /// As Duet tells its hosts.
  void tell(HostOrder order) {
    observer.told(order);
    write(order);
  }

  private void write(HostOrder order) {
    String word =
        switch (order) {
          case HostOrder.Go _ -> "go";
          case HostOrder.Look _ -> "look";
          case HostOrder.Stop _ -> "stop";
          default -> "";
        };
    try {
      process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(BlockingQueue<String> ready) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String rest = line.substring(line.indexOf('\t') + 1);
        String[] words = line.split("\t", -1);
        switch (words[0]) {
          case "began" -> {
            observer.heard(new HostMessage.Began(Long.parseLong(words[1]), words[2], 0, 0));
            ready.add(line);
          }
          case "playing" -> playing.add(line);
          case "row" -> rows.add(rest);
          case "answered" -> respond("", List.copyOf(rows));
          case "noted" -> respond(rest.replace('\t', ' '), List.of());
          case "exiting" -> {
            double wall = (Long.parseLong(rest) - go) / 1e9;
            observer.heard(new HostMessage.Exiting(Usage.ofWall(wall), ""));
          }
          default -> throw new IllegalStateException(line);
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void respond(String text, List<String> items) {
    rows.clear();
    observer.heard(new HostMessage.Response(true, text, items, 0, Usage.ofWall(0)));
  }

  /// Waits until the script has played and computed for a moment.
  void awaitComputing() throws InterruptedException {
    playing.take();
    Duration before = cpu();
    while (cpu().minus(before).toMillis() < 100) {
      Thread.sleep(5);
    }
  }

  private Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// What Duet is told next.
  HostMessage next() throws InterruptedException {
    HostMessage message = told.poll(30, TimeUnit.SECONDS);
    assertNotNull(message, "nothing is told");
    return message;
  }

  /// The end of a run, and what Duet was told of its threads just before.
  record End(List<State> states, HostMessage.Exiting exiting) {
    /// What a thread did last.
    State last(String thread) {
      return states.stream().filter(one -> one.thread().equals(thread)).toList().getLast();
    }
  }

  /// Waits for the end of the run.
  End end() throws InterruptedException {
    var states = new ArrayList<State>();
    while (true) {
      switch (next()) {
        case State state -> states.add(state);
        case HostMessage.Exiting exiting -> {
          return new End(states, exiting);
        }
        case HostMessage other -> throw new AssertionError(other);
      }
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
