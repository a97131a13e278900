package duet.setup;

import duet.Main;
import duet.scenario.folder.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Of the commands, as [FrontEnd] gives them.
record FrontEndTraining(Home home) implements TrainingRun {
  @Override
  public Path cache() {
    return FrontEnd.jvm(home).aotCache();
  }

  @Override
  public void play() throws IOException, InterruptedException {
    List<String> command = FrontEnd.jvm(home).trainingCommand(FrontEnd.class.getName());
    Path state = Files.createTempDirectory("duet");
    rehearse(onTerminal(command), state);
    if (!Files.exists(cache())) {
      rehearse(command, state);
    }
    TemporaryFolders.delete(state);
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
    boolean isOver = process.waitFor(PATIENCE);
    process.destroyForcibly();
    return isOver && process.exitValue() == 0;
  }

  private static void rehearse(List<String> command, Path state)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_STATE_HOME", state.toString());
    builder.environment().put("XDG_CACHE_HOME", state.toString());
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
}
