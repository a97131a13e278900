package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.scenario.folder.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The usual strategy finds the bugs of the small programs, and nothing in the versions without
/// them. With the profile `thorough`, all programs are explored, on a CPython, too.
class ExploreSetIT {
  private static final int SCHEDULES = 1_000;
  private static final int FEW_SCHEDULES = 100;

  /// What `verify` explores in each lane: one of each kind, and fewer where hosts start slowly.
  private static final Map<String, List<String>> PART =
      Map.of(
          "java",
          List.of(
              "aba_stack",
              "closed_too_early",
              "if_for_while",
              "lost_update",
              "philosophers",
              "pool_waits_for_itself"),
          "python",
          List.of("lost_update"));

  private static List<Lane> lanes() {
    var lanes = new ArrayList<>(BuiltInLanes.lanes().usual());
    if (Duet.THOROUGH) {
      BuiltInLanes.lanes().others().stream()
          .filter(lane -> lane.obstacle(Home.find(), Jit.AUTO).isEmpty())
          .findFirst()
          .ifPresent(lanes::add);
    }
    return lanes.stream().filter(Lane::explores).toList();
  }

  private static List<String> programs(Lane lane) throws Exception {
    return Duet.THOROUGH ? ExploreProgramsTest.names() : PART.getOrDefault(lane.id(), List.of());
  }

  @TestFactory
  Stream<DynamicTest> bugsAreFound() {
    return lanes().stream().map(lane -> DynamicTest.dynamicTest(lane.id(), () -> found(lane)));
  }

  @TestFactory
  Stream<DynamicTest> nothingIsFoundWithoutThem() {
    return lanes().stream().map(lane -> DynamicTest.dynamicTest(lane.id(), () -> clean(lane)));
  }

  private static void found(Lane lane) throws Exception {
    List<ExploredProgram> explored = explored(ExploreProgramsTest.BUGGY, lane, SCHEDULES);
    assertEquals(List.of(), explored.stream().filter(one -> !one.isFound()).toList());
    assertEquals(List.of(), explored.stream().filter(one -> !one.obstacle().isEmpty()).toList());
  }

  private static void clean(Lane lane) throws Exception {
    int schedules = Duet.THOROUGH ? SCHEDULES : FEW_SCHEDULES;
    for (ExploredProgram one : explored(ExploreProgramsTest.FIXED, lane, schedules)) {
      assertTrue(!one.isFound() && one.exploration().played() > 0, one::toString);
      assertEquals("", one.obstacle(), one::toString);
    }
  }

  private static List<ExploredProgram> explored(Path folder, Lane lane, int schedules)
      throws Exception {
    var explored = new ArrayList<ExploredProgram>();
    for (String name : programs(lane)) {
      explored.add(ExploredProgram.of(folder, name, lane, schedules));
    }
    return explored;
  }
}
