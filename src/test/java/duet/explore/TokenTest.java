package duet.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.protocol.Switches;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens name schedules, and only for the script that they were found in.
class TokenTest {
  @ParameterizedTest
  @ValueSource(strings = {"java.5c3e9a.7-2.12-1", "cpython-3.13.5c3e9a.stay", "java.000000.0-1"})
  void aTokenSurvivesTheJourney(String text) {
    assertEquals(text, Token.of(text).orElseThrow().toString());
  }

  @Test
  void aTokenIsAPlan() {
    assertEquals(
        "stay|7>2,12>1", Token.of("java.5c3e9a.7-2.12-1").orElseThrow().deviations().plan());
    assertEquals("stay", Token.of("java.5c3e9a.stay").orElseThrow().deviations().plan());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "java", "java.5c3e9a", "java.5c3e9.stay", "java.5c3e9a.7", "java.5c3e9a.a-b"})
  void anythingElseIsNone(String text) {
    assertTrue(Token.of(text).isEmpty());
  }

  @Test
  void theHashTellsWhatASchedulesDependsOn() {
    String hash = Token.hash(List.of("a", "b"), List.of("1"), Switches.REAL);
    assertEquals(hash, Token.hash(List.of("a", "b"), List.of("1"), Switches.REAL));
    assertNotEquals(hash, Token.hash(List.of("ab"), List.of("1"), Switches.REAL));
    assertNotEquals(hash, Token.hash(List.of("a", "b"), List.of("2"), Switches.REAL));
    assertNotEquals(hash, Token.hash(List.of("a", "b"), List.of("1"), Switches.ANY));
  }
}
