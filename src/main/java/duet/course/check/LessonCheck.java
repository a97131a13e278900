package duet.course.check;

import duet.course.lesson.ClaimComment;
import duet.course.lesson.LessonText;
import duet.course.lesson.Snippet;
import duet.lane.Lane;
import duet.lane.Lanes;
import duet.scenario.InputFault;
import duet.scenario.found.ModuleFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// Checks the text of one lesson, and collects its code and figures, which plays have to confirm.
final class LessonCheck {
  private static final String OUTPUT = "output";
  private static final Set<String> OTHERS = Set.of("", "text", "sh", OUTPUT, LessonText.COMMANDS);

  private final ModuleFolder module;
  private final LessonText text;
  private final Lanes lanes;
  private final Problems problems = new Problems();
  private final List<Snippet> snippets = new ArrayList<>();
  private final List<ClaimComment.Measured> figures = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();

  private LessonCheck(ModuleFolder module, LessonText text, Lanes lanes) {
    this.module = module;
    this.text = text;
    this.lanes = lanes;
  }

  /// Reads a module's lesson in a language.
  ///
  /// @throws InputFault when it cannot be read
  static LessonCheck of(ModuleFolder module, Path file, Lanes lanes) throws InputFault {
    var check = new LessonCheck(module, LessonText.of(file), lanes);
    check.visit(check.text.document());
    return check;
  }

  Problems problems() {
    return problems;
  }

  List<Snippet> snippets() {
    return List.copyOf(snippets);
  }

  List<ClaimComment.Measured> figures() {
    return List.copyOf(figures);
  }

  ModuleFolder module() {
    return module;
  }

  Path file() {
    return text.file();
  }

  /// The path of the lesson's code among everything that is played.
  String path() {
    return module.name() + "/" + text.file().getFileName();
  }

  /// The lines of its `duet` blocks, in their order.
  List<String> commands() {
    return List.copyOf(commands);
  }

  /// How many sections it has.
  int sections() {
    return text.sections().size();
  }

  /// Checks that it plays every scenario, sets every exercise, and has no two headings of one name:
  /// progress is saved under these names.
  void checkWhole() {
    List<String> anchors = LinkCheck.anchors(text.document());
    anchors.stream()
        .distinct()
        .filter(anchor -> anchors.indexOf(anchor) < anchors.lastIndexOf(anchor))
        .forEach(anchor -> problem(0, "two headings have the name #" + anchor));
    module
        .scenarios()
        .forEach(s -> checkNamed("run " + s.name(), "scenario " + s.name(), "plays it"));
    module
        .exercises()
        .forEach(e -> checkNamed("exercise " + e.name(), "exercise " + e.name(), "sets it"));
  }

  private void checkNamed(String command, String what, String verb) {
    if (commands.stream().noneMatch(c -> c.equals(command) || c.startsWith(command + " "))) {
      problem(0, what + " is not in the text: no '" + command + "' " + verb);
    }
  }

  private void visit(Node parent) {
    var links = new LinkCheck(text, problems);
    var claims = new ClaimCheck(module, text, languages(), problems, figures);
    for (Node node : LessonText.children(parent)) {
      switch (node) {
        case FencedCodeBlock code -> code(code);
        case Link link -> links.check(link, link.getDestination());
        case Image image -> links.check(image, image.getDestination());
        case HtmlInline html -> claims.check(html);
        case HtmlBlock html -> claims.check(html);
        default -> {}
      }
      visit(node);
    }
  }

  private void code(FencedCodeBlock code) {
    String language = Objects.requireNonNullElse(code.getInfo(), "");
    int line = text.line(code);
    for (String command : LessonText.commands(code)) {
      commands.add(command);
      new CommandCheck(module, text.file(), lanes, problems).check(line, command, code);
    }
    Optional<Lane> lane = lanes.withId(language);
    if (language.equals(OUTPUT) && !isOfScript(code.getPrevious())) {
      problem(line, "this output does not follow a " + String.join(" or ", languages()) + " block");
    }
    if (lane.isPresent()) {
      snippets.add(
          new Snippet(line, lane.get().description().suffix(), code.getLiteral(), output(code)));
    } else if (!OTHERS.contains(language)) {
      problem(
          line,
          "unknown language '"
              + language
              + "' of a code block; use "
              + String.join(", ", languages())
              + ", output, duet, text or sh");
    }
  }

  private static Optional<List<String>> output(FencedCodeBlock code) {
    return code.getNext() instanceof FencedCodeBlock next && OUTPUT.equals(next.getInfo())
        ? Optional.of(next.getLiteral().lines().toList())
        : Optional.empty();
  }

  private boolean isOfScript(@Nullable Node node) {
    return node instanceof FencedCodeBlock code && languages().contains(code.getInfo());
  }

  /// The languages that a block of a script usually has: the ids of the lanes.
  private List<String> languages() {
    return lanes.usual().stream().map(Lane::id).toList();
  }

  private void problem(int line, String what) {
    problems.add(text.file(), line, what);
  }
}
