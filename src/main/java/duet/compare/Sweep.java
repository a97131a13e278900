package duet.compare;

import duet.compare.ThreadActivity.Life;
import duet.run.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long the same work takes with different numbers of threads; each lane is compared with
/// itself.
///
/// @param points by lane, then by number of threads
public record Sweep(List<Point> points) {
  public Sweep {
    points = List.copyOf(points);
  }

  /// How long a lane took with a number of threads.
  ///
  /// @param seconds how long each play took
  public record Point(String lane, int threads, List<Double> seconds) {
    public Point {
      seconds = seconds.stream().sorted().toList();
    }

    public double median() {
      int middle = seconds.size() / 2;
      return seconds.size() % 2 == 1
          ? seconds.get(middle)
          : (seconds.get(middle - 1) + seconds.get(middle)) / 2;
    }

    public double least() {
      return seconds.getFirst();
    }

    public double most() {
      return seconds.getLast();
    }
  }

  /// How long the work of a run took: from the start of the first thread that the script started to
  /// the end of the last one; the whole run if that is not known.
  public static double seconds(Run run) {
    List<Life> workers = ThreadActivity.of(run).workers();
    double from = workers.stream().mapToDouble(Life::from).min().orElse(0);
    double to = workers.stream().mapToDouble(Life::to).max().orElse(run.usage().wall());
    return to - from;
  }

  /// This sweep with one more measured time.
  public Sweep with(String lane, int threads, double seconds) {
    var more = new ArrayList<>(points);
    var times = new ArrayList<>(List.of(seconds));
    Optional<Point> known = point(lane, threads);
    known.ifPresent(point -> times.addAll(point.seconds()));
    var point = new Point(lane, threads, times);
    if (known.isPresent()) {
      more.set(more.indexOf(known.get()), point);
    } else {
      more.add(point);
    }
    return new Sweep(more);
  }

  /// The lanes, in the order in which they were first played.
  public List<String> lanes() {
    return points.stream().map(Point::lane).distinct().toList();
  }

  /// A lane's points, by number of threads.
  public List<Point> of(String lane) {
    return points.stream()
        .filter(point -> point.lane().equals(lane))
        .sorted(Comparator.comparing(Point::threads))
        .toList();
  }

  /// A lane's point with a number of threads.
  public Optional<Point> point(String lane, int threads) {
    return of(lane).stream().filter(point -> point.threads() == threads).findFirst();
  }

  /// How many times as fast a point is as the same lane with the fewest threads.
  public double speedup(Point point) {
    return of(point.lane()).getFirst().median() / point.median();
  }

  /// The error of the speed-up: half the difference between its values for the most and the least
  /// favourable times.
  public double error(Point point) {
    Point first = of(point.lane()).getFirst();
    double best = first.most() / point.least();
    double worst = first.least() / point.most();
    return point.equals(first) ? 0 : (best - worst) / 2;
  }
}
