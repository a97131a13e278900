package duet.manual;

import duet.console.Screen;
import duet.console.Table;
import duet.console.Table.Column;
import duet.console.Theme.Role;
import duet.render.terminal.MarkdownView;
import java.io.IOException;
import java.util.List;
import org.commonmark.node.Node;

/// The manual on a screen: the list of its topics, or one page. Lines are broken between words
/// where the screen has a width, and nowhere else.
///
/// @param help the command that shows pages, such as `duet help`
public record ManualView(Manual manual, Screen screen, String help) {
  /// Running text is no wider than this, in columns.
  private static final int WIDEST_TEXT = 96;

  /// Before and after the topics of a list, in columns.
  private static final int INDENT = 2;

  /// A summary gets at least this width, in columns.
  private static final int NARROWEST_SUMMARY = 20;

  /// Lists the topics with the first sentence of each page.
  public void writeTopics() throws IOException {
    List<String> topics = manual.topics();
    int longest = topics.stream().mapToInt(String::length).max().orElse(0);
    var table = new Table(INDENT, List.of(Column.left(longest), Column.left(0).after(INDENT)));
    for (String topic : topics) {
      String name = screen.theme().paint(Role.TITLE, topic);
      for (String line : summary(manual.page(topic), INDENT + longest + INDENT)) {
        table.row(name, line);
        name = "";
      }
    }
    table.lines().forEach(screen::line);
    screen.flush();
  }

  private List<String> summary(ManualPage page, int indent) {
    int width = textWidth() == 0 ? 0 : Math.max(NARROWEST_SUMMARY, textWidth() - indent);
    Node paragraph = page.about().getFirstChild();
    return paragraph == null ? List.of("") : view(width).lines(paragraph);
  }

  /// Shows the page of a topic that there is.
  void writePage(String topic) throws IOException {
    boolean isFirst = true;
    for (Node block : manual.page(topic).blocks(link -> manual.followed(link, help))) {
      List<String> lines = view(textWidth()).lines(block);
      if (!isFirst && !lines.isEmpty()) {
        screen.line("");
      }
      lines.forEach(screen::line);
      isFirst = false;
    }
    screen.flush();
  }

  private MarkdownView view(int width) {
    return new MarkdownView(screen.theme(), width);
  }

  private int textWidth() {
    return Math.min(screen.width(), WIDEST_TEXT);
  }
}
