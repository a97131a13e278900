package duet.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTitleTest {
  @ParameterizedTest
  @CsvSource({"python, Python", "java, Java", "cpython, CPython", "cpython-3.14t, CPython 3.14t"})
  void aSentenceHasItsOwnWordForALane(String lane, String title) {
    assertEquals(title, LaneTitle.of(lane));
  }

  @Test
  void aCPythonIsKnownByItsNameAlone() {
    assertTrue(LaneTitle.isOfCPython("cpython"));
    assertTrue(LaneTitle.isOfCPython("cpython-3.9"));
    assertFalse(LaneTitle.isOfCPython("cpythonx"));
    assertFalse(LaneTitle.isOfCPython("python"));
  }
}
