package duet.course.learner;

import duet.course.lesson.LessonRun;
import duet.lane.Lane;
import duet.run.Play;
import duet.scenario.Scenario;
import java.util.List;

/// Where a lesson's scenarios are played, for the learner to see.
public interface LessonPlayer {
  /// Gets ready while the learner reads.
  void prepare();

  /// The lanes that the learner has chosen.
  List<Lane> lanes();

  /// What the learner divides every sleep by.
  double speed();

  /// Plays a scenario once and shows it live.
  Play play(Scenario scenario, LessonRun how);

  /// Plays a scenario many times and shows what came of it.
  ///
  /// @return whether that was not interrupted
  boolean playSeries(Scenario scenario, LessonRun how);

  /// From now on until that is closed, a signal interrupts the calling thread.
  Attention attend();

  /// Whether a signal came that is to end the whole program, as Ctrl-C is not.
  boolean isToEnd();

  /// Being ready for signals.
  interface Attention extends AutoCloseable {
    @Override
    void close();
  }
}
