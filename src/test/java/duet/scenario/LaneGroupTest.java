package duet.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A declaration speaks of one lane, of every CPython, or of some versions.
class LaneGroupTest {
  @ParameterizedTest
  @CsvSource({
    "java, java, OpenJDK 25, true",
    "python, cpython, CPython 3.12.1, false",
    "cpython, cpython, '', true",
    "cpython, cpython-3.9, CPython 3.9.18, true",
    "cpython, cpython-3.14t, CPython 3.14.3 · free-threaded, true",
    "cpython, java, OpenJDK 25, false",
    "cpython-3.9, cpython-3.9, '', true",
    "cpython-3.9, cpython, CPython 3.9.18, true",
    "cpython-3.9, cpython, CPython 3.11.7, false",
    "cpython-3.9, cpython, '', false",
    "cpython>=3.10, cpython-3.9, '', false",
    "cpython>=3.10, cpython-3.10, '', true",
    "cpython>=3.10, cpython-3.13t, '', false",
    "cpython>=3.10, cpython, CPython 3.15.0a1, true",
    "cpython<=3.13, cpython-3.13, '', true",
    "cpython<=3.13, cpython-3.14, '', false",
    "cpython>=3.13t, cpython-3.13t, CPython 3.13.5, true",
    "cpython>=3.13t, cpython, CPython 3.14.3 · free-threaded, true",
    "cpython>=3.13t, cpython, CPython 3.14.3, false",
  })
  void aRunIsOfAGroup(String word, String lane, String runtime, boolean isOf) {
    assertEquals(isOf, new LaneGroup(word).has(lane, runtime));
  }

  @Test
  void aWordThatIsNearlyOneIsMisspelt() {
    assertTrue(LaneGroup.isOfCPythons("cpython<=3.9"));
    assertTrue(LaneGroup.isMisspelt("cpython>3.9"));
    assertTrue(LaneGroup.isMisspelt("cpython=3.9"));
    assertFalse(LaneGroup.isMisspelt("cpython-3.14t"));
    assertFalse(LaneGroup.isMisspelt("python"));
  }
}
