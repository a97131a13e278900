package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How readings of a thread and of its counters become slices. Times are milliseconds here.
class ThreadTrackTest {
  private static final long MILLI = 1_000_000;

  private final ThreadTrack track = ThreadTrack.of(0, 0, 0, 0);

  @Test
  void countersSayHowLongAThreadRanBetweenTwoWaits() {
    read(0, Activity.GIL, 0, 0, 1);
    read(4, Activity.GIL, 0, 0, 1);
    read(5, Activity.RUNNING, 0, 0, 1);
    read(9, Activity.RUNNING, 0, 1, 2);
    read(10, Activity.GIL, 3, 1, 2);
    end(10);
    assertEquals(List.of("GIL 0-5", "READY 5-6", "RUNNING 6-9", "GIL 9-10"), slices());
  }

  @Test
  void aRunThatNoReadingSawCountsToo() {
    read(0, Activity.SLEEP, 0, 0, 1);
    read(8, Activity.SLEEP, 0, 0, 1);
    read(10, Activity.GIL, 1, 0, 2);
    end(10);
    assertEquals(List.of("SLEEP 0-8.5", "RUNNING 8.5-9.5", "GIL 9.5-10"), slices());
  }

  @Test
  void aWaitThatGoesOnIsNotReadAgain() {
    read(0, Activity.FUTEX, 2, 1, 3);
    assertTrue(track.isUnchanged(2 * MILLI, MILLI, 3));
    assertEquals(Activity.FUTEX, track.doing());
    assertFalse(track.isUnchanged(2 * MILLI, MILLI, 4));
    read(1, Activity.RUNNING, 2, 1, 4);
    assertFalse(track.isUnchanged(2 * MILLI, MILLI, 4), "it may run, and the counter be late");
  }

  /// It was started at 2, ran at 7, and Duet hears of it at 10.
  @Test
  void aNewThreadWaitsForTheGilFirst() {
    assertEquals(List.of("GIL 2-6", "READY 6-7", "RUNNING 7-10"), slices(told(true, 10, 1, 1)));
    assertEquals("HIDDEN 2-6", slices(told(false, 10, 1, 1)).getFirst());
    ThreadTrack late = told(true, 40, 3, 1);
    assertEquals(List.of("GIL 2-6", "READY 6-7", "HIDDEN 7-37", "RUNNING 37-40"), slices(late));
  }

  private static ThreadTrack told(boolean hasGil, long now, long cpu, long ready) {
    var birth = new ThreadTrack.Birth(2 * MILLI, 7 * MILLI, hasGil);
    return ThreadTrack.ofTold(birth, now * MILLI, cpu * MILLI, ready * MILLI);
  }

  /// While a thread runs its counter is late. What is taken for granted then is made up for later.
  @Test
  void theTotalsStayExact() {
    for (int at = 1; at <= 250; at++) {
      read(at, Activity.RUNNING, Math.max(0, at - 4), 0, 1);
    }
    read(260, Activity.GIL, 252, 3, 2);
    end(300);
    assertEquals(252, total(Activity.RUNNING), 0.001);
    assertEquals(3, total(Activity.READY), 0.001);
    assertEquals(45, total(Activity.GIL), 0.001);
  }

  /// Linux counts a wait for a core when it is over.
  @Test
  void aLongWaitForACoreIsNotTakenForAnythingElse() {
    read(1, Activity.RUNNING, 1, 0, 1);
    for (int at = 2; at <= 150; at++) {
      read(at, Activity.RUNNING, 1, 0, 1);
    }
    read(151, Activity.RUNNING, 2, 149, 2);
    end(151);
    assertEquals(2, total(Activity.RUNNING), 0.001);
    assertEquals(149, total(Activity.READY), 0.001);
  }

  /// It may have waited since before it was first looked at.
  @Test
  void aWaitForACoreIsNotPutWhereTheThreadWaitsForAnythingElse() {
    read(1, Activity.FUTEX, 0, 5, 2);
    read(2, Activity.FUTEX, 0, 5, 2);
    end(9);
    assertEquals(List.of("READY 0-1", "FUTEX 1-9"), slices());
  }

  @Test
  void aNewThreadHasRunBeforeDuetHeardOfIt() {
    ThreadTrack late = ThreadTrack.ofNew(10 * MILLI, 2 * MILLI, MILLI);
    late.add(11 * MILLI, Activity.SLEEP, 2 * MILLI, MILLI, 1);
    late.end(12 * MILLI);
    assertEquals(List.of("READY 7-8", "RUNNING 8-10", "SLEEP 10-12"), slices(late));
    assertEquals(MILLI, late.waitedForCore());
    assertEquals(2 * MILLI, late.cpu());
  }

  @Test
  void anEarlierThreadCountsFromNow() {
    ThreadTrack main = ThreadTrack.of(0, 0, 50 * MILLI, 9 * MILLI);
    main.add(5 * MILLI, Activity.FUTEX, 52 * MILLI, 10 * MILLI, 7);
    main.end(5 * MILLI);
    assertEquals(List.of("READY 0-1", "RUNNING 1-3", "FUTEX 3-5"), slices(main));
    assertEquals(MILLI, main.waitedForCore());
    assertEquals(2 * MILLI, main.cpu());
  }

  private void read(int at, Activity doing, int cpu, int ready, int turns) {
    track.add(at * MILLI, doing, cpu * MILLI, ready * MILLI, turns);
  }

  private void end(int at) {
    track.end(at * MILLI);
  }

  private double total(Activity activity) {
    var total = new long[1];
    track.slices().forEach((one, from, to) -> total[0] += one == activity ? to - from : 0);
    return total[0] / (double) MILLI;
  }

  private List<String> slices() {
    return slices(track);
  }

  private static List<String> slices(ThreadTrack track) {
    var all = new ArrayList<String>();
    track.slices().forEach((one, from, to) -> all.add(one + " " + text(from) + "-" + text(to)));
    return all;
  }

  private static String text(long nanos) {
    double millis = nanos / (double) MILLI;
    return millis == Math.rint(millis) ? String.valueOf((long) millis) : String.valueOf(millis);
  }
}
