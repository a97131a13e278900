package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.process.PipeFault;
import duet.lane.protocol.HostExit;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Ending;
import duet.lane.protocol.HostMessage.Exiting;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.Occasion;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.HostMessage.Threads;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.ThreadState;
import duet.lane.protocol.ThreadView;
import duet.lane.protocol.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every phase of a lane's run, and every way from one to the next.
class LaneRunTest {
  private static final HostOrder.Load LOAD =
      new HostOrder.Load("s", Path.of("s.fake"), "text", 1, List.of(), true, 0);
  private static final Usage USED =
      new Usage(0.05, OptionalDouble.of(0.5), OptionalDouble.of(0.25));
  private static final ThreadView WAITS =
      new ThreadView("main", 1, ThreadState.WAIT, "s.fake:2", "Queue.get", 0, 2);
  private static final String WHAT_IT_DID =
      "what its threads were doing:\n  main  waited 2.0 s in Queue.get at s.fake:2";
  private static final String STANDSTILL =
      "standstill: every thread waits for what only another thread could do, and none is left to"
          + " do it\n  main  waited 2.0 s in Queue.get at s.fake:2";
  private static final String LATE =
      "still running after 5 s, so it was stopped. Give it longer: --timeout 10s";

  private final FakeClock clock = new FakeClock();
  private final NotedCalls noted = new NotedCalls();
  private final FakeHost host = new FakeHost();
  private final LaneRun run =
      new LaneRun(
          new FakeLane("fake"),
          Duration.ofSeconds(5),
          new RunRecorder(new FakeLane("fake").description(), 10, noted),
          clock);
  private long start;

  @Test
  void whatAHostDidNotFinishIsALineWhenItIsGone() {
    play();
    run.heard(new HostMessage.Unfinished(line(0, "work")));
    run.heard(new HostMessage.Unfinished(line(0, "working")));
    run.gone(HostExit.MEMORY_FULL, "");
    assertEquals(
        List.of("working"), run.run().orElseThrow().lines().stream().map(Line::text).toList());
  }

  @Test
  void linesAreInTheOrderInWhichTheyBegan() {
    play();
    run.heard(new Line(1, 5, "a", 1, OutputChannel.OUT, "meanwhile"));
    run.heard(new HostMessage.Unfinished(new Line(0, 3, "b", 2, OutputChannel.OUT, "working")));
    run.heard(new Line(2, 3, "b", 2, OutputChannel.OUT, "working done"));
    run.heard(new Ending(Outcome.COMPLETED, USED, ""));
    assertEquals(
        List.of("working done", "meanwhile"),
        run.run().orElseThrow().lines().stream().map(Line::text).toList());
  }

  @Test
  void aHostThatTellsWhatCannotBeIsNotBelieved() {
    host.using(3);
    play();
    clock.advanceSeconds(2);
    host.using(3.5);
    run.heard(new Ending(Outcome.COMPLETED, USED, ""));
    String message =
        "the fake host tells of 0.8 s of processor time, and the system counts 0.5 s. So nothing of"
            + " this run is believed.";
    assertEnded(Outcome.CRASHED, Usage.ofWall(2), message);
    assertTrue(host.isClosed());
  }

  @Test
  void aHostThatIsLostEndsTheRun() {
    play();
    run.heard(line(1, "hello"));
    run.lost(PipeFault.FALSE_LINE);
    run.heard(new Ending(Outcome.COMPLETED, USED, ""));
    Run ended = run.run().orElseThrow();
    assertEquals(Outcome.CRASHED, ended.outcome());
    assertEquals(EndingMessages.lost("fake", PipeFault.FALSE_LINE), ended.message());
    assertEquals(List.of(line(1, "hello")), ended.lines());
    assertTrue(host.isClosed());
  }

  @Test
  void anOrdinaryRunGoesThroughItsPhases() {
    assertTrue(run.isBooting());
    run.boot(host, LOAD);
    assertTrue(run.isBooting());
    run.heard(new HostMessage.Hello("Fake 1"));
    run.heard(new HostMessage.Ready());
    assertTrue(run.isReady() && !run.isBooting());
    start = clock.getAsLong();
    run.go(start);
    assertTrue(run.isPlaying() && !run.isReady());
    var state = new State(1, "main", ThreadState.RUNNING, 0, 9, "", 0);
    run.heard(line(1, "hello"));
    run.heard(state);
    run.heard(new Ending(Outcome.COMPLETED, USED, ""));
    assertFalse(run.isPlaying());
    assertEquals(
        Optional.of(
            new Run(
                "fake",
                false,
                "Fake 1",
                List.of(line(1, "hello")),
                0,
                Outcome.COMPLETED,
                USED,
                "",
                List.of(state))),
        run.run());
    assertEquals(
        List.of("fake booted Fake 1", "fake goes", "fake printed hello", "fake ended completed"),
        noted.calls());
    assertEquals(List.of(LOAD, new HostOrder.Go(start)), host.orders());
    assertFalse(host.isClosed());
  }

  @Test
  void whatFailedFirstIsToldBeforeTheStandstill() {
    play();
    run.heard(threads(Occasion.STANDSTILL));
    run.heard(new Exiting(USED, "uncaught in thread main"));
    assertEnded(Outcome.FAILED, USED, "uncaught in thread main\n" + STANDSTILL);
  }

  @Test
  void whatFailedFirstIsToldBeforeTheTimeout() {
    play();
    clock.advanceSeconds(6);
    run.checkTime();
    run.heard(threads(Occasion.STOP));
    run.heard(new Exiting(USED, "uncaught in thread main"));
    assertEnded(Outcome.TIMED_OUT, USED, "uncaught in thread main\n" + LATE + "\n" + WHAT_IT_DID);
  }

  @Test
  void whatComesAfterTheEndChangesNothing() {
    play();
    run.heard(new Ending(Outcome.FAILED, USED, "boom"));
    List<String> calls = noted.calls();
    run.heard(line(1, "late"));
    run.heard(new HostMessage.Hello("late"));
    run.heard(new HostMessage.Ready());
    run.heard(new Ending(Outcome.COMPLETED, USED, ""));
    run.heard(new Exiting(USED, ""));
    run.heard(threads(Occasion.DEADLOCK));
    run.heard(threads(Occasion.STANDSTILL));
    run.wrote("late", clock.getAsLong());
    run.gone(137, "late");
    run.interrupt();
    run.abandon();
    run.go(clock.getAsLong());
    clock.advanceSeconds(1_000);
    run.checkTime();
    assertEnded(Outcome.FAILED, USED, "boom");
    assertEquals(calls, noted.calls());
  }

  // -- the end of a host that did not tell how its script ended

  @ParameterizedTest
  @CsvSource({"0, COMPLETED, ''", "3, FAILED, the script exited with status 3"})
  void aScriptMayEndItsProcess(int status, Outcome outcome, String message) {
    play();
    clock.advanceSeconds(2);
    run.gone(status, "");
    assertEnded(outcome, Usage.ofWall(2), message);
    assertTrue(host.isClosed());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 70, 137})
  void aScriptThatSaysSoEndsWithAnyStatus(int status) {
    play();
    run.heard(new Exiting(USED, ""));
    assertTrue(run.isPlaying());
    run.gone(status, "");
    assertEnded(Outcome.FAILED, USED, "the script exited with status " + status);
  }

  @Test
  void aScriptThatSaysSoMayEndWell() {
    play();
    run.heard(new Exiting(USED, ""));
    run.gone(0, "");
    assertEnded(Outcome.COMPLETED, USED, "");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'uncaught in thread main: x', 'uncaught in thread main: x'",
    "3, 'uncaught in thread one: x', 'uncaught in thread one: x\nthe script exited with status 3'",
    "3, 'the script exited with status 3', 'the script exited with status 3'"
  })
  void whatFailedBeforeTheExitIsTold(int status, String failure, String told) {
    play();
    run.heard(new Exiting(USED, failure));
    run.gone(status, "");
    assertEnded(Outcome.FAILED, USED, told);
  }

  @ParameterizedTest
  @CsvSource({
    "70, 'a fault of its own, please report these lines'",
    "134, 'its virtual machine, or native code in it, crashed (signal 6)'",
    "137, 'its process was killed, by the script itself or from outside'",
    "139, 'its virtual machine, or native code in it, crashed (signal 11)'",
    "143, its process was ended by signal 15"
  })
  void aHostMayDieWhileItPlays(int status, String how) {
    play();
    clock.advanceSeconds(2);
    run.gone(status, "last line");
    assertEnded(
        Outcome.CRASHED,
        Usage.ofWall(2),
        "the fake host is gone: " + how + ". Play again; 'duet doctor' checks it.\nlast line");
  }

  @Test
  void aScriptMayFillItsMemory() {
    play();
    clock.advanceSeconds(2);
    run.gone(HostExit.MEMORY_FULL, "");
    assertEnded(Outcome.FAILED, Usage.ofWall(2), EndingMessages.memoryFull());
  }

  @ParameterizedTest
  @CsvSource({
    "0, its process ended with status 0",
    "1, its process ended with status 1",
    "70, 'a fault of its own, please report these lines'",
    "71, the script filled its memory",
    "137, 'its process was killed, by the script itself or from outside'"
  })
  void aHostMayDieBeforeItPlays(int status, String how) {
    boot();
    run.heard(new Exiting(USED, "")); // only a script that plays can end its process
    run.gone(status, "");
    String message = "the fake host is gone: " + how + ". Play again; 'duet doctor' checks it.";
    assertEnded(Outcome.CRASHED, Usage.ofWall(0), message);
  }

  @Test
  void aHostMayDieWhileItIsReady() {
    boot();
    run.heard(new HostMessage.Ready());
    run.gone(1, "");
    assertEquals(Outcome.CRASHED, run.run().orElseThrow().outcome());
  }

  // -- before "go"

  @Test
  void aScriptMayBeRejected() {
    boot();
    run.heard(new Ending(Outcome.REJECTED, Usage.ofWall(0), "s.fake:1: no"));
    assertEnded(Outcome.REJECTED, Usage.ofWall(0), "s.fake:1: no");
    assertFalse(host.isClosed());
    assertEquals(Optional.of(host), run.giveUpHost(), "it can play another one");
  }

  @Test
  void withoutAScriptOrAHostThereIsNoRun() {
    run.reject("s.fake: the file is empty");
    assertEnded(Outcome.REJECTED, Usage.ofWall(0), "s.fake: the file is empty");
    var other =
        new LaneRun(
            new FakeLane("o"),
            Duration.ofSeconds(5),
            new RunRecorder(new FakeLane("o").description(), 10, noted),
            clock);
    other.crash("its host does not start: no");
    assertEquals(
        new Run(
            "o",
            false,
            "",
            List.of(),
            0,
            Outcome.CRASHED,
            Usage.ofWall(0),
            "its host does not start: no",
            List.of()),
        other.run().orElseThrow());
  }

  @Test
  void bootingTakesTwoMinutesAtMost() {
    boot();
    clock.advanceSeconds(120);
    run.checkTime();
    assertTrue(run.isBooting());
    clock.advance(Duration.ofNanos(1));
    run.checkTime();
    assertEnded(
        Outcome.CRASHED,
        Usage.ofWall(0),
        "the fake host did not get ready. 'duet doctor' checks what it needs.");
    assertTrue(host.isClosed());
  }

  @Test
  void whoIsReadyMayWaitForAnyTime() {
    boot();
    run.heard(new HostMessage.Ready());
    clock.advanceSeconds(1_000);
    run.checkTime();
    assertTrue(run.isReady());
  }

  @Test
  void onlyWhoIsReadyGoes() {
    boot();
    run.go(clock.getAsLong());
    assertEquals(List.of(LOAD), host.orders());
    assertEquals(List.of(), noted.calls());
  }

  @Test
  void readyAndHelloMayComeAgain() {
    play();
    run.heard(new HostMessage.Ready());
    run.heard(new HostMessage.Hello("again"));
    assertTrue(run.isPlaying());
  }

  // -- the deadline

  @Test
  void atTheDeadlineTheHostIsAskedForItsReport() {
    play();
    clock.advanceSeconds(5);
    run.checkTime();
    assertEquals(2, host.orders().size());
    clock.advance(Duration.ofNanos(1));
    run.checkTime();
    run.checkTime();
    assertEquals(List.of(LOAD, new HostOrder.Go(start), new HostOrder.Stop()), host.orders());
    assertTrue(run.isPlaying());
    run.heard(line(7, "still printing"));
    run.heard(threads(Occasion.STOP));
    run.heard(new Exiting(USED, ""));
    assertEnded(Outcome.TIMED_OUT, USED, LATE + "\n" + WHAT_IT_DID, line(7, "still printing"));
    assertTrue(host.isClosed());
  }

  @Test
  void aHostThatDoesNotReportIsEnded() {
    stopAtTheDeadline();
    clock.advance(Duration.ofMillis(900));
    run.checkTime();
    assertTrue(run.isPlaying());
    clock.advance(Duration.ofNanos(2));
    run.checkTime();
    assertEnded(Outcome.TIMED_OUT, Usage.ofWall(5.900000003), LATE);
    assertTrue(host.isClosed());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 70, 71, 137})
  void aHostThatIsStoppedMayEndInAnyWay(int status) {
    stopAtTheDeadline();
    run.heard(threads(Occasion.STOP));
    run.gone(status, "whatever");
    assertEnded(Outcome.TIMED_OUT, Usage.ofWall(5.000000001), LATE + "\n" + WHAT_IT_DID);
  }

  @Test
  void aScriptThatEndsAtTheDeadlineHasEnded() {
    stopAtTheDeadline();
    run.heard(new Ending(Outcome.COMPLETED, USED, ""));
    assertEnded(Outcome.COMPLETED, USED, "");
  }

  @Test
  void whatAnEndingScriptUsedIsKept() {
    play();
    run.heard(new Exiting(USED, ""));
    clock.advanceSeconds(6);
    run.checkTime();
    run.gone(70, "");
    assertEnded(Outcome.TIMED_OUT, USED, LATE);
  }

  // -- interrupts

  @Test
  void anInterruptEndsWhatDoesNotPlayAtOnce() {
    boot();
    run.interrupt();
    assertEnded(Outcome.INTERRUPTED, Usage.ofWall(0), "");
    assertTrue(host.isClosed());
  }

  @Test
  void anInterruptAsksWhoPlaysForItsReport() {
    play();
    clock.advanceSeconds(2);
    run.interrupt();
    run.interrupt();
    assertEquals(
        List.of(LOAD, new HostOrder.Go(start), new HostOrder.Cancel(), new HostOrder.Stop()),
        host.orders());
    run.heard(threads(Occasion.STOP));
    run.heard(new Exiting(USED, ""));
    assertEnded(Outcome.INTERRUPTED, USED, WHAT_IT_DID);
  }

  @Test
  void anInterruptedRunMayBeAbandoned() {
    play();
    clock.advanceSeconds(2);
    run.interrupt();
    run.abandon();
    assertEnded(Outcome.INTERRUPTED, Usage.ofWall(2), "");
    assertTrue(host.isClosed());
  }

  // -- standstills

  @Test
  void aStandstillFailsTheRun() {
    play();
    run.heard(threads(Occasion.STANDSTILL));
    assertTrue(run.isPlaying());
    run.heard(new Exiting(USED, ""));
    assertEnded(Outcome.FAILED, USED, STANDSTILL);
    assertEquals(2, host.orders().size(), "the host ends the script itself");
  }

  @Test
  void aStandstillIsToldEvenIfItsHostDies() {
    play();
    clock.advanceSeconds(1);
    run.heard(threads(Occasion.STANDSTILL));
    run.gone(70, "");
    assertEnded(Outcome.FAILED, Usage.ofWall(1), STANDSTILL);
  }

  @Test
  void aHostThatStandsStillItselfIsEnded() {
    play();
    run.heard(threads(Occasion.STANDSTILL));
    clock.advanceSeconds(5);
    run.checkTime();
    assertTrue(run.isPlaying());
    clock.advance(Duration.ofNanos(1));
    run.checkTime();
    assertEnded(Outcome.FAILED, Usage.ofWall(5.000000001), STANDSTILL);
  }

  @Test
  void aStandstillIsTheReasonEvenAtTheDeadline() {
    stopAtTheDeadline();
    run.heard(threads(Occasion.STANDSTILL));
    run.heard(threads(Occasion.STOP));
    run.heard(new Exiting(USED, ""));
    assertEnded(Outcome.FAILED, USED, STANDSTILL);
  }

  @Test
  void aDeadlockOfSomeThreadsIsToldAtOnce() {
    play();
    run.heard(
        new Threads(
            Occasion.DEADLOCK,
            List.of(new ThreadView("a", 2, ThreadState.LOCK, "", "Lock", 2, 1))));
    assertTrue(run.isPlaying());
    assertEquals(
        "fake stuck deadlock: a thread waits for a lock that it holds itself",
        noted.calls().getLast());
  }

  @Test
  void aLookThatNobodyAskedForIsNotTold() {
    play();
    run.heard(threads(Occasion.STOP));
    clock.advanceSeconds(6);
    run.checkTime();
    run.gone(0, "");
    assertEnded(Outcome.TIMED_OUT, Usage.ofWall(6), LATE);
  }

  // -- the host afterwards

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"COMPLETED", "FAILED"})
  void aHostThatToldTheEndMayPlayAgain(Outcome outcome) {
    play();
    assertEquals(Optional.empty(), run.giveUpHost());
    run.heard(new Ending(outcome, USED, ""));
    assertEquals(Optional.of(host), run.giveUpHost());
    assertEquals(Optional.empty(), run.giveUpHost());
    run.close();
    assertFalse(host.isClosed(), "it is somebody else's now");
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"TIMED_OUT", "INTERRUPTED", "CRASHED"})
  void aHostThatTellsWhatItCannotKnowIsEnded(Outcome outcome) {
    play();
    run.heard(new Ending(outcome, USED, ""));
    assertEnded(outcome, USED, "");
    assertTrue(host.isClosed());
    assertEquals(Optional.empty(), run.giveUpHost());
  }

  @Test
  void aRunThatHasNotEndedClosesItsHost() {
    play();
    run.close();
    assertTrue(host.isClosed());
  }

  // -- output

  @Test
  void whatIsWrittenPastTheLanguageIsALineOfNoThread() {
    boot();
    run.wrote("too early", clock.getAsLong());
    run.heard(new HostMessage.Ready());
    run.go(clock.getAsLong());
    run.wrote("native", clock.getAsLong() + 5);
    clock.advanceSeconds(6);
    run.checkTime();
    run.wrote("late", clock.getAsLong());
    run.heard(new Exiting(USED, ""));
    assertEnded(
        Outcome.TIMED_OUT,
        USED,
        LATE,
        new Line(0, 5, "process", 0, OutputChannel.ERR, "native"),
        new Line(0, 6_000_000_000L, "process", 0, OutputChannel.ERR, "late"));
  }

  @Test
  void linesOfTheMiddleAreLeftOut() {
    play();
    for (int i = 1; i <= 12; i++) {
      run.heard(line(i, "line " + i));
    }
    run.heard(new Ending(Outcome.COMPLETED, USED, ""));
    assertEquals(
        List.of(
            "fake printed line 9",
            "fake omitted 2",
            "fake printed line 12",
            "fake ended completed"),
        noted.calls().subList(9, 13));
    assertEquals(2, run.run().orElseThrow().omitted());
    assertEquals(10, run.run().orElseThrow().lines().size());
  }

  private void boot() {
    run.boot(host, LOAD);
  }

  private void play() {
    boot();
    run.heard(new HostMessage.Ready());
    start = clock.getAsLong();
    run.go(start);
  }

  private void stopAtTheDeadline() {
    play();
    clock.advance(Duration.ofSeconds(5).plusNanos(1));
    run.checkTime();
  }

  private void assertEnded(Outcome outcome, Usage usage, String message, Line... lines) {
    assertEquals(
        Optional.of(
            new Run("fake", false, "", List.of(lines), 0, outcome, usage, message, List.of())),
        run.run());
    assertEquals("fake ended " + outcome.word(), noted.calls().getLast());
  }

  private static Line line(long seq, String text) {
    return new Line(seq, seq, "main", 1, OutputChannel.OUT, text);
  }

  private static Threads threads(Occasion occasion) {
    return new Threads(occasion, List.of(WAITS));
  }
}
