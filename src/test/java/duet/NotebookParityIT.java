package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import duet.compare.BrokenExpectation;
import duet.compare.Judgement;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.protocol.Outcome;
import duet.program.TestContext;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import duet.scenario.found.Notebook;
import duet.scenario.found.ScriptPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Duet plays notebooks as Jupyter does: each cell prints, shows and raises the same. The outputs
/// that are saved in the notebooks are those of nbclient 0.7.2 with IPython 8.5. If this is to be
/// thorough and nbclient is there, it runs them anew, and Duet plays all of them; otherwise some.
@Order(2)
class NotebookParityIT {
  private static final Path FOLDER = Duet.ROOT.resolve("src/test/resources/parity/notebooks");

  private static final Set<String> USUAL = Set.of("awaits", "line_magics", "may_fail");

  private static final String STOPS = "Jupyter stops at a cell, and Duet goes on";

  /// GraalPy names the parameters of built-in functions in its own way.
  private static final String OF_GRAALPY = "builtin_signatures";

  /// Where Duet differs from Jupyter: what it says of the play, and why.
  private static final Map<String, String> DIFFERENT =
      Map.of(
          OF_GRAALPY,
          "expected cell 1 (c1) to print what is saved in the notebook",
          // `sys.exit` ends a notebook. A kernel of Jupyter goes on.
          "stops",
          "expected to complete; it failed: the script exited with status 3",
          // A thread that fails makes the run fail, as in a script.
          "thread_error",
          "expected to complete; it failed: uncaught in thread Thread-1",
          // A magic that is not there may be one of an extension: Duet leaves it out.
          "unknown_magic",
          STOPS);

  /// Runs every notebook of a folder in Jupyter's kernel and saves it in another one.
  private static final String CLIENT =
      """
      import pathlib, sys
      import nbformat
      from nbclient import NotebookClient
      from nbclient.exceptions import CellExecutionError

      for file in sorted(pathlib.Path(sys.argv[1]).glob('*.ipynb')):
          notebook = nbformat.read(file, 4)
          try:
              NotebookClient(notebook, timeout=120, kernel_name='python3').execute()
          except CellExecutionError:
              pass  # it is saved in the cell
          nbformat.write(notebook, pathlib.Path(sys.argv[2], file.name))
      """;

  @TempDir static Path executed;

  @BeforeAll
  static void execute() throws Exception {
    Optional<String> python = Duet.THOROUGH ? pythonWithNbclient() : Optional.empty();
    if (python.isPresent()) {
      var command = List.of(python.get(), "-c", CLIENT, FOLDER.toString(), executed.toString());
      Duet client = Duet.exec(executed, Map.of(), command);
      assertEquals(0, client.status(), client.err());
    }
  }

  private static Optional<String> pythonWithNbclient() throws Exception {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      try {
        var command = List.of(python, "-c", "import nbclient, ipykernel");
        if (Duet.exec(Duet.ROOT, Map.of(), command).status() == 0) {
          return Optional.of(python);
        }
      } catch (IOException e) {
        // This Python is not there.
      }
    }
    return Optional.empty();
  }

  @Test
  void thereAreManyNotebooks() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertTrue(files.count() >= 20);
    }
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> cellsDoWhatTheyDoInJupyter() throws Exception {
    List<Lane> lanes =
        BuiltInLanes.lanes().withIds(List.of("python", "cpython")).stream()
            .filter(lane -> lane.obstacle(Home.find(), Jit.AUTO).isEmpty())
            .toList();
    return BuiltInLanes.lanes().scripts().scenarios(List.of(FOLDER)).stream()
        .filter(scenario -> Duet.THOROUGH || USUAL.contains(scenario.name()))
        .flatMap(
            scenario ->
                lanes.stream()
                    .map(
                        lane ->
                            DynamicTest.dynamicTest(
                                lane.id() + " " + scenario.name(), () -> compare(scenario, lane))));
  }

  private static void compare(Scenario scenario, Lane lane) throws Exception {
    Path committed = scenario.sources().get(ScriptPairs.NOTEBOOK);
    Path fresh = executed.resolve(scenario.name() + "." + ScriptPairs.NOTEBOOK);
    String text = Files.readString(Files.exists(fresh) ? fresh : committed);
    Notebook saved = Notebook.of(text);
    Scenario expecting =
        scenario.expecting(scenario.expectations().withOutputs(saved.outputs(), saved.errors()));
    Judgement judged =
        Judgement.of(
            new Player(TestContext.hosts())
                .play(expecting, PlayOptions.on(List.of(lane)).build(), new PlayListener() {}));
    String broken =
        String.join("\n", judged.broken().stream().map(BrokenExpectation::sentence).toList());
    boolean goesOn =
        judged.play().runs().stream().allMatch(run -> run.outcome() == Outcome.COMPLETED);
    if (saved.errors().isEmpty() && goesOn && stops(text)) {
      broken += STOPS;
    }
    boolean agrees = lane.id().equals("cpython") && scenario.name().equals(OF_GRAALPY);
    String difference = agrees ? "" : DIFFERENT.getOrDefault(scenario.name(), "");
    assertTrue(broken.contains(difference), broken);
    assertEquals(difference.isEmpty(), broken.isEmpty(), broken);
  }

  /// Whether Jupyter has left cells out.
  private static boolean stops(String notebook) {
    var cells = JsonParser.parseString(notebook).getAsJsonObject().getAsJsonArray("cells");
    return StreamSupport.stream(cells.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(cell -> cell.get("cell_type").getAsString().equals("code"))
        .filter(cell -> !cell.get("source").toString().matches("(\"\"|\\[\\])"))
        .anyMatch(cell -> cell.get("execution_count").isJsonNull());
  }
}
