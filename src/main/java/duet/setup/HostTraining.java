package duet.setup;

import duet.lane.AotCache;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.SessionDescription;
import duet.lane.process.Host;
import duet.lane.process.HostLauncher;
import duet.lane.process.HostListener;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.scenario.ScriptNeeds;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The training run of a lane's host, with the script `training` of its language.
record HostTraining(Lane lane, HostProgram.OnJvm program, Home home) implements TrainingRun {
  /// The line with which a training script asks to be stopped.
  private static final String STOP = "stop me now";

  @Override
  public AotCache cache() {
    return program.jvm().aotCache();
  }

  @Override
  public String play() throws IOException, InterruptedException {
    String name = "training." + lane.description().suffix();
    Path folder = Files.createTempDirectory("duet");
    Host host = HostLauncher.startTraining(program, folder);
    var over = new CompletableFuture<String>();
    var failure = new AtomicReference<>("");
    host.attend(
        new HostListener() {
          private boolean inPlay;

          @Override
          public void said(HostMessage message) {
            if (message instanceof HostMessage.Ready && !inPlay) {
              inPlay = true; // that was the live session
            } else if (message instanceof HostMessage.Ready) {
              host.tell(new HostOrder.Go(System.nanoTime()));
            } else if (message instanceof HostMessage.Line line && line.text().equals(STOP)) {
              host.tell(new HostOrder.Stop());
            } else if (message instanceof HostMessage.Ending ending) {
              failure.set("its script ended too early: " + ending.message());
            }
          }

          @Override
          public void gone(int status, String stderrTail) {
            over.complete(
                status == 0 ? "" : "its JVM ended with status " + status + "; " + stderrTail);
          }
        });
    host.tell(new HostOrder.Open(ScriptNeeds.NONE));
    lane.description().session().ifPresent(session -> questions(session).forEach(host::tell));
    host.tell(
        new HostOrder.Load(
            "training", home.root().resolve(name), text(name), 4, List.of(), true, 0));
    String end;
    try {
      end = over.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      end = "it did not end within " + TIMEOUT.toSeconds() + " s";
    } finally {
      host.close();
    }
    if (!failure.get().isEmpty()) {
      cache().remove(); // it knows less than it should
    }
    String said = TrainingLog.read(folder);
    TemporaryFolders.delete(folder);
    return Stream.of(failure.get(), end, said)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("; "));
  }

  @Override
  public boolean starts() throws IOException, InterruptedException {
    var hello = new CompletableFuture<Boolean>();
    try (Host host = HostLauncher.start(lane, home, Jit.AUTO)) {
      host.attend(
          new HostListener() {
            @Override
            public void said(HostMessage message) {
              hello.complete(true);
            }

            @Override
            public void gone(int status, String stderrTail) {
              hello.complete(false);
            }
          });
      return hello.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /// The questions that a live session gets first, and often, when a user types.
  private static List<HostOrder.Request> questions(SessionDescription session) {
    String method = session.examples().function();
    String half = method.substring(0, 9);
    return List.of(
        new HostOrder.Request(HostOrder.Topic.EXAMINE, "typed", half, half.length()),
        new HostOrder.Request(HostOrder.Topic.EXAMINE, "typed", method, method.length()),
        new HostOrder.Request(HostOrder.Topic.EVALUATE, "typed", method, 0),
        new HostOrder.Request(HostOrder.Topic.EVALUATE, "typed", "f(3)", 0),
        new HostOrder.Request(HostOrder.Topic.EVALUATE, "typed", "f(", 0),
        new HostOrder.Request(HostOrder.Topic.COMPLETE, "typed", "f", 1));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = HostTraining.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("there is no training script " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
