package duet.setup;

import duet.Main;
import duet.lane.AotCache;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The training run of the commands that [FrontEnd] runs.
record FrontEndTraining(Home home) implements TrainingRun {
  @Override
  public AotCache cache() {
    return FrontEnd.jvm(home).aotCache();
  }

  @Override
  public String play() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("duet");
    List<String> command = FrontEnd.jvm(home).trainingCommand(FrontEnd.class.getName(), folder);
    String end = train(onTerminal(command), folder);
    if (!Files.exists(cache().file())) {
      end = train(command, folder);
    }
    String said = TrainingLog.read(folder);
    TemporaryFolders.delete(folder);
    return end.isEmpty() || said.isEmpty() ? end + said : end + "; " + said;
  }

  @Override
  public boolean starts() throws IOException, InterruptedException {
    var command = new ArrayList<>(FrontEnd.jvm(home).command(Main.class.getName()));
    command.add("--version");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean isOver = process.waitFor(TIMEOUT);
    process.destroyForcibly();
    return isOver && process.exitValue() == 0;
  }

  /// What went wrong; empty if the JVM ended well.
  private static String train(List<String> command, Path state)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_STATE_HOME", state.toString());
    builder.environment().put("XDG_CACHE_HOME", state.toString());
    Process process = builder.start();
    Thread.ofPlatform().daemon().start(() -> type(process));
    if (process.waitFor(TIMEOUT)) {
      int status = process.exitValue();
      return status == 0 ? "" : "its JVM ended with status " + status;
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return "it did not end within " + TIMEOUT.toSeconds() + " s";
  }

  /// Types the input once there is a prompt, since earlier input is lost. Reads the output, so that
  /// the program never waits for a reader.
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
      // It has ended, well or not; the cache shows which.
    }
  }

  /// The command on its own terminal, if the system has `script` (util-linux); otherwise, what
  /// happens only on a terminal is not trained.
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
}
