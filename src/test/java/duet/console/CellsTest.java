package duet.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  @Test
  void controlCharactersAreShownAndDoNothing() {
    assertEquals("␛[31mred␛[0m␀␡", Cells.printable("\u001b[31mred\u001b[0m\u0000\u007f"));
    assertEquals("a�b�", Cells.printable("a\u202eb\u009b"));
  }

  @Test
  void tabsGoToTheNextStop() {
    assertEquals("a   b", Cells.printable("a\tb"));
    assertEquals("        x", Cells.printable("\t\tx"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "日本語テキストです",
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
        "👩‍👩‍👧👍🏽🇩🇪 mixed 完了"
      })
  void cellsFitToTheColumn(String text) {
    for (int width = 2; width < 24; width++) {
      int w = width;
      assertEquals(w, Cells.columns(Cells.fit(text, w)), () -> "fit to " + w);
      List<String> pieces = WordWrap.cut(text, w);
      assertTrue(pieces.stream().allMatch(piece -> Cells.columns(piece) <= w), pieces::toString);
      assertEquals(text.replace(" ", ""), String.join("", pieces).replace(" ", ""));
    }
  }
}
