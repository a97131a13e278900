package duet.explore;

import duet.clock.Clock;
import duet.explore.ScheduleSource.HostLost;
import duet.lane.protocol.PlayedSchedule;
import duet.lane.protocol.PlayedSchedule.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Explores a script in one lane: plays schedules, counts their results, and shortens those that
/// matter. The same seed gives the same schedules, however fast the host is: two rounds of them are
/// under way at a time, and what a round shows counts for the next but one.
public final class Explorer {
  private static final int FIRST_ROUNDS = 3;
  private static final int ROUND = 16;
  private static final int SHORTENED_AT_MOST = 8;

  /// Shortening takes at most this part of the time that exploring may take.
  private static final int SHORTENING_PART = 2;

  private final ScheduleSource source;
  private final Strategy strategy;
  private final Judge judge;
  private final Budget budget;
  private final Clock clock;
  private final Progress progress;
  private final Map<Result, Finding> findings = new LinkedHashMap<>();
  private final Map<End, Integer> unfinished = new EnumMap<>(End.class);
  private String why = "";
  private String problem = "";
  private boolean io;
  private int ordered;
  private int played;

  /// Hears how far an exploration is.
  @FunctionalInterface
  public interface Progress {
    /// So many schedules were played, and so many of them led to something worth showing.
    void played(int count, Duration time);
  }

  public Explorer(
      ScheduleSource source,
      Strategy strategy,
      Judge judge,
      Budget budget,
      Clock clock,
      Progress progress) {
    this.source = source;
    this.strategy = strategy;
    this.judge = judge;
    this.budget = budget;
    this.clock = clock;
    this.progress = progress;
  }

  /// Explores until the budget is used up, or the strategy has nothing more to play.
  ///
  /// @param hash the script's, for tokens
  /// @return what was found; also where the thread was interrupted meanwhile, as it then still is
  public Exploration explore(String lane, String hash) {
    long start = clock.nanoTime();
    Duration time = Duration.ZERO;
    try {
      playAll(start);
      time = Duration.ofNanos(clock.nanoTime() - start);
      shorten(lane, hash, time);
    } catch (HostLost e) {
      problem = String.valueOf(e.getMessage());
      time = Duration.ofNanos(clock.nanoTime() - start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem = lane + ": interrupted.";
      time = Duration.ofNanos(clock.nanoTime() - start);
    }
    return exploration(lane, hash, time);
  }

  private Exploration exploration(String lane, String hash, Duration time) {
    return new Exploration(
        lane,
        hash,
        played,
        time,
        new ArrayList<>(findings.values()),
        unfinished,
        why,
        strategy.isComplete() && unfinished.isEmpty() ? strategy.covered() : "",
        io,
        problem);
  }

  private void playAll(long start) throws HostLost, InterruptedException {
    for (int i = 0; i < FIRST_ROUNDS; i++) {
      take(order(1 << i, start), start);
    }
    int before = order(ROUND, start);
    while (before > 0 && !isHopeless()) {
      int now = order(ROUND, start);
      take(before, start);
      before = now == 0 ? order(ROUND, start) : now;
    }
    take(isHopeless() ? before : 0, start);
  }

  private boolean isOver(long start) {
    return ordered >= budget.schedules() || clock.nanoTime() - start >= budget.time().toNanos();
  }

  /// Every schedule so far was refused: the others would be, too.
  private boolean isHopeless() {
    int refused = unfinished.getOrDefault(End.REFUSED, 0);
    return played >= ROUND && refused == played;
  }

  private int order(int size, long start) {
    var plans = new ArrayList<String>();
    while (plans.size() < size && !isOver(start)) {
      Optional<String> plan = strategy.next();
      if (plan.isEmpty()) {
        break;
      }
      plans.add(plan.get());
      ordered++;
    }
    if (!plans.isEmpty()) {
      source.order(plans, false);
    }
    return plans.size();
  }

  private void take(int count, long start) throws HostLost, InterruptedException {
    for (int i = 0; i < count; i++) {
      count(source.next());
    }
    progress.played(played, Duration.ofNanos(clock.nanoTime() - start));
  }

  private void count(PlayedSchedule schedule) {
    played++;
    io |= schedule.io();
    strategy.played(schedule);
    if (!Judge.isOver(schedule.end())) {
      unfinished.merge(schedule.end(), 1, Integer::sum);
      why = why.isEmpty() ? schedule.message() : why;
      return;
    }
    for (Result result : judge.results(schedule)) {
      findings.merge(
          result, new Finding(result, 1, played, schedule, false), (old, _) -> old.seenAgain());
    }
  }

  /// Shortens the findings that are worth showing, and has their steps told.
  private void shorten(String lane, String hash, Duration time)
      throws HostLost, InterruptedException {
    var shortener = new Shortener(source, judge, clock);
    List<Finding> worth = exploration(lane, hash, time).worthShowing();
    int count = Math.min(SHORTENED_AT_MOST, worth.size());
    long end = clock.nanoTime() + budget.time().toNanos() / SHORTENING_PART;
    for (int i = 0; i < count; i++) {
      Finding one = worth.get(i);
      long now = clock.nanoTime();
      long share = Math.max(0, end - now) / (count - i); // what one leaves is for the others
      findings.put(one.result(), one.shortened(shortener.shortest(one, now + share)));
    }
  }
}
