package duet.compare;

import duet.lane.Outcome;
import duet.run.Run;
import duet.scenario.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A play in plain words, each of them taken from the figures of that play alone.
public final class Findings {
  /// Below this share of CPU time a run mostly waited.
  private static final double MOSTLY_WAITED = 0.25;

  /// Above this many busy cores on average, threads must have computed at the same time.
  private static final double AT_THE_SAME_TIME = 1.2;

  /// The CPU time of a process is known to 10 milliseconds; of a shorter run it says nothing.
  private static final double SHORTEST = 0.2;

  private Findings() {}

  /// One or two sentences, none when there is nothing certain to say.
  public static List<String> of(Judgement judgement) {
    var sentences = new ArrayList<String>();
    judgement.comparison().ifPresent(comparison -> lines(judgement, comparison, sentences));
    computing(judgement.play().runs(), sentences);
    return List.copyOf(sentences);
  }

  private static void lines(Judgement judgement, Comparison c, List<String> sentences) {
    if (!c.whole()
        || c.left().outcome() != Outcome.COMPLETED
        || c.right().outcome() != Outcome.COMPLETED) {
      return;
    }
    if (judgement.play().scenario().agreement() instanceof Agreement.DifferentLines(String why)
        && !c.sameLines()) {
      sentences.add("The lines differ, as declared: " + why + ".");
    } else if (c.sameLines() && c.same() > 0) {
      sentences.add(
          c.same() == 1
              ? "Both lanes printed the same line."
              : "Both lanes printed the same %d lines, %s."
                  .formatted(
                      c.same(),
                      c.sameOrder() ? "in the same order" : "each in an order of its own"));
    }
  }

  private static void computing(List<Run> runs, List<String> sentences) {
    if (!runs.stream().allMatch(Findings::isMeasured)) {
      return;
    }
    if (runs.stream().allMatch(run -> share(run) < MOSTLY_WAITED)) {
      sentences.add(waited(runs));
    } else {
      runs.forEach(run -> sentences.add(computed(run)));
    }
  }

  /// Whether the script's own CPU time is known, and the run long enough for it to mean something.
  private static boolean isMeasured(Run run) {
    return run.outcome() == Outcome.COMPLETED
        && run.usage().jvmCpu().isPresent()
        && run.usage().wall() >= SHORTEST;
  }

  private static String waited(List<Run> runs) {
    List<String> each =
        runs.stream()
            .map(
                run ->
                    text(
                        "%s computed for %.2f s of its %.2f s",
                        name(run), share(run) * run.usage().wall(), run.usage().wall()))
            .toList();
    return String.join(", ", each) + "; the rest was waiting.";
  }

  private static String computed(Run run) {
    double share = share(run);
    String cores = text("%s's threads kept %.2f cores busy on average", name(run), share);
    if (share > AT_THE_SAME_TIME) {
      return cores + ": they computed at the same time.";
    }
    return share < MOSTLY_WAITED ? cores + ": they mostly waited." : cores + ".";
  }

  private static double share(Run run) {
    return run.usage().cpuPerWall().orElse(0);
  }

  private static String name(Run run) {
    return run.lane().substring(0, 1).toUpperCase(Locale.ROOT) + run.lane().substring(1);
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
