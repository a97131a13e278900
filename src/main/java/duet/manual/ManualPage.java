package duet.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A page of the manual: a title, a sentence that says what the page is about, and the rest.
///
/// @param text the page in Markdown
/// @param summary its first sentence, in Markdown too; empty where there is only a title
record ManualPage(String text, String summary) {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /// How all first sentences begin, which a list need not repeat.
  private static final String SUBJECT = "This page ";

  /// The page with this text.
  static ManualPage of(String text) {
    String[] parts = text.split("\n\n", 3);
    return new ManualPage(text, parts.length > 1 ? sentence(parts[1]) : "");
  }

  private static String sentence(String paragraph) {
    return paragraph.strip().replace('\n', ' ').replaceFirst("(?<=[.!?]) .*", "");
  }

  /// What the page is about, as one paragraph without its subject.
  Node about() {
    String rest =
        summary.startsWith(SUBJECT)
            ? summary.substring(SUBJECT.length(), SUBJECT.length() + 1).toUpperCase(Locale.ROOT)
                + summary.substring(SUBJECT.length() + 1)
            : summary;
    return PARSER.parse(rest);
  }

  /// The blocks of the page, with words behind each link that say how to follow it.
  ///
  /// @param followed what to ask for instead of following a link; empty for nothing
  List<Node> blocks(UnaryOperator<String> followed) {
    Node document = PARSER.parse(text);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            String next = followed.apply(link.getDestination());
            if (!next.isEmpty()) {
              addBehind(link, next);
            }
          }
        });
    var blocks = new ArrayList<Node>();
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      blocks.add(block);
    }
    return blocks;
  }

  private static void addBehind(Link link, String next) {
    link.insertAfter(new Text(")"));
    link.insertAfter(new Code(next));
    link.insertAfter(new Text(" ("));
  }
}
