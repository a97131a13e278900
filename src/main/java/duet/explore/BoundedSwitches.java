package duet.explore;

import duet.lane.protocol.PlayedSchedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Plays every schedule in which at most so many threads lose their turn although they could go on:
/// first those in which none does, then those in which one does, and so on (iterative context
/// bounding of Musuvathi and Qadeer, 2007). Most bugs need one or two.
final class BoundedSwitches implements Strategy {
  /// More than this many are not remembered; then it cannot say that it has played all.
  private static final int MOST = 200_000;

  private final int most;
  private final Random random;
  private final List<List<Deviations>> levels = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private int remembered;
  private boolean isWhole = true;

  /// @param most the largest number of threads that lose their turn
  /// @param seed for the order among schedules with the same number
  BoundedSwitches(int most, long seed) {
    this.most = most;
    random = new Random(seed);
    for (int i = 0; i <= most; i++) {
      levels.add(new ArrayList<>());
    }
    levels.getFirst().add(Deviations.NONE);
  }

  @Override
  public Optional<String> next() {
    for (List<Deviations> level : levels) {
      if (!level.isEmpty()) {
        String plan = take(level).plan();
        open.add(plan);
        return Optional.of(plan);
      }
      if (!open.isEmpty()) {
        return Optional.empty(); // what is being played may add to this level
      }
    }
    return Optional.empty();
  }

  private Deviations take(List<Deviations> level) {
    int at = random.nextInt(level.size());
    Deviations taken = level.get(at);
    level.set(at, level.getLast());
    level.removeLast();
    return taken;
  }

  @Override
  public void played(PlayedSchedule schedule) {
    if (!open.remove(schedule.plan())) {
      return;
    }
    if (schedule.end() == PlayedSchedule.End.DIVERGED) {
      return;
    }
    var steps = new Steps(schedule);
    Deviations base = Deviations.of(schedule);
    int from = base.last() + 1;
    int cost = steps.preemptions(from);
    for (int step = from; step < schedule.length(); step++) {
      for (int thread : steps.others(step)) {
        add(base.and(step, thread), cost + (steps.isPreemption(step, thread) ? 1 : 0));
      }
      cost += steps.isPreemption(step, schedule.thread(step)) ? 1 : 0;
    }
  }

  private void add(Deviations one, int cost) {
    if (cost > most) {
      return;
    }
    if (remembered++ >= MOST) {
      isWhole = false;
      return;
    }
    levels.get(cost).add(one);
  }

  @Override
  public boolean isComplete() {
    return isWhole && open.isEmpty() && levels.stream().allMatch(List::isEmpty);
  }

  @Override
  public String covered() {
    return most == 0
        ? "every schedule in which no thread loses its turn while it can go on"
        : "every schedule in which at most "
            + most
            + (most == 1 ? " thread loses its turn" : " threads lose their turn")
            + " while they can go on";
  }
}
