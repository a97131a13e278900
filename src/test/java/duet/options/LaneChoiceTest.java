package duet.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.scenario.InputFault;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A Python that is not installed is left out; what no machine can have is a fault.
class LaneChoiceTest {
  @Test
  void whatIsNotInstalledIsLeftOut() throws Exception {
    LaneChoice choice = LaneChoice.of(List.of("java", "cpython-3.20t"), BuiltInLanes.lanes());
    assertEquals(List.of("java"), choice.lanes().stream().map(Lane::id).toList());
    assertEquals(
        "left out cpython-3.20t: not installed here; 'duet list --lanes' names what is",
        choice.notice().orElseThrow());
    choice.check();
  }

  @Test
  void onNoLaneNothingPlays() throws Exception {
    LaneChoice none = LaneChoice.of(List.of("cpython-3.20"), BuiltInLanes.lanes());
    InputFault fault = assertThrows(InputFault.class, none::check);
    assertEquals(InputFault.Fault.NOTHING_TO_PLAY, fault.fault());
    assertEquals("there is no cpython-3.20 on this machine", fault.getMessage());
  }

  @Test
  void whatNoMachineHasIsAFault() {
    InputFault fault =
        assertThrows(InputFault.class, () -> LaneChoice.of(List.of("cobol"), BuiltInLanes.lanes()));
    assertEquals("there is no lane 'cobol'", fault.getMessage());
  }
}
