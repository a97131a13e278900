package duet.render.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.console.Theme;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class MarkdownViewTest {
  private static String shown(int width, String markdown) {
    var view = new MarkdownView(new Theme(false), width);
    Node document =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
    var lines = new ArrayList<String>();
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      lines.addAll(view.lines(block));
    }
    return String.join("\n", lines);
  }

  @Test
  void textIsWrappedBetweenWordsAndCommentsAreLeftOut() {
    assertEquals(
        "One `two` three four\nfive".replace("`", ""),
        shown(20, "One `two` three\nfour <!-- hidden --> *five*"));
  }

  @Test
  void chineseIsWrappedBetweenCharactersButNotBeforeAStop() {
    assertEquals("一二三四\n五。六七\nGIL 八", shown(11, "一二三\n四五。六七 GIL 八"));
  }

  @Test
  void listsKeepTheirIndentation() {
    assertEquals(
        " • one two three four\n   five\n • six\n 1. seven\n 2. eight",
        shown(24, "* one two three four five\n* six\n\n1. seven\n2. eight"));
  }

  @Test
  void tablesFitTheScreen() {
    assertEquals(
        """
        a       b
        ──────────────
        one     1
        two     2 and
        words   three\
        """
            .indent(1)
            .stripTrailing(),
        shown(15, "| a | b |\n|---|---|\n| one | 1 |\n| two words | 2 and three |"));
  }

  @Test
  void codeIsNotWrapped() {
    assertEquals("  │ x = 1; y = 2", shown(8, "```python\nx = 1; y = 2\n```"));
  }

  @Test
  void withoutAWidthAParagraphIsALine() {
    assertEquals("one two three", shown(0, "one\ntwo\nthree"));
  }
}
