package duet.explore;

import duet.clock.Clock;
import duet.explore.ScheduleSource.HostLost;
import duet.lane.protocol.PlayedSchedule;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/// Finds a short schedule with the same result: with the fewest threads that lose their turn, the
/// fewest deviations, and the fewest steps. Every candidate is played.
final class Shortener {
  private static final int TRIES = 300;

  private static final Comparator<PlayedSchedule> SHORTER =
      Comparator.<PlayedSchedule>comparingInt(one -> new Steps(one).preemptions())
          .thenComparingInt(one -> Deviations.of(one).size())
          .thenComparingInt(PlayedSchedule::length);

  private final ScheduleSource source;
  private final Judge judge;
  private final Clock clock;

  Shortener(ScheduleSource source, Judge judge, Clock clock) {
    this.source = source;
    this.judge = judge;
    this.clock = clock;
  }

  /// The shortest schedule found, with its steps.
  ///
  /// @param end a reading of the clock, in nanoseconds, from when on nothing shorter is looked for
  PlayedSchedule shortest(Finding finding, long end) throws HostLost, InterruptedException {
    var search = new Search(finding, end);
    search.improve();
    return search.best;
  }

  /// A search for a shorter schedule of one finding.
  private final class Search {
    private final Finding finding;
    private final Set<String> tried = new HashSet<>();
    private PlayedSchedule best;
    private final long end;
    private int left = TRIES;

    Search(Finding finding, long end) {
      this.finding = finding;
      this.end = end;
      best = finding.schedule();
    }

    void improve() throws HostLost, InterruptedException {
      PlayedSchedule again = source.play(Deviations.of(best).plan());
      if (!isGood(again)) {
        return; // it does input or output, and went another way
      }
      best = again;
      boolean better = true;
      while (better && mayTry()) {
        better = withFewer() || withOneElsewhere();
      }
    }

    /// Leaves out deviations: many at first, then one at a time.
    private boolean withFewer() throws HostLost, InterruptedException {
      for (int size = Math.max(1, Deviations.of(best).size() / 2); size > 0; size /= 2) {
        Deviations all = Deviations.of(best);
        for (int from = 0; from < all.size(); from += size) {
          if (accept(all.without(from, Math.min(all.size(), from + size)))) {
            return true;
          }
        }
      }
      return false;
    }

    /// Starts anew from the first deviations, with one other at the end.
    private boolean withOneElsewhere() throws HostLost, InterruptedException {
      Deviations all = Deviations.of(best);
      for (int kept = 0; kept < all.size() && mayTry(); kept++) {
        Deviations base = all.without(kept, all.size());
        PlayedSchedule played = source.play(base.plan());
        left--;
        var steps = new Steps(played);
        for (int step = base.last() + 1; step < played.length() && mayTry(); step++) {
          for (int thread : steps.others(step)) {
            if (base.size() + 1 < all.size() && accept(base.and(step, thread))) {
              return true;
            }
          }
        }
      }
      return false;
    }

    private boolean accept(Deviations candidate) throws HostLost, InterruptedException {
      if (!mayTry() || !tried.add(candidate.plan())) {
        return false;
      }
      left--;
      PlayedSchedule played = source.play(candidate.plan());
      if (isGood(played) && SHORTER.compare(played, best) < 0) {
        best = played;
        return true;
      }
      return false;
    }

    private boolean mayTry() {
      return left > 0 && clock.nanoTime() - end < 0;
    }

    private boolean isGood(PlayedSchedule played) {
      return judge.results(played).contains(finding.result());
    }
  }
}
