package duet.course.check;

import duet.course.lesson.ClaimComment;
import duet.course.lesson.DeclaredClaims;
import duet.course.lesson.LessonRun;
import duet.course.lesson.LessonRunReader;
import duet.course.lesson.LessonText;
import duet.course.lesson.Snippet;
import duet.lane.Lane;
import duet.run.Lanes;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import duet.scenario.declared.Translation;
import duet.scenario.found.ModuleFolder;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// What can be said of a lesson by reading it: commands, links, marks, translations. Its code and
/// figures are collected, since they have to be played.
final class LessonCheck {
  private static final String OUTPUT = "output";
  private static final Set<String> OTHERS = Set.of("", "text", "sh", OUTPUT, LessonText.COMMANDS);

  private final ModuleFolder module;
  private final LessonText text;
  private final Problems problems = new Problems();
  private final List<Snippet> snippets = new ArrayList<>();
  private final List<ClaimComment.Measured> figures = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();

  private LessonCheck(ModuleFolder module, LessonText text) {
    this.module = module;
    this.text = text;
  }

  /// Reads a module's lesson in a language.
  ///
  /// @throws InputFault when it cannot be read
  static LessonCheck of(ModuleFolder module, Path file) throws InputFault {
    var check = new LessonCheck(module, LessonText.of(file));
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

  /// By what it is known among what is played.
  String path() {
    return module.name() + "/" + text.file().getFileName();
  }

  /// What it plays and sets, in its order.
  List<String> commands() {
    return List.copyOf(commands);
  }

  /// How many sections it has.
  int sections() {
    return text.sections().size();
  }

  /// Every scenario is played and every exercise set, and no two headings have the same name: it is
  /// by these that a learner's progress knows its sections.
  void checkWhole() {
    List<String> anchors = anchors(text.document());
    anchors.stream()
        .distinct()
        .filter(anchor -> anchors.indexOf(anchor) < anchors.lastIndexOf(anchor))
        .forEach(anchor -> problem(0, "two headings are called #" + anchor));
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

  /// A translation has words for all that the lesson declares, and for nothing else.
  ///
  /// @throws InputFault when its head is not understood
  void checkWords() throws InputFault {
    Translation translation = Translation.of(text.file());
    if (translation.title().isEmpty()) {
      problem(0, "it has no title");
    }
    Set<String> texts = texts();
    texts.stream()
        .filter(english -> translation.found(english).isEmpty())
        .forEach(english -> problem(0, "'words' has nothing for '" + abridged(english) + "'"));
    var known = new Translation("", texts.stream().collect(Collectors.toMap(t -> t, t -> t)));
    translation.words().keySet().stream()
        .filter(english -> known.found(english).isEmpty())
        .forEach(
            english ->
                problem(
                    0, "'words' has '" + abridged(english) + "', which lesson.md does not say"));
  }

  private Set<String> texts() {
    var texts = new LinkedHashSet<String>();
    module
        .questions()
        .values()
        .forEach(
            questions ->
                questions.forEach(
                    question -> {
                      texts.add(question.ask());
                      question.choices().forEach(choice -> texts.add(choice.label()));
                    }));
    module
        .exercises()
        .forEach(
            exercise -> {
              texts.add(exercise.title());
              texts.add(exercise.task().strip());
              texts.addAll(exercise.hints());
            });
    texts.removeIf(one -> one.isBlank() || one.matches("[\\w.]*[\\d_()][\\w.()]*"));
    return texts;
  }

  private static String abridged(String text) {
    final int longest = 60;
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > longest ? line.substring(0, longest) + "…" : line;
  }

  private void visit(Node parent) {
    for (Node node : LessonText.children(parent)) {
      switch (node) {
        case FencedCodeBlock code -> code(code);
        case Link link -> link(link, link.getDestination());
        case Image image -> link(image, image.getDestination());
        case HtmlInline html -> mark(html, html.getLiteral());
        case HtmlBlock html -> comment(html);
        default -> {}
      }
      visit(node);
    }
  }

  private void code(FencedCodeBlock code) {
    String language = Objects.requireNonNullElse(code.getInfo(), "");
    int line = text.line(code);
    LessonText.commands(code).forEach(command -> command(line, command, code));
    Optional<Lane> lane = Lanes.ALL.stream().filter(l -> l.id().equals(language)).findFirst();
    if (language.equals(OUTPUT) && !isOfScript(code.getPrevious())) {
      problem(line, "a block of output that stands below no python or java");
    }
    if (lane.isPresent()) {
      Optional<List<String>> output =
          code.getNext() instanceof FencedCodeBlock next && OUTPUT.equals(next.getInfo())
              ? Optional.of(next.getLiteral().lines().toList())
              : Optional.empty();
      snippets.add(new Snippet(line, lane.get().extension(), code.getLiteral(), output));
    } else if (!OTHERS.contains(language)) {
      problem(
          line,
          "a code block of the language '"
              + language
              + "'; there are python, java, output, duet, text and sh");
    }
  }

  private static boolean isOfScript(@Nullable Node node) {
    return node instanceof FencedCodeBlock code
        && Lanes.ALL.stream().anyMatch(lane -> lane.id().equals(code.getInfo()));
  }

  private void command(int line, String command, Node block) {
    commands.add(command);
    if (!(block.getParent() instanceof Document)) {
      problem(line, "'" + command + "' stands in a list or a quotation, where it is not played");
    }
    List<String> words = List.of(command.split("\\s+"));
    String name = words.size() > 1 ? words.get(1) : "";
    Optional<Scenario> scenario =
        words.getFirst().equals("run") ? module.scenario(name) : Optional.empty();
    boolean isExercise = words.getFirst().equals("exercise") && module.exercise(name).isPresent();
    if (scenario.isEmpty() && !isExercise) {
      problem(line, "'" + command + "' names no scenario and no exercise of this module");
    }
    scenario.ifPresent(played -> options(line, played, words.subList(2, words.size())));
  }

  private void options(int line, Scenario scenario, List<String> options) {
    try {
      LessonRun run = LessonRunReader.read(options);
      if (!run.sweep().isEmpty() && scenario.series().threads().isEmpty()) {
        problem(line, scenario.name() + " declares no 'sweep': it takes no number of threads");
      }
    } catch (InputFault fault) {
      problem(line, fault.getMessage() + ". " + fault.next());
    }
  }

  private void link(Node node, String destination) {
    if (destination.matches("[a-z]+:.*")) {
      return; // somewhere else, which may be out of reach today
    }
    int hash = destination.indexOf('#');
    String path = decoded(hash < 0 ? destination : destination.substring(0, hash));
    String anchor = hash < 0 ? "" : decoded(destination.substring(hash + 1));
    Path folder = Objects.requireNonNull(text.file().toAbsolutePath().getParent());
    if (path.isEmpty() && !anchors(text.document()).contains(anchor)) {
      problem(text.line(node), "no heading is called " + destination);
    } else if (!path.isEmpty() && !leadsSomewhere(folder.resolve(path), anchor)) {
      problem(text.line(node), "the link to " + destination + " leads nowhere");
    }
  }

  /// What stands in a link for a space, or a letter that is not in ASCII.
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a percent sign that is meant as one
    }
  }

  /// Whether a file is there, and in another text the heading that is meant.
  private static boolean leadsSomewhere(Path file, String anchor) {
    if (anchor.isEmpty() || !file.toString().endsWith(".md")) {
      return Files.exists(file);
    }
    try {
      return anchors(LessonText.parse(Files.readString(file))).contains(anchor);
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> anchors(Node document) {
    return LessonText.children(document).stream()
        .filter(Heading.class::isInstance)
        .map(heading -> LessonText.anchorOf(LessonText.plain(heading)))
        .toList();
  }

  /// A comment at the beginning of a line, which takes the whole line for itself.
  private void comment(HtmlBlock html) {
    if (html.getLiteral().matches("(?s)<!-- *(measured|shown by).*")) {
      problem(
          text.line(html), "a mark stands behind what it is about, not at the beginning of a line");
    }
  }

  private void mark(Node node, String comment) {
    var before = new StringBuilder();
    for (Node n = node.getPrevious(); n != null; n = n.getPrevious()) {
      before.insert(0, LessonText.plain(n));
    }
    ClaimComment.of(text.line(node), comment, before.toString()).ifPresent(this::mark);
  }

  private void mark(ClaimComment mark) {
    switch (mark) {
      case ClaimComment.Misspelt(int line, String why) -> problem(line, "the comment " + why);
      case ClaimComment.Measured measured -> {
        if (module.scenario(measured.scenario()).isEmpty()) {
          problem(measured.line(), "no scenario here is called " + measured.scenario());
        } else {
          figures.add(measured);
        }
      }
      case ClaimComment.Shown(int line, String scenario, String expectation) -> {
        if (module.scenario(scenario).filter(s -> DeclaredClaims.has(s, expectation)).isEmpty()) {
          problem(line, scenario + " declares no '" + expectation + "' that shows this");
        }
      }
    }
  }

  private void problem(int line, String what) {
    problems.add(text.file(), line, what);
  }
}
