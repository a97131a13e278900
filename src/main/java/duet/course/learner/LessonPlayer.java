package duet.course.learner;

import duet.course.lesson.LessonRun;
import duet.lane.Lane;
import duet.run.Play;
import duet.scenario.Scenario;
import java.util.List;

/// Plays a lesson's scenarios on the learner's terminal.
public interface LessonPlayer {
  /// Starts hosts while the learner reads.
  void prepare();

  /// The lanes that the learner has chosen.
  List<Lane> lanes();

  /// The speed that the learner has chosen.
  double speed();

  /// Plays a scenario once and shows it live.
  Play play(Scenario scenario, LessonRun how);

  /// Plays a scenario many times and shows the results.
  ///
  /// @return whether nobody interrupted it
  boolean playSeries(Scenario scenario, LessonRun how);

  /// Lets signals interrupt the calling thread, until the result is closed.
  Attention attend();

  /// Whether a signal came that ends the whole program; Ctrl-C ends only a play.
  boolean isToEnd();

  /// A time in which signals interrupt a thread.
  interface Attention extends AutoCloseable {
    @Override
    void close();
  }
}
