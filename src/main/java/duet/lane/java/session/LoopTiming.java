package duet.lane.java.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/// Times a piece of Java code over many rounds of a loop, and an empty loop beside it. Each value
/// that the code computes is stored where the JIT cannot leave it out.
final class LoopTiming {
  private static final int REPEATS = 5;

  /// How often an empty loop is timed. A busy machine makes some of them slow, so the best counts.
  private static final int EMPTY_REPEATS = 3;

  /// Finds how many rounds last 0.1 s, or takes a billion, and times that many some more times; all
  /// of it in the session, since every call from here is compiled first. Returns the rounds of a
  /// repeat, then each repeat's nanoseconds.
  private static final String REPEATED =
      """
      String ROUNDS_repeated(int repeats) throws Throwable {
        long enough = 100_000_000;
        long times = 1;
        for (long needed = ROUNDS(1); needed < enough && times < 1_000_000_000; needed = ROUNDS(times)) {
          times *= needed > enough / 5 ? 2 : 5;
        }
        var figures = new StringBuilder().append(times);
        for (int i = 0; i < repeats; i++) {
          figures.append(' ').append(ROUNDS(times));
        }
        return figures.toString();
      }\
      """;

  private static final Set<String> PRIMITIVE =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

  /// A class NAME that keeps a value of a TYPE.
  private static final String SINK =
      """
      class NAME {
        static TYPE value;
        static final java.lang.invoke.VarHandle HANDLE;
        static {
          try {
            HANDLE = java.lang.invoke.MethodHandles.lookup()
                .findStaticVarHandle(NAME.class, "value", TYPE.class);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        }
      }\
      """;

  /// What was measured, with decimal points.
  ///
  /// @param items how many rounds a repeat had, then for each repeat the seconds of one round
  /// @param empty the seconds of a round that does nothing
  record Times(List<String> items, String empty) {}

  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final SessionControl control;
  private final Set<String> sinks = new HashSet<>();

  /// The least seconds that a round of an empty loop took in this session.
  private double empty = Double.POSITIVE_INFINITY;

  LoopTiming(JShell shell, SourceCodeAnalysis analysis, SessionControl control) {
    this.shell = shell;
    this.analysis = analysis;
    this.control = control;
  }

  /// Times code that can be evaluated; empty when the user interrupts it.
  Optional<Times> of(String text) {
    if (!timeEmpty()) {
      return Optional.empty();
    }
    List<Double> all = new LoopTimes("duet$time", inLoop(text)).measured(REPEATS);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var items = new ArrayList<>(List.of(String.valueOf(all.getFirst().longValue())));
    all.stream().skip(1).map(LoopTiming::seconds).forEach(items::add);
    return Optional.of(new Times(items, seconds(empty)));
  }

  /// Times the empty loop: often the first time, once more each time after that. Returns whether
  /// nobody interrupted it.
  private boolean timeEmpty() {
    int repeats = Double.isInfinite(empty) ? EMPTY_REPEATS : 1;
    List<Double> times = new LoopTimes("duet$empty", kept("long", "duet$i")).measured(repeats);
    times.stream().skip(1).forEach(seconds -> empty = Math.min(empty, seconds));
    return !times.isEmpty();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.9g", seconds);
  }

  /// The text as the body of a loop. The value of an expression is kept.
  private String inLoop(String text) {
    String statement = text.strip().replaceAll(";$", "");
    String type = analysis.analyzeType(statement, statement.length());
    if (type != null && !type.equals("void")) {
      return kept(type, statement);
    }
    return statement.endsWith("}") ? statement : statement + ";";
  }

  /// A statement that stores a value so that the JIT cannot leave the store out, nor do it once for
  /// many rounds: an opaque store, which costs no more than an ordinary one.
  private String kept(String type, String value) {
    String stored = PRIMITIVE.contains(type) ? type : "Object";
    String sink = "duet$sink_" + stored;
    if (sinks.add(stored)) {
      run(SINK.replace("NAME", sink).replace("TYPE", stored));
    }
    return sink + ".HANDLE.setOpaque((" + stored + ") (" + value + "));";
  }

  private void run(String source) {
    var _ = shell.eval(source);
  }

  /// A loop whose rounds are timed.
  private final class LoopTimes {
    private final String method;

    /// @param method the name of the method that has the loop
    LoopTimes(String method, String body) {
      this.method = method;
      run(
          "long "
              + method
              + "(long times) throws Throwable { long start = System.nanoTime(); "
              + "for (long duet$i = 0; duet$i < times; duet$i++) { "
              + body
              + " } return System.nanoTime() - start; }");
      run(REPEATED.replace("ROUNDS", method));
    }

    /// How many rounds a repeat has, then for each repeat the seconds of one round; empty when it
    /// was interrupted.
    List<Double> measured(int repeats) {
      String figures = shell.eval(method + "_repeated(" + repeats + ")").getFirst().value();
      if (figures == null || control.wasStopped()) {
        return List.of();
      }
      long[] all =
          Stream.of(figures.replace("\"", "").split(" ")).mapToLong(Long::parseLong).toArray();
      var measured = new ArrayList<>(List.of((double) all[0]));
      for (int i = 1; i < all.length; i++) {
        measured.add(all[i] / 1e9 / all[0]);
      }
      return measured;
    }
  }
}
