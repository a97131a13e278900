package duet.course.check;

import duet.batch.Batch;
import duet.batch.BatchListener;
import duet.lane.process.Hosts;
import duet.log.BatchHeader;
import duet.log.LogFile;
import duet.run.PlayOptions;
import duet.scenario.InputFault;
import duet.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Plays a whole course for a check, and saves every play to one log.
///
/// @param rules their retries hold only for what has to pass
/// @param lanes on which lanes scenarios play that lessons play on others
/// @param pass what has to pass
/// @param fail what must not pass
record CoursePlays(
    Hosts hosts,
    PlayOptions options,
    Batch.Rules rules,
    LessonLanes lanes,
    Path log,
    List<Scenario> pass,
    List<Scenario> fail) {
  CoursePlays {
    pass = pass.stream().filter(one -> !options.lanesOf(one).isEmpty()).toList();
    fail = fail.stream().filter(one -> !options.lanesOf(one).isEmpty()).toList();
  }

  /// How many attempts one call of [#play] or [#replay] may make.
  int attempts() {
    return 1 + rules.retries();
  }

  /// Plays everything once.
  ///
  /// @return whether nobody interrupted it
  /// @throws InputFault when the log cannot be written
  boolean play(BatchListener listener) throws InputFault {
    try (LogFile file = LogFile.open(log)) {
      List<String> paths = Stream.concat(pass.stream(), fail.stream()).map(Scenario::path).toList();
      file.begin(new BatchHeader(1, 1, paths, paths, false));
      var once = new Batch.Rules(rules.jobs(), 0, false);
      boolean isWhole =
          play(pass, options, rules, file, listener) && play(fail, options, once, file, listener);
      checkWritten(file);
      return isWhole;
    }
  }

  private boolean play(
      List<Scenario> all,
      PlayOptions how,
      Batch.Rules times,
      LogFile file,
      BatchListener listener) {
    for (var group : lanes.byOptions(how, all).entrySet()) {
      if (!new Batch(hosts, group.getKey(), times, file, listener).play(group.getValue())) {
        return false;
      }
    }
    return true;
  }

  /// Plays some scenarios once more at speed 1, since a higher speed distorts times.
  ///
  /// @param paths the paths of these scenarios
  /// @param earlier how many attempts were made before
  /// @return whether nobody interrupted it
  /// @throws InputFault when the log cannot be written
  boolean replay(Set<String> paths, int jobs, int earlier) throws InputFault {
    return replay(pass, paths, new Batch.Rules(jobs, rules.retries(), false, earlier))
        && replay(fail, paths, new Batch.Rules(jobs, 0, false, earlier));
  }

  private boolean replay(List<Scenario> all, Set<String> paths, Batch.Rules how) throws InputFault {
    List<Scenario> scenarios = all.stream().filter(one -> paths.contains(one.path())).toList();
    if (scenarios.isEmpty()) {
      return true;
    }
    PlayOptions slow = options.toBuilder().speed(1).build();
    try (LogFile file = LogFile.goOn(log, LogFile.Version.of(log))) {
      boolean isWhole = play(scenarios, slow, how, file, new BatchListener() {});
      checkWritten(file);
      return isWhole;
    }
  }

  /// A check needs the whole log.
  private static void checkWritten(LogFile file) throws InputFault {
    Optional<String> failure = file.failure();
    if (failure.isPresent()) {
      throw InputFault.usage(failure.get(), "Then run the check again.");
    }
  }
}
