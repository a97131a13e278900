package duet.compare;

import duet.lane.protocol.Outcome;
import duet.lane.protocol.ThreadState;
import duet.run.Run;
import duet.scenario.LaneTitle;
import duet.scenario.LineAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a play shows, in plain sentences; each follows from the figures of that play alone.
public final class Findings {
  /// Below this share of CPU time a run mostly waited.
  private static final double MOSTLY_WAITED = 0.25;

  /// Above this many busy cores on average, threads must have computed at the same time.
  private static final double AT_THE_SAME_TIME = 1.2;

  /// The CPU time of a process is exact to 10 milliseconds; for a shorter run it means nothing.
  private static final double SHORTEST = 0.2;

  private static final double CPU_ERROR = 0.01;

  /// The least part of the threads' time that is worth a sentence.
  private static final double WORTH_A_WORD = 0.05;

  /// If threads are ready for longer than they compute, by this factor, more of them are ready than
  /// there are cores.
  private static final double CROWDED = 1.3;

  private Findings() {}

  /// A few sentences; none if nothing is certain.
  public static List<String> of(Judgement judgement) {
    var sentences = new ArrayList<String>();
    lines(judgement, sentences);
    computing(judgement.play().runs(), sentences);
    judgement.play().runs().forEach(run -> waiting(ThreadActivity.of(run), sentences));
    return List.copyOf(sentences);
  }

  private static void lines(Judgement judgement, List<String> sentences) {
    List<Run> runs = judgement.play().runs();
    List<Comparison> all = judgement.comparisons();
    if (all.isEmpty()
        || !all.stream().allMatch(Comparison::whole)
        || runs.stream().anyMatch(run -> run.outcome() != Outcome.COMPLETED)) {
      return;
    }
    boolean isSame = all.stream().allMatch(Comparison::sameLines);
    int count = all.getFirst().same();
    String lanes = runs.size() == 2 ? "Both lanes" : "All " + runs.size() + " lanes";
    if (judgement.play().scenario().agreement() instanceof LineAgreement.DifferentLines(String why)
        && !isSame) {
      sentences.add("The lines differ, as declared: " + why + ".");
      CommonLines.of(judgement.play()).alike().forEach(group -> sentences.add(alike(group)));
    } else if (isSame && count > 0) {
      sentences.add(
          count == 1
              ? lanes + " printed the same line."
              : lanes
                  + " printed the same "
                  + count
                  + " lines, "
                  + (all.stream().allMatch(Comparison::sameOrder)
                      ? "in the same order."
                      : "in a different order."));
    }
  }

  private static String alike(List<String> lanes) {
    String names = lanes.stream().map(LaneTitle::of).collect(Collectors.joining(", "));
    int last = names.lastIndexOf(", ");
    return names.substring(0, last)
        + " and "
        + names.substring(last + 2)
        + " printed the same lines.";
  }

  private static void computing(List<Run> runs, List<String> sentences) {
    if (!runs.stream().allMatch(Findings::isMeasured)) {
      return;
    }
    if (runs.stream().allMatch(run -> share(run) < MOSTLY_WAITED && !isShortOfCores(run))) {
      sentences.add(waited(runs));
    } else {
      runs.forEach(run -> sentences.add(computed(run)));
    }
  }

  /// Whether the script's own CPU time is known, and the run is long enough for it to mean
  /// something. A process of CPython does nothing but play its script.
  private static boolean isMeasured(Run run) {
    return run.outcome() == Outcome.COMPLETED
        && (run.usage().jvmCpu().isPresent() || LaneTitle.isOfCPython(run.lane()))
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
    double error = CPU_ERROR / run.usage().wall();
    String accuracy = error < 0.005 ? "" : text(" ± %.2f", error);
    int threads = ThreadActivity.of(run).threads().size(); // 0 where they were not followed
    String who = name(run) + (threads == 0 ? "" : threads == 1 ? "'s only thread" : "'s threads");
    boolean isOfCPython = LaneTitle.isOfCPython(run.lane());
    if (share > AT_THE_SAME_TIME && run.hasGlobalLock() && isOfCPython) {
      return text("%s kept %.2f%s cores busy on average", name(run), share, accuracy)
          + ", although a GIL lets one thread run Python: the rest is other processes or"
          + " interpreters, code that needs no GIL, or the system's work for locks.";
    }
    String cores = text("%s kept %.2f%s cores busy on average", who, share, accuracy);
    if (share > AT_THE_SAME_TIME && !run.hasGlobalLock() && threads != 1) {
      return cores + ": they computed at the same time.";
    }
    if (isShortOfCores(run)) {
      double cpu = run.usage().cpu().orElse(0);
      double ready = cpu + run.usage().coreWait().orElse(0);
      return cores
          + text(": the machine gave %s a core for %.1f s", threads == 1 ? "it" : "them", cpu)
          + text(" of the %.1f s for which %s", ready, threads == 1 ? "it was" : "they were")
          + " ready to run.";
    }
    return share < MOSTLY_WAITED
        ? cores + (threads == 1 ? ": it mostly waited." : ": they mostly waited.")
        : cores + ".";
  }

  /// Whether waits for a core are worth a word.
  private static boolean isShortOfCores(Run run) {
    double wait = run.usage().coreWait().orElse(0);
    return wait >= SHORTEST && wait > (CROWDED - 1) * run.usage().cpu().orElse(0);
  }

  /// What the states of the threads show, if they were recorded.
  private static void waiting(ThreadActivity activity, List<String> sentences) {
    Run run = activity.run();
    int workers = activity.workers().size();
    double gil = activity.gilWait().orElse(0);
    if (workers > 1 && gil >= WORTH_A_WORD) {
      sentences.add(
          text(
              "%s's %d threads waited for the GIL for %.0f %% of their time: only the"
                  + " thread that holds it runs.",
              name(run), workers, 100 * gil));
    }
    if (!activity.whole()) {
      return;
    }
    double slept = activity.seconds(ThreadState.SLEEP);
    if (slept > AT_THE_SAME_TIME * run.usage().wall() && run.usage().wall() >= SHORTEST) {
      sentences.add(
          text(
              "%s's threads slept for %.1f s in %.1f s: they slept at the same time.",
              name(run), slept, run.usage().wall()));
    }
    double ready = activity.seconds(ThreadState.RUNNING);
    double computed = run.usage().cpu().orElse(ready);
    if (workers > 1
        && run.usage().coreWait().isEmpty() // otherwise it is known exactly
        && isMeasured(run)
        && ready > CROWDED * computed
        && ready - computed > SHORTEST) {
      sentences.add(
          text(
              "%s's threads were ready to run for %.1f s but had a core for only %.1f s.",
              name(run), ready, computed));
    }
  }

  private static double share(Run run) {
    return run.usage().cpuPerWall().orElse(0);
  }

  private static String name(Run run) {
    return LaneTitle.of(run.lane());
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
