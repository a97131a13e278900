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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A play for the sake of training: it uses what scenarios use, so that the AOT cache knows it.
final class Rehearsal {
  /// How long one may take.
  static final Duration PATIENCE = Duration.ofMinutes(2);

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
              System.out.println("  its script ended too early: " + ending.message());
            }
          }

          @Override
          public void gone(int status, String lastWords) {
            over.countDown();
          }
        });
    host.tell(new HostOrder.Open());
    questions(lane).forEach(host::tell);
    host.tell(
        new HostOrder.Play(
            "rehearsal", home.root().resolve(name), text(name), 4, List.of(), true, 0));
    if (!over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      host.close();
    }
    return cache;
  }

  /// What a live session is asked first, and again and again, when somebody types.
  private static List<HostOrder.Question> questions(Lane lane) {
    boolean python = lane.extension().equals("py");
    String method = python ? "def f(n):\n    return n\n" : "int f(int n) {\n  return n;\n}";
    String half = method.substring(0, 9);
    return List.of(
        new HostOrder.Question(HostOrder.Topic.EXAMINE, "typed", half, half.length()),
        new HostOrder.Question(HostOrder.Topic.EXAMINE, "typed", method, method.length()),
        new HostOrder.Question(HostOrder.Topic.EVALUATE, "typed", method, 0),
        new HostOrder.Question(HostOrder.Topic.EVALUATE, "typed", "f(3)", 0),
        new HostOrder.Question(HostOrder.Topic.EVALUATE, "typed", "f(", 0),
        new HostOrder.Question(HostOrder.Topic.COMPLETE, "typed", "f", 1));
  }

  /// Rehearses the commands, and returns where the front end's AOT cache should be now.
  static Path ofFrontEnd(Home home) throws IOException, InterruptedException {
    Jvm jvm = FrontEnd.jvm(home);
    Files.deleteIfExists(jvm.aotCache());
    List<String> command = jvm.trainingCommand(FrontEnd.class.getName());
    Path state = Files.createTempDirectory("duet");
    rehearse(onTerminal(command), state);
    if (!Files.exists(jvm.aotCache())) {
      rehearse(command, state);
    }
    try (var files = Files.walk(state)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    return jvm.aotCache();
  }

  private static void rehearse(List<String> command, Path state)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_STATE_HOME", state.toString());
    Process process = builder.start();
    Thread.ofPlatform().daemon().start(() -> type(process));
    if (!process.waitFor(PATIENCE)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /// Types what is to be typed, once there is a prompt: what comes before that is lost. Reads what
  /// is printed, so that nothing waits for that.
  private static void type(Process process) {
    try (var keys = process.getOutputStream();
        var screen = process.getInputStream()) {
      var shown = new StringBuilder();
      var buffer = new byte[1 << 12];
      for (int n = screen.read(buffer); n >= 0; n = screen.read(buffer)) {
        boolean isTyped = shown.indexOf(FrontEnd.PROMPT) >= 0;
        shown.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        if (!isTyped && shown.indexOf(FrontEnd.PROMPT) >= 0) {
          keys.write(FrontEnd.TYPED.replace('\n', '\r').getBytes(StandardCharsets.UTF_8));
          keys.flush();
        }
      }
    } catch (IOException e) {
      // It has ended, well or not; whether there is a cache tells.
    }
  }

  /// The command on a terminal of its own, where the system has `script` (util-linux) for that;
  /// otherwise what only happens on a terminal is not rehearsed.
  private static List<String> onTerminal(List<String> command) {
    Path script = Path.of("/usr/bin/script");
    if (!Files.isExecutable(script) || !System.getProperty("os.name").equals("Linux")) {
      return command;
    }
    String quoted =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    return List.of(script.toString(), "-qec", "stty cols 100 rows 30; exec " + quoted, "/dev/null");
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
