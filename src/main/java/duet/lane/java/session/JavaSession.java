package duet.lane.java.session;

import duet.lane.host.CpuMeter;
import duet.lane.host.Guest;
import duet.lane.protocol.HostMessage.Response;
import duet.lane.protocol.HostOrder.Completeness;
import duet.lane.protocol.HostOrder.Request;
import duet.lane.protocol.Usage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/// A live Java session, on JShell.
public final class JavaSession implements Guest.GuestSession {
  /// The prefix of Duet's own names, which are never suggested.
  private static final String OWN = "duet$";

  private static final String INTERRUPTED = "interrupted";

  /// Runs JShell's snippets through a [SessionControl].
  private record Engine(SessionControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "duet";
    }

    @Override
    public DirectExecutionControl generate(ExecutionEnv environment, Map<String, String> options) {
      return control;
    }
  }

  private final SessionControl control = new SessionControl();

  /// Sees the JDK and nothing of Duet. The default imports are those of a compact source file.
  private final JShell shell;

  private final SourceCodeAnalysis analysis;
  private final LoopTiming timing;
  private final Map<String, TypedSnippet> typed = new HashMap<>();

  /// @param preview whether preview features are allowed
  /// @param classPath jar files and folders of class files
  public JavaSession(boolean preview, List<Path> classPath) {
    String libraries =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    var options =
        new ArrayList<>(
            List.of("-cp", libraries.isEmpty() ? "/nonexistent" : libraries, "-Xlint:none"));
    if (preview) {
      String release = String.valueOf(Runtime.version().feature());
      options.addAll(List.of("--enable-preview", "--release", release));
    }
    shell =
        JShell.builder()
            .executionEngine(new Engine(control), Map.of())
            .compilerOptions(options.toArray(String[]::new))
            .build();
    classPath.forEach(library -> shell.addToClasspath(library.toString()));
    analysis = shell.sourceCodeAnalysis();
    timing = new LoopTiming(shell, analysis, control);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> System.err.print(TypedTrace.of(thread, thrown)));
    shell.eval("import module java.base;");
  }

  @Override
  public Response answer(Request question, CpuMeter meter) {
    String text = question.text();
    return switch (question.topic()) {
      case EVALUATE -> evaluate(question.name(), text, meter);
      case TIME -> time(question.name(), text, meter);
      case LOAD -> load(question.name(), text, meter);
      case EXAMINE -> examine(text);
      case COMPLETE -> complete(text, question.at());
      case SCRIPT -> answer(true, new SnippetScript(analysis).of(text));
    };
  }

  @Override
  public long thread() {
    return control.thread();
  }

  @Override
  public void cancel() {
    shell.stop();
  }

  private static Response answer(boolean good, String text) {
    return new Response(good, text, List.of(), 0, Usage.ofWall(0));
  }

  // -- evaluating
  // ----------------------------------------------------------------------------------

  /// The result of evaluating a text: what to print, and the names that it declared.
  private record EvaluationResult(boolean good, List<String> said, List<String> names) {}

  private Response evaluate(String name, String text, CpuMeter meter) {
    control.measureWith(meter);
    EvaluationResult result = evaluateAll(name, text);
    return new Response(
        result.good(), String.join("\n", result.said()), List.of(), 0, control.used());
  }

  /// Evaluates one snippet after the other, up to the first that fails.
  private EvaluationResult evaluateAll(String name, String text) {
    var result = new EvaluationResult(true, new ArrayList<>(), new ArrayList<>());
    String left = text.stripLeading();
    while (!left.isBlank()) {
      CompletionInfo next = analysis.analyzeCompletion(left);
      int start = text.length() - left.length();
      String source = next.source() == null ? left : next.source();
      left = next.source() == null ? "" : next.remaining().stripLeading();
      if (control.wasStopped()) {
        result.said().add(INTERRUPTED);
        return new EvaluationResult(false, result.said(), result.names());
      }
      var piece = new TypedSnippet(name, text, start);
      for (SnippetEvent event : shell.eval(source)) {
        typed.put(event.snippet().id(), piece);
        String failure = event.causeSnippet() == null ? failure(event, piece) : "";
        if (!failure.isEmpty()) {
          result.said().add(failure);
          return new EvaluationResult(false, result.said(), result.names());
        }
        tell(event, result);
      }
    }
    return result;
  }

  private String failure(SnippetEvent event, TypedSnippet piece) {
    if (event.status() == Status.REJECTED) {
      return shell
          .diagnostics(event.snippet())
          .filter(Diag::isError)
          .map(error -> piece.complaint(error.getPosition(), message(error)))
          .collect(Collectors.joining("\n"));
    }
    if (event.exception() != null) {
      return TypedTrace.of(event.exception(), typed);
    }
    return control.wasStopped() ? INTERRUPTED : "";
  }

  /// javac's message without the name of the class that JShell puts around a snippet.
  private static String message(Diag error) {
    return error.getMessage(Locale.ENGLISH).replaceAll("\n  location: class\\s*$", "");
  }

  /// What a successful snippet returned or declared.
  private void tell(SnippetEvent event, EvaluationResult result) {
    if (event.causeSnippet() != null || !(event.snippet() instanceof PersistentSnippet snippet)) {
      sayExpression(event, result);
      return;
    }
    String name = snippet.name();
    if (snippet.kind() != Kind.IMPORT && !name.startsWith("$")) {
      result.names().add(name);
    }
    String undeclared =
        snippet instanceof DeclarationSnippet declaration && event.status() != Status.VALID
            ? shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "))
            : "";
    String until =
        undeclared.isEmpty() ? "" : ", which can be used after you declare " + undeclared;
    switch (snippet) {
      case VarSnippet _ when event.value() != null ->
          result.said().add(name + " ==> " + event.value() + until);
      case MethodSnippet method ->
          result.said().add("method " + name + "(" + method.parameterTypes() + ")" + until);
      case TypeDeclSnippet type ->
          result
              .said()
              .add(
                  type.subKind().name().split("_", 2)[0].toLowerCase(Locale.ROOT)
                      + " "
                      + name
                      + until);
      default -> {}
    }
  }

  private static void sayExpression(SnippetEvent event, EvaluationResult result) {
    if (event.snippet() instanceof ExpressionSnippet expression
        && event.value() != null
        && event.causeSnippet() == null) {
      result.said().add(expression.name() + " ==> " + event.value());
    }
  }

  // -- a script's definitions
  // ----------------------------------------------------------------------

  /// A compact source file only has declarations: its members, `main` among them, are snippets.
  private Response load(String name, String text, CpuMeter meter) {
    control.measureWith(meter);
    EvaluationResult result = evaluateAll(name, text);
    return new Response(
        result.good(),
        result.good() ? "" : result.said().getLast(),
        result.names().stream().distinct().toList(),
        0,
        control.used());
  }

  // -- timing
  // --------------------------------------------------------------------------------------

  private Response time(String name, String text, CpuMeter meter) {
    control.measureWith(meter);
    EvaluationResult trial = evaluateAll(name, text);
    if (!trial.good()) {
      return answer(false, String.join("\n", trial.said()));
    }
    return timing
        .of(text)
        .map(times -> new Response(true, times.empty(), times.items(), 0, control.used()))
        .orElseGet(() -> answer(false, INTERRUPTED));
  }

  // -- typing
  // --------------------------------------------------------------------------------------

  private Response examine(String text) {
    String left = text;
    Completeness completeness = Completeness.COMPLETE;
    while (!left.isBlank() && completeness == Completeness.COMPLETE) {
      CompletionInfo info = analysis.analyzeCompletion(left);
      completeness =
          switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> Completeness.COMPLETE;
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> Completeness.INCOMPLETE;
            case UNKNOWN -> Completeness.INVALID;
          };
      left = info.remaining();
    }
    return new Response(true, completeness.name(), List.of(), indent(text), Usage.ofWall(0));
  }

  /// How far the line after a text is indented.
  private static int indent(String text) {
    String last = text.substring(text.lastIndexOf('\n') + 1);
    int own = last.length() - last.stripLeading().length();
    String end = last.strip();
    boolean opens = end.endsWith("{") || end.endsWith("(") || end.endsWith("->");
    return opens ? own + 2 : own;
  }

  private Response complete(String text, int cursor) {
    int[] anchor = {cursor};
    List<String> items =
        analysis.completionSuggestions(text, cursor, anchor).stream()
            .map(Suggestion::continuation)
            .filter(item -> !item.startsWith(OWN))
            .distinct()
            .sorted()
            .toList();
    return new Response(true, "", items, anchor[0], Usage.ofWall(0));
  }
}
