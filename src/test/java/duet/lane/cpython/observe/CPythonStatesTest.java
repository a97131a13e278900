package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What was seen and what was noted, put together. Times are milliseconds here, and the run starts
/// at 1000.
class CPythonStatesTest {
  private static final long MILLI = 1_000_000;
  private static final int GO = 1_000;
  private static final long TID = 7;

  private final Slices slices = new Slices(GO * MILLI);

  @Test
  void aNotedWaitSaysWhatAFutexWas() {
    seen(Activity.RUNNING, 1_010);
    seen(Activity.FUTEX, 1_110);
    seen(Activity.GIL, 1_115);
    seen(Activity.RUNNING, 1_120);
    assertStates(
        "7 lock 1011 1114 work 9",
        "RUNNING 0-10",
        "LOCK 10-110 work 9",
        "GIL 110-115 work",
        "RUNNING 115-120");
  }

  @Test
  void aFutexThatNothingNotesIsUnknown() {
    seen(Activity.FUTEX, 1_050);
    seen(Activity.SLEEP, 1_080);
    seen(Activity.IO, 1_090);
    seen(Activity.CHILD, 1_100);
    assertStates(
        "8 lock 1000 1100 work 0", "UNKNOWN 0-50", "SLEEP 50-80", "IO 80-90", "UNKNOWN 90-100");
  }

  @Test
  void twoWaitsInOneSliceStayApart() {
    seen(Activity.FUTEX, 1_100);
    assertStates(
        "7 wait 1001 1040 get 0\n7 lock 1060 1099 put 3",
        "WAIT 0-40 get",
        "UNKNOWN 40-60",
        "LOCK 60-100 put 3");
  }

  @Test
  void aWaitThatContainsOthersIsTheOneThatCounts() {
    seen(Activity.FUTEX, 1_100);
    assertStates("7 wait 1001 1097 get 0\n7 lock 1002 1096 acquire 3", "WAIT 0-100 get");
  }

  @Test
  void aWaitThatGoesOnFillsTheRest() {
    seen(Activity.RUNNING, 1_020);
    seen(Activity.FUTEX, 1_200);
    assertStates("7 join 1050 0 main 5", "RUNNING 0-20", "UNKNOWN 20-50", "JOIN 50-200 main 5");
  }

  @Test
  void aThreadEndsWhenItSaysSo() {
    seen(Activity.RUNNING, 1_040);
    seen(Activity.FUTEX, 1_045);
    assertStates("7 end 1042 0  0", "RUNNING 0-40", "UNKNOWN 40-42");
  }

  @Test
  void whatTheSystemHidesIsUnknownExceptForTheWaits() {
    var hidden = new ThreadLife(TID, "w", 1_010 * MILLI, 1_100 * MILLI, Optional.empty());
    assertEquals(
        List.of("UNKNOWN 10-50", "SLEEP 50-80 work", "UNKNOWN 80-100"),
        states("7 sleep 1050 1080 work 0", hidden));
  }

  @Test
  void whatAScriptHasDamagedIsLeftOut() {
    seen(Activity.FUTEX, 1_100);
    assertStates("7 lock 1000 1030 work 0\n7 nonsense 1 2 3 4", "LOCK 0-30 work", "UNKNOWN 30-100");
  }

  private void seen(Activity activity, int until) {
    slices.add(activity, until * MILLI);
  }

  private void assertStates(String noted, String... expected) {
    var life = new ThreadLife(TID, "w", GO * MILLI, slices.end(), Optional.of(slices));
    assertEquals(List.of(expected), states(noted, life));
  }

  private static List<String> states(String noted, ThreadLife life) {
    String nanos = noted.replaceAll("\\b(1\\d{3})\\b", "$1000000");
    return new CPythonStates(NotedWaits.of(nanos), GO * MILLI, 200 * MILLI)
        .of(List.of(life)).stream()
            .map(
                state ->
                    "%s %d-%d %s %s"
                        .formatted(
                            state.state(),
                            state.from() / MILLI,
                            state.to() / MILLI,
                            state.where(),
                            state.holder() == 0 ? "" : state.holder())
                        .strip())
            .toList();
  }
}
