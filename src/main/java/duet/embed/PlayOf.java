package duet.embed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a parameter of a JUnit test that is a [Played]: the scenario is played before the test.
///
/// ```java
/// @ExtendWith(DuetExtension.class)
/// class HomeworkTest {
///   @Test
///   void bothThreadsEnd(@PlayOf(value = {"homework/two.py", "homework/two.java"}) Played played) {
///     played.assertAsExpected();
///     assertEquals("done", played.lines("python").getLast());
///   }
/// }
/// ```
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface PlayOf {
  /// The name of a scenario of the course, or the paths of scripts with one stem.
  String[] value();

  /// The number that every sleep and timed wait is divided by.
  double speed() default 1;

  /// How many seconds a script may run.
  int seconds() default 60;

  /// The ids of the lanes that play, such as `python`; empty for the usual ones.
  String[] lanes() default {};

  /// The command line arguments of the scripts.
  String[] arguments() default {};

  /// Whether the scripts run in the sandbox, for other people's scripts.
  boolean sandbox() default false;
}
