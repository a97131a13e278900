package duet.course.lesson;

import duet.scenario.InputFault;
import duet.scenario.declared.LessonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The Markdown of a lesson, with a section for each heading. A code block with the language `duet`
/// has one command a line: `run lock` plays a scenario, `exercise overlap` sets an exercise.
///
/// @param file the lesson's file, for error messages
/// @param skipped how many lines of the file precede the Markdown
public record LessonText(Path file, Node document, int skipped) {
  /// The language of code blocks that hold commands.
  public static final String COMMANDS = "duet";

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /// A part of a lesson from one heading to the next.
  ///
  /// @param title its heading; empty for the text before the first heading
  public record Section(String title, List<Node> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }

    /// Its name in links and in a learner's progress.
    public String anchor() {
      return anchorOf(title);
    }
  }

  /// Reads a lesson.
  ///
  /// @throws InputFault when it cannot be read, or has no front matter
  public static LessonText of(Path file) throws InputFault {
    LessonFile lesson = LessonFile.of(file);
    return new LessonText(file, parse(lesson.body()), lesson.skipped());
  }

  /// Parses other Markdown, such as a task.
  public static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  /// Its sections, in their order.
  public List<Section> sections() {
    var sections = new ArrayList<Section>();
    var blocks = new ArrayList<Node>();
    String title = "";
    for (Node block : children(document)) {
      if (block instanceof Heading) {
        if (!blocks.isEmpty()) {
          sections.add(new Section(title, blocks));
          blocks.clear();
        }
        title = plain(block);
      }
      blocks.add(block);
    }
    if (!blocks.isEmpty()) {
      sections.add(new Section(title, blocks));
    }
    return List.copyOf(sections);
  }

  /// The commands of a block; empty if it is no `duet` block.
  public static List<String> commands(Node block) {
    return block instanceof FencedCodeBlock code && COMMANDS.equals(code.getInfo())
        ? code.getLiteral().lines().map(String::strip).filter(line -> !line.isEmpty()).toList()
        : List.of();
  }

  /// The line of the file at which a node begins, from 1.
  public int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty()
        ? node.getParent() == null ? skipped : line(node.getParent())
        : skipped + spans.getFirst().getLineIndex() + 1;
  }

  /// The nodes directly in a node.
  public static List<Node> children(Node parent) {
    var children = new ArrayList<Node>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      children.add(node);
    }
    return children;
  }

  /// All text in a node.
  public static String plain(Node node) {
    return switch (node) {
      case Text text -> text.getLiteral();
      case Code code -> code.getLiteral();
      case SoftLineBreak _, HardLineBreak _ -> " ";
      default -> children(node).stream().map(LessonText::plain).collect(Collectors.joining());
    };
  }

  /// The name of a heading in links, as on GitHub: lower case, hyphens for spaces.
  public static String anchorOf(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
