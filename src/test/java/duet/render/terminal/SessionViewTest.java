package duet.render.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.console.Screen;
import duet.console.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionViewTest {
  private static final List<String> ITEMS = List.of("1000", "1.24e-10", "1.3e-10", "1.5e-10");
  private static final String FIGURES =
      "0.124 ns a time: best of 3 × 1,000 · median 0.130 ns · slowest 0.150 ns\n";

  @Test
  void whatTakesNoLongerThanNothingWasOptimisedAway() {
    assertEquals(
        FIGURES + "An empty loop takes as long: the compiler may have optimised the code away.\n",
        shown(1.2e-10));
  }

  @Test
  void whatTakesLongerWasNot() {
    assertEquals(FIGURES, shown(0.3e-10));
  }

  private static String shown(double empty) {
    var out = new StringBuilder();
    new SessionView(new Screen(out, new Theme(false), 80, false)).times(ITEMS, empty);
    return out.toString();
  }
}
