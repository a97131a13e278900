package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.sandbox.SandboxCheck;
import duet.program.TestContext;
import duet.run.LiveSession;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.ScriptNeeds;
import duet.scenario.folder.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What scripts get besides their text: files beside them, input, libraries, preview features.
class ScriptNeedsIT {
  private static final String PREVIEW =
      "void main() { Object n = 3; IO.println(n instanceof int); }";

  @TempDir private Path folder;

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static PlayOptions.Builder options() {
    return Plays.options().toBuilder();
  }

  private static List<Run> play(PlayOptions options, Path... scripts) throws Exception {
    return new Player(TestContext.hosts())
        .play(
            BuiltInLanes.lanes().scripts().scenariosOfOthers(List.of(scripts)).getFirst(),
            options,
            new PlayListener() {})
        .runs();
  }

  private static String out(Run run) {
    assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
    return run.lines().stream().map(HostMessage.Line::text).collect(Collectors.joining("|"));
  }

  /// A jar file with a class `tool.Tool`.
  private Path library() throws Exception {
    Path source =
        write(
            "src/Tool.java",
            "package tool; public class Tool { public static String of() { return \"tool\"; } }");
    Path classes = Files.createDirectories(folder.resolve("lib/classes"));
    var javac = ToolProvider.getSystemJavaCompiler();
    assertEquals(0, javac.run(null, null, null, "-d", classes.toString(), source.toString()));
    Path jar = folder.resolve("lib/tool.jar");
    var pack = java.util.spi.ToolProvider.findFirst("jar").orElseThrow();
    assertEquals(
        0,
        pack.run(
            System.out, System.err, "-c", "-f", jar.toString(), "-C", classes.toString(), "."));
    return jar;
  }

  @Test
  void aChangedNeighbourCounts() throws Exception {
    Path main = write("Main.java", "void main() { IO.println(Helper.of()); }");
    for (String text : List.of("one", "two", "two", "one")) {
      write("Helper.java", "class Helper { static String of() { return \"" + text + "\"; } }");
      assertEquals(text, out(play(options().build(), main).getFirst()));
    }
  }

  @Test
  void everyLaneGetsTheInput() throws Exception {
    Path python = write("ask.py", "print(int(input('? ')) + int(input()))");
    Path java =
        write(
            "ask.java",
            "void main() { var in = new Scanner(System.in); IO.print(\"? \");"
                + " IO.println(in.nextInt() + in.nextInt()); }");
    var given = new ScriptNeeds(Optional.of("3\n4\n"), false, List.of());
    for (Run run : play(options().needs(given).build(), python, java)) {
      assertEquals("? 7", out(run), run.lane());
    }
    for (Run run : play(options().build(), python, java)) {
      assertEquals(Outcome.FAILED, run.outcome(), run.lane());
      assertTrue(run.message().contains("--stdin FILE"), run.message());
    }
    write("ask.duet.yaml", "input: |\n  5\n  6\n");
    for (Run run : play(options().build(), python, java)) {
      assertEquals("? 11", out(run), run.lane());
    }
  }

  @Test
  void librariesAndPreviewFeaturesMayBeDeclared() throws Exception {
    Path jar = library();
    Path main = write("Main.java", "void main() { IO.println(tool.Tool.of()); }");
    assertEquals(Outcome.REJECTED, play(options().build(), main).getFirst().outcome());
    var given = new ScriptNeeds(Optional.empty(), false, List.of(jar));
    assertEquals("tool", out(play(options().needs(given).build(), main).getFirst()));
    write("Main.duet.yaml", "class_path: [lib/tool.jar]\n");
    assertEquals("tool", out(play(options().build(), main).getFirst()));
    write("Main.duet.yaml", "class_path: [/etc/tool.jar]\n");
    Run outside = play(options().build(), main).getFirst();
    assertEquals(Outcome.REJECTED, outside.outcome());
    Path preview = write("Preview.java", PREVIEW);
    Run off = play(options().build(), preview).getFirst();
    assertTrue(off.message().contains("'enable_preview: true'"), off.message());
    write("Preview.duet.yaml", "enable_preview: true\n");
    assertEquals("true", out(play(options().build(), preview).getFirst()));
  }

  @Test
  void liveSessionsHaveThemToo() throws Exception {
    assumeTrue(Duet.THOROUGH);
    var needs = new ScriptNeeds(Optional.empty(), true, List.of(library()));
    Lane java = BuiltInLanes.lanes().withIds(List.of("java")).getFirst();
    var deaf =
        new LiveSession.OutputListener() {
          @Override
          public void printed(HostMessage.Line line) {}

          @Override
          public void wrote(String text) {}
        };
    try (LiveSession session = LiveSession.open(TestContext.hosts(), java, needs, deaf)) {
      for (String code : List.of("tool.Tool.of()", "(Object) 3 instanceof int")) {
        HostMessage.Response answer =
            session.ask(new HostOrder.Request(HostOrder.Topic.EVALUATE, "java", code, 0));
        assertTrue(answer.good(), answer.text());
      }
    }
  }

  @Test
  void theSandboxHasThemToo() throws Exception {
    assumeTrue(Duet.THOROUGH && SandboxCheck.obstacle(Home.find()).isEmpty());
    Path jar = library();
    Path main =
        write(
            "Main.java", "void main() { IO.println(tool.Tool.of() + Helper.of() + IO.readln()); }");
    write("Helper.java", "class Helper { static String of() { return \" beside \"; } }");
    var needs = new ScriptNeeds(Optional.of("read"), false, List.of(jar));
    assertEquals(
        "tool beside read",
        out(play(options().needs(needs).sandbox(true).build(), main).getFirst()));
  }
}
