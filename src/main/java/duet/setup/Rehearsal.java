package duet.setup;

import duet.lane.Host;
import duet.lane.HostMessage;
import duet.lane.HostOrder;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.scenario.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A play for the sake of training: it uses what scenarios use, so that the AOT cache knows it.
final class Rehearsal {
  private static final long PATIENCE_SECONDS = 180;

  /// The line with which a rehearsal script asks to be stopped.
  private static final String STOP = "stop me now";

  private Rehearsal() {}

  /// Rehearses a lane's host with the script `rehearsal` of its language, and returns where its AOT
  /// cache should be now.
  static Path ofHost(Lane lane, Home home) throws IOException, InterruptedException {
    Path cache = lane.jvm(home, Jit.AUTO).aotCache();
    Files.deleteIfExists(cache);
    String name = "rehearsal." + lane.extension();
    Host host = Host.startTraining(lane, home);
    var over = new CountDownLatch(1);
    host.attend(
        new Host.Listener() {
          @Override
          public void said(HostMessage message) {
            if (message instanceof HostMessage.Ready) {
              host.tell(new HostOrder.Go(System.nanoTime()));
            } else if (message instanceof HostMessage.Line line && line.text().equals(STOP)) {
              host.tell(new HostOrder.Stop());
            }
          }

          @Override
          public void gone(int status, String lastWords) {
            over.countDown();
          }
        });
    host.tell(new HostOrder.Play("rehearsal", home.root().resolve(name), text(name), 4));
    if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      host.close();
    }
    return cache;
  }

  /// Rehearses the commands, and returns where the front end's AOT cache should be now.
  static Path ofFrontEnd(Home home) throws IOException, InterruptedException {
    Jvm jvm = FrontEnd.jvm(home);
    Files.deleteIfExists(jvm.aotCache());
    List<String> command = jvm.trainingCommand(FrontEnd.class.getName());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return jvm.aotCache();
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = Rehearsal.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("there is no rehearsal script " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
