package duet.lane.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptInputTest {
  private final ScriptInput input = new ScriptInput();

  @Test
  void theTextIsRead() throws Exception {
    input.give(Optional.of("ä\n"));
    assertEquals("ä\n", new String(input.readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(-1, input.read());
    assertFalse(input.isMissed());
  }

  @Test
  void lookingForInputThatIsNotThereIsRemembered() {
    input.give(Optional.empty());
    assertEquals(0, input.available());
    assertFalse(input.isMissed());
    assertEquals(-1, input.read());
    assertTrue(input.isMissed());
  }

  /// An empty file is input, too.
  @Test
  void anEmptyTextIsNotMissed() {
    input.give(Optional.of(""));
    assertEquals(-1, input.read());
    assertFalse(input.isMissed());
  }
}
