package duet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import duet.console.ColorChoice;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class OptionsTest {
  @ParameterizedTest
  @CsvSource({"90,90000", "90s,90000", "1.5m,90000", "500ms,500", "0.25s,250"})
  void durationsAreReadAsPeopleWriteThem(String text, long millis) {
    assertEquals(Duration.ofMillis(millis), new Durations().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "1h", "0", "1 s", "1e3", "99999999999m"})
  void otherDurationsAreRefused(String text) {
    assertThrows(TypeConversionException.class, () -> new Durations().convert(text));
  }

  @Test
  void theOptionBeatsNoColorWhichBeatsForce() {
    var both = Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1");
    assertEquals(true, ColorChoice.always.decide(false, both));
    assertEquals(false, ColorChoice.never.decide(true, Map.of("CLICOLOR_FORCE", "1")));
    assertEquals(false, ColorChoice.auto.decide(true, both));
    assertEquals(true, ColorChoice.auto.decide(false, Map.of("CLICOLOR_FORCE", "1")));
    assertEquals(false, ColorChoice.auto.decide(false, Map.of("CLICOLOR_FORCE", "0")));
    assertEquals(true, ColorChoice.auto.decide(true, Map.of("NO_COLOR", "")));
  }
}
