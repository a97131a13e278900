package duet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.builtin.BuiltInLanes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairNoticesTest {
  @TempDir private Path folder;

  private List<String> notices(String... names) throws Exception {
    for (String name : List.of("race.py", "Race.java", "other.py", "Zaehler.java")) {
      Files.writeString(folder.resolve(name), "");
    }
    var notices = new ArrayList<String>();
    new PairNotices(
            BuiltInLanes.lanes().scripts(), text -> notices.add(text.replace(folder + "/", "")))
        .tell(Stream.of(names).map(folder::resolve).toList(), BuiltInLanes.lanes().usual());
    return notices;
  }

  @Test
  void aPartnerIsPointedOut() throws Exception {
    assertEquals(
        List.of("Race.java lies beside race.py. To play both: duet run race.py Race.java"),
        notices("race.py"));
    assertEquals(List.of(), notices("race.py", "Race.java"));
    assertEquals(List.of(), notices("other.py"));
  }

  @Test
  void filesThatAreNamedTogetherAreOneScenario() throws Exception {
    assertEquals(
        List.of(
            "other.py and Zaehler.java play as one scenario. To play them apart, name one at a"
                + " time."),
        notices("other.py", "Zaehler.java"));
    assertEquals(
        1,
        BuiltInLanes.lanes()
            .scripts()
            .scenarios(List.of(folder.resolve("other.py"), folder.resolve("Zaehler.java")))
            .size());
  }
}
