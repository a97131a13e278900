package duet.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.lane.builtin.BuiltInLanes;
import duet.lane.echo.EchoLane;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanesTest {
  private static final Lane ECHO = new EchoLane();
  private static final Lanes LANES = new Lanes(BuiltInLanes.lanes().usual(), List.of(ECHO));

  @TempDir private Path folder;

  @Test
  void lanesComeInTheOrderInWhichTheyAreAskedFor() throws Exception {
    assertEquals("echo,python", Lanes.ids(LANES.withIds(List.of("echo", "python"))));
  }

  @Test
  void aLaneThatIsNotThereIsRefusedWithThoseThatAre() {
    InputFault fault =
        assertThrows(InputFault.class, () -> LANES.withIds(List.of("java", "cobol")));
    assertEquals("there is no lane 'cobol'", fault.getMessage());
    assertEquals("The lanes are: python, java, echo.", fault.next());
  }

  @Test
  void moreLanesAreLookedForWhenOneOfThemIsNeeded() throws Exception {
    var searches = new AtomicInteger();
    var lanes =
        new Lanes(
            BuiltInLanes.lanes().usual(),
            List.of(),
            () -> {
              searches.incrementAndGet();
              return List.of(ECHO);
            });
    lanes.withIds(List.of("java", "python"));
    lanes.scripts();
    assertEquals(0, searches.get());
    assertEquals(Optional.of(ECHO), lanes.withId("echo"));
    assertEquals("python,java,echo", Lanes.ids(lanes.all()));
    assertEquals(List.of(ECHO), lanes.others());
    assertEquals(1, searches.get());
  }

  /// Whoever asks for a lane that plays only then has its scripts in the scenario already.
  @Test
  void aScenarioHasTheScriptsOfAllLanes() throws Exception {
    for (String name : List.of("foo.echo", "foo.java", "foo.py")) {
      Files.createFile(folder.resolve(name));
    }
    Scenario scenario = LANES.scripts().scenarios(List.of(folder)).getFirst();
    assertEquals(Optional.of(folder.resolve("foo.echo")), ECHO.script(scenario));
    assertEquals(3, LANES.all().stream().flatMap(l -> l.script(scenario).stream()).count());
  }
}
