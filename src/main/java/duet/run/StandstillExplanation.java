package duet.run;

import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import duet.lane.protocol.WaitCycles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Explains why a script does not end, in the same words for every language.
final class StandstillExplanation {
  private static final int THREADS_AT_MOST = 20;

  private final Threads threads;
  private final Map<Long, ThreadView> byTid;
  private final List<String> lines = new ArrayList<>();

  private StandstillExplanation(Threads threads) {
    this.threads = threads;
    byTid =
        threads.views().stream()
            .collect(Collectors.toMap(ThreadView::tid, view -> view, (one, _) -> one));
  }

  /// What each thread was doing, in several lines; empty if no thread was seen.
  static String of(Threads threads) {
    return threads.views().isEmpty() ? "" : new StandstillExplanation(threads).text();
  }

  private String text() {
    List<List<ThreadView>> cycles = WaitCycles.of(threads.views());
    cycles.forEach(this::cycle);
    Set<ThreadView> told = new HashSet<>();
    cycles.forEach(told::addAll);
    List<ThreadView> others =
        threads.views().stream().filter(view -> !told.contains(view)).toList();
    if (cycles.isEmpty()) {
      lines.add(
          threads.occasion() == Occasion.STANDSTILL
              ? "standstill: every thread waits for what only another thread could do, and none is"
                  + " left to do it"
              : "what its threads were doing:");
    } else if (!others.isEmpty()) {
      lines.add(
          others.stream().anyMatch(ThreadView::isTask) ? "the others:" : "the other threads:");
    }
    rows(others);
    return String.join("\n", lines);
  }

  private void cycle(List<ThreadView> cycle) {
    boolean joins = cycle.stream().anyMatch(view -> view.state() == ThreadState.JOIN);
    if (cycle.size() == 1) {
      lines.add(
          joins
              ? "deadlock: a thread waits for itself to end"
              : "deadlock: a thread waits for a lock that it holds itself");
    } else {
      String kind = cycle.getFirst().isTask() ? "tasks" : "threads";
      lines.add(
          "deadlock: each of these " + kind + " waits for the next one, the last for the first");
    }
    rows(cycle);
    if (cycle.size() > 1 && !joins) {
      lines.add("It cannot happen when every thread takes its locks in the same order.");
    }
  }

  private void rows(List<ThreadView> views) {
    int width =
        views.stream().limit(THREADS_AT_MOST).mapToInt(v -> v.thread().length()).max().orElse(0);
    views.stream()
        .limit(THREADS_AT_MOST)
        .forEach(
            view ->
                lines.add(
                    "  "
                        + view.thread()
                        + " ".repeat(width - view.thread().length())
                        + "  "
                        + doing(view)));
    if (views.size() > THREADS_AT_MOST) {
      lines.add("  … and " + (views.size() - THREADS_AT_MOST) + " more threads");
    }
  }

  private String doing(ThreadView view) {
    String at = view.place().isEmpty() ? "" : " at " + view.place();
    String since =
        view.seconds() < 0.1 ? "" : String.format(Locale.ROOT, " %.1f s", view.seconds());
    return switch (view.state()) {
      case READY -> "waited for a core" + at;
      case RUNNING ->
          view.what().isEmpty()
              ? "was running" + at
              : "was inside " + view.what() + at + ", which cannot be stopped half-way";
      case GIL -> "waited for the GIL" + at;
      case SLEEP -> "slept" + since + at;
      case UNKNOWN -> "was doing something that Duet does not know" + at;
      case IO -> "waited" + since + " for input or output" + at;
      case JOIN -> "waited" + since + " for " + target(view) + " to end" + at;
      case LOCK -> "waited" + since + " for " + target(view) + at + heldBy(view);
      case WAIT -> "waited" + since + reason(view) + at;
    };
  }

  /// Where not even the line is known, there was no time to ask.
  private static String reason(ThreadView view) {
    if (view.what().isEmpty()) {
      return view.place().isEmpty() ? "; for what is not known" : "";
    }
    return (view.what().startsWith(ThreadView.FOR) ? " " : " in ") + view.what();
  }

  private static String target(ThreadView view) {
    return view.what().isEmpty() ? "something" : view.what();
  }

  private String heldBy(ThreadView view) {
    if (view.holder() == 0) {
      return "";
    }
    if (view.holder() == view.tid()) {
      return ", held by itself";
    }
    ThreadView holder = byTid.get(view.holder());
    if (holder == null) {
      return ", held by a thread that has ended";
    }
    // A thread that waits takes no lock, so it has had this one since before its own wait.
    return ", held by "
        + holder.thread()
        + (holder.seconds() < 0.1
            ? ""
            : String.format(Locale.ROOT, " for %.1f s or more", holder.seconds()));
  }
}
