package duet.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.console.Table.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void aColumnIsAsWideAsItsWidestCell() {
    var table =
        new Table(1, List.of(Column.left(4), Column.right(5), Column.left(0).after(3)))
            .row("", "wall", "what")
            .row("java", "1.25 s", "日本")
            .row("cpython-3.14t", "10.5 s");
    assertEquals(
        List.of(
            " " + " ".repeat(13) + "   wall   what",
            " java          1.25 s   日本",
            " cpython-3.14t 10.5 s"),
        table.lines());
  }

  /// Codes of colours and wide characters take the room that they take on a terminal.
  @Test
  void cellsAreMeasuredAsTheTerminalShowsThem() {
    var table =
        new Table(0, List.of(Column.left(0), Column.left(0)))
            .row("\u001b[32mgood\u001b[0m", "x")
            .row("日本語", "y");
    assertEquals(List.of("\u001b[32mgood\u001b[0m   x", "日本語 y"), table.lines());
  }
}
