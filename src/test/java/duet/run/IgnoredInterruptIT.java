package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.HostOrder.Topic;
import duet.scenario.ScriptNeeds;
import duet.scenario.folder.Home;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A program that was started with SIGINT ignored, as in the background of a shell script, still
/// stops what its live sessions evaluate.
class IgnoredInterruptIT {
  /// Prints how the evaluation of an endless loop ends that is cancelled at once.
  public static void main(String[] args) throws Exception {
    var python = BuiltInLanes.lanes().withIds(List.of("python")).getFirst();
    var opened = new CompletableFuture<LiveSession>();
    var listener =
        new LiveSession.OutputListener() {
          @Override
          public void printed(Line line) {
            opened.join().cancel();
          }

          @Override
          public void wrote(String text) {}
        };
    try (var hosts = new Hosts(Home.find());
        LiveSession session = LiveSession.open(hosts, python, ScriptNeeds.NONE, listener)) {
      opened.complete(session);
      String loop = "print('begun')\nwhile True: pass";
      System.out.print(
          session
              .ask(new Request(Topic.EVALUATE, "typed", loop, 0))
              .text()
              .lines()
              .toList()
              .getLast());
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "duet.thorough", matches = "true")
  void aSessionIsCancelledAllTheSame() throws Exception {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "trap '' INT; exec timeout 60 \"$@\"",
                "sh",
                System.getProperty("java.home") + "/bin/java",
                "-Dduet.root=" + System.getProperty("duet.root"),
                "-cp",
                System.getProperty("surefire.test.class.path"),
                IgnoredInterruptIT.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(
        "KeyboardInterrupt",
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }
}
