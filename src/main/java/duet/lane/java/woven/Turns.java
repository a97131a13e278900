package duet.lane.java.woven;

import duet.lane.java.explore.schedule.Schedule;
import duet.lane.java.explore.schedule.Sites;
import org.jspecify.annotations.Nullable;

/// The places at which the threads of an explored script take turns. Calls to these methods are put
/// before its reads and writes of what threads can share, and instead of its monitors.
public final class Turns {
  private Turns() {}

  /// Another thread may get its turn before what follows at this place.
  public static void at(int site) {
    Schedule.current().step(Sites.get(site));
  }

  /// A call follows at this place, which takes a turn itself.
  public static void site(int site) {
    Schedule.current().site(Sites.get(site));
  }

  /// The index of the element that is read or written.
  public static void index(int index) {
    Schedule.current().index(index);
  }

  /// What was read or is to be written.
  public static void value(@Nullable Object value) {
    Schedule schedule = Schedule.current();
    if (schedule.isDetailed()) {
      schedule.value(text(value));
    }
  }

  /// What was read or is to be written.
  public static void value(int value) {
    Schedule schedule = Schedule.current();
    if (schedule.isDetailed()) {
      schedule.value(String.valueOf(value));
    }
  }

  /// What was read or is to be written.
  public static void value(long value) {
    Schedule schedule = Schedule.current();
    if (schedule.isDetailed()) {
      schedule.value(String.valueOf(value));
    }
  }

  /// What was read or is to be written.
  public static void value(double value) {
    Schedule schedule = Schedule.current();
    if (schedule.isDetailed()) {
      schedule.value(String.valueOf(value));
    }
  }

  /// What was read or is to be written.
  public static void value(boolean value) {
    Schedule schedule = Schedule.current();
    if (schedule.isDetailed()) {
      schedule.value(String.valueOf(value));
    }
  }

  /// What was read or is to be written.
  public static void value(char value) {
    Schedule schedule = Schedule.current();
    if (schedule.isDetailed()) {
      schedule.value("'" + value + "'");
    }
  }

  /// Only what needs no code of the script.
  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> '"' + text + '"';
      case Number number when number.getClass().getClassLoader() == null -> number.toString();
      case Boolean truth -> truth.toString();
      case Enum<?> constant -> constant.name();
      default -> {
        String name = value.getClass().getSimpleName();
        yield value.getClass().isArray() || name.isEmpty() ? "…" : "a " + name;
      }
    };
  }

  /// Takes the monitor of an object.
  public static void enter(Object object, int site) {
    Schedule schedule = Schedule.current();
    schedule.site(Sites.get(site));
    schedule.enter(object, true);
  }

  /// Releases the monitor of an object.
  public static void exit(Object object, int site) {
    Schedule schedule = Schedule.current();
    schedule.site(Sites.get(site));
    schedule.exit(object, true);
  }

  /// Takes the monitor of an object in a class of the JDK.
  public static void enter(Object object) {
    Schedule.current().enter(object, false);
  }

  /// Releases the monitor of an object in a class of the JDK.
  public static void exit(Object object) {
    Schedule.current().exit(object, false);
  }

  /// A class begins to initialise itself.
  public static void beginInitialising() {
    Schedule.current().initialises(true);
  }

  /// A class has initialised itself.
  public static void endInitialising() {
    Schedule.current().initialises(false);
  }

  /// The script is about to do what cannot be scheduled.
  public static void refuse(String what) {
    Schedule.current().refuse(what);
  }

  /// The script is about to do input or output.
  public static void io() {
    Schedule.current().doesIo();
  }
}
