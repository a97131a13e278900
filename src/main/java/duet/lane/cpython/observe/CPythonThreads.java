package duet.lane.cpython.observe;

import duet.lane.host.ThreadObserver;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Looks closely at the threads of a CPython process: Linux tells what each does, and the host what
/// it waits for. The host needs the GIL for its answer; while a call in C keeps it, there is none.
final class CPythonThreads implements ThreadObserver {
  private final ThreadSampler sampler;
  private final CPythonProcess process;
  private final Function<Duration, LookAnswer> asking;

  /// @param asking asks the host, for at most so long
  CPythonThreads(
      ThreadSampler sampler, CPythonProcess process, Function<Duration, LookAnswer> asking) {
    this.sampler = sampler;
    this.process = process;
    this.asking = asking;
  }

  /// Threads that the host has not told are not the script's.
  @Override
  public ThreadRole roleOf(long tid, String name) {
    return tid > 0 ? ThreadRole.SCRIPT : ThreadRole.HELPER;
  }

  /// Where the host does not answer, the threads may go on for all that is known.
  @Override
  public Sight look(LongToDoubleFunction waiting, Duration atMost) {
    List<ThreadSampler.Reading> seen = sampler.readings(); // before the look itself takes the GIL
    LookAnswer answer = asking.apply(atMost);
    boolean canGoOn =
        answer.rows().isEmpty()
            || process.isAnyReady()
            || seen.stream().anyMatch(one -> one.activity() != Activity.FUTEX);
    return new Sight(views(seen, answer, waiting), canGoOn);
  }

  /// What the threads do, and then what the tasks of their event loops wait for.
  static List<ThreadView> views(
      List<ThreadSampler.Reading> seen, LookAnswer answer, LongToDoubleFunction waiting) {
    var views = new ArrayList<ThreadView>();
    seen.forEach(one -> views.add(view(one, answer.rows().get(one.tid()), waiting)));
    answer.rows().entrySet().stream()
        .filter(row -> row.getKey() < 0)
        .sorted(Map.Entry.<Long, LookAnswer.Row>comparingByKey(Comparator.reverseOrder()))
        .forEach(row -> views.add(view(row.getValue().name(), row.getKey(), row.getValue(), 0)));
    return views;
  }

  private static ThreadView view(
      ThreadSampler.Reading seen, LookAnswer.@Nullable Row row, LongToDoubleFunction waiting) {
    double seconds = waiting.applyAsDouble(seen.tid());
    if (row != null && row.kind() != ThreadState.RUNNING && seen.activity() != Activity.GIL) {
      return view(seen.name(), seen.tid(), row, seconds);
    }
    ThreadState state = CPythonStates.plain(seen.activity());
    boolean isWaiting = state != ThreadState.RUNNING && state != ThreadState.GIL;
    return new ThreadView(
        seen.name(),
        seen.tid(),
        state,
        row == null ? "" : row.place(),
        "",
        0,
        isWaiting ? seconds : 0);
  }

  private static ThreadView view(String name, long tid, LookAnswer.Row row, double seconds) {
    return new ThreadView(name, tid, row.kind(), row.place(), row.what(), row.holder(), seconds);
  }
}
