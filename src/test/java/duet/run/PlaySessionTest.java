package duet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import duet.lane.Lane;
import duet.lane.process.HostListener;
import duet.lane.protocol.HostMessage;
import duet.lane.protocol.HostMessage.Ending;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.Outcome;
import duet.lane.protocol.OutputChannel;
import duet.lane.protocol.Usage;
import duet.scenario.Expectations;
import duet.scenario.Kind;
import duet.scenario.LineAgreement;
import duet.scenario.Scenario;
import duet.scenario.SeriesDeclaration;
import duet.scenario.file.FileBounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A whole play on hosts without processes, at a time that no clock tells.
class PlaySessionTest {
  private static final Usage USED = Usage.ofWall(0.05);

  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();
  private final FakeQueue reports = new FakeQueue(clock);
  private final NotedCalls noted = new NotedCalls();
  private List<Lane> lanes = List.of(new FakeLane("one"));
  private Kind kind = Kind.WAITS;
  private boolean sandbox;
  private String refusal = "";
  private FileBounds bounds = FileBounds.NONE;
  private int warmUps;

  @Test
  void togetherAllGoAtTheSameMoment() throws Exception {
    lanes = List.of(new FakeLane("one"), new FakeLane("two"));
    FakeHost one = playing();
    FakeHost two = playing();
    Play play = play(new FakeHosts(false, one, two));
    assertEquals(List.of(completed("one"), completed("two")), play.runs());
    assertEquals(
        List.of(
            "begins s together [one, two]",
            "one booted Fake",
            "two booted Fake",
            "one goes",
            "two goes",
            "one printed hello",
            "one ended completed",
            "two printed hello",
            "two ended completed",
            "finished s"),
        noted.calls());
    var go = new HostOrder.Go(clock.getAsLong() + 2_000_000);
    assertEquals(List.of(load("one"), go), one.orders());
    assertEquals(List.of(load("two"), go), two.orders());
    assertTrue(one.isClosed() && two.isClosed());
  }

  @Test
  void inTurnEachGoesWhenTheOneBeforeHasEnded() throws Exception {
    lanes = List.of(new FakeLane("one"), new FakeLane("two"));
    kind = Kind.CPU;
    var hosts = new FakeHosts(true, playing(), playing());
    Play play = play(hosts);
    assertEquals(List.of(completed("one"), completed("two")), play.runs());
    assertEquals(
        List.of(
            "one goes",
            "one printed hello",
            "one ended completed",
            "two goes",
            "two printed hello",
            "two ended completed",
            "finished s"),
        noted.calls().subList(3, 10));
    assertEquals(List.of("take one AUTO", "take two AUTO"), hosts.calls());
  }

  @Test
  void aLaneThatDoesNotBootDoesNotHoldUpTheOther() throws Exception {
    lanes = List.of(new FakeLane("one"), new FakeLane("two"));
    Play play = play(new FakeHosts(false, new FakeHost(), playing()));
    assertEquals(
        List.of(
            ended(
                "one",
                "",
                Outcome.CRASHED,
                Usage.ofWall(0),
                "the one host did not get ready. 'duet doctor' checks what it needs."),
            completed("two")),
        play.runs());
  }

  @Test
  void aLaneThatIsRejectedDoesNotGo() throws Exception {
    lanes = List.of(new FakeLane("one"), new FakeLane("two"));
    var rejection = new Ending(Outcome.REJECTED, Usage.ofWall(0), "s.one:1: no");
    FakeHost one = new FakeHost().on(HostOrder.Load.class, host -> host.said(rejection));
    Play play = play(new FakeHosts(false, one, playing()));
    assertEquals(
        List.of(
            ended("one", "", Outcome.REJECTED, Usage.ofWall(0), "s.one:1: no"), completed("two")),
        play.runs());
    assertEquals(List.of(load("one")), one.orders());
  }

  @Test
  void anEmptyScriptTakesNoHost() throws Exception {
    var hosts = new FakeHosts(false);
    Play play = play(hosts, " \n");
    assertEquals(
        List.of(
            ended(
                "one",
                "",
                Outcome.REJECTED,
                Usage.ofWall(0),
                "s.one: the file is empty, there is nothing to play. Write a script into it.")),
        play.runs());
    assertEquals(List.of(), hosts.calls());
  }

  @Test
  void aRefusedScenarioTakesNoHost() throws Exception {
    refusal = "s.duet.yaml:1: no. Fix the file and try again.";
    lanes = List.of(new FakeLane("one"), new FakeLane("two"));
    var hosts = new FakeHosts(false);
    Play play = play(hosts);
    assertEquals(
        List.of(
            ended("one", "", Outcome.REJECTED, Usage.ofWall(0), refusal),
            ended("two", "", Outcome.REJECTED, Usage.ofWall(0), refusal)),
        play.runs());
    assertEquals(List.of(), hosts.calls());
  }

  @Test
  void aScriptOutsideOfItsBoundsTakesNoHost() throws Exception {
    bounds = FileBounds.within(Files.createDirectory(folder.resolve("given")));
    var hosts = new FakeHosts(false);
    Play play = play(hosts);
    assertEquals(Outcome.REJECTED, play.runs().getFirst().outcome());
    assertTrue(play.runs().getFirst().message().contains(" outside of " + folder));
    assertEquals(List.of(), hosts.calls());
  }

  @Test
  void withoutAProgramThereIsNoHost() throws Exception {
    Play play = play(new FakeHosts(false));
    assertEquals(
        List.of(
            ended(
                "one",
                "",
                Outcome.CRASHED,
                Usage.ofWall(0),
                "its host does not start: no such program")),
        play.runs());
  }

  // -- deadline and interrupts

  @Test
  void aScriptThatNeverEndsIsStopped() throws Exception {
    FakeHost host = ready();
    Play play = play(new FakeHosts(true, host));
    assertEquals(Outcome.TIMED_OUT, play.runs().getFirst().outcome());
    assertEquals(6, play.runs().getFirst().usage().wall(), 0.1, "5 s, and 0.9 s for its report");
    assertEquals(new HostOrder.Stop(), host.orders().getLast());
    assertTrue(host.isClosed());
  }

  @Test
  void anInterruptWhileItBootsEndsThePlay() throws Exception {
    var host = new FakeHost();
    reports.interruptAfter(1, 1);
    Play play = play(new FakeHosts(false, host));
    assertEquals(List.of(ended("one", "", Outcome.INTERRUPTED, Usage.ofWall(0), "")), play.runs());
    assertTrue(host.isClosed());
    assertTrue(play.isInterrupted());
  }

  @Test
  void anInterruptWhileItPlaysAsksForTheReport() throws Exception {
    var report = new HostMessage.Exiting(USED, "");
    FakeHost host = ready().on(HostOrder.Stop.class, said -> said.said(report));
    reports.interruptAfter(1, 1);
    Play play = play(new FakeHosts(false, host));
    assertEquals(List.of(ended("one", "Fake", Outcome.INTERRUPTED, USED, "")), play.runs());
  }

  @Test
  void aSecondInterruptWaitsForNoReport() throws Exception {
    FakeHost host = ready();
    reports.interruptAfter(1, 2);
    Play play = play(new FakeHosts(false, host));
    assertEquals(Outcome.INTERRUPTED, play.runs().getFirst().outcome());
    assertEquals(1, play.runs().getFirst().usage().wall(), 0.1);
    assertTrue(host.isClosed());
  }

  @Test
  void inTurnAnInterruptEndsThoseThatHaveNotPlayed() throws Exception {
    lanes = List.of(new FakeLane("one"), new FakeLane("two"));
    kind = Kind.CPU;
    FakeHost two = playing();
    reports.interruptAfter(1, 1);
    Play play = play(new FakeHosts(false, ready(), two));
    assertEquals(
        List.of(Outcome.INTERRUPTED, Outcome.INTERRUPTED),
        play.runs().stream().map(Run::outcome).toList());
    assertEquals(List.of(load("two")), two.orders());
  }

  // -- hosts that are used again

  @Test
  void aHostThatIsKeptIsGivenBack() throws Exception {
    FakeHost host = playing();
    var hosts = new FakeHosts(true, host);
    play(hosts);
    assertEquals(List.of("take kept one AUTO", "give back one AUTO"), hosts.calls());
    assertEquals(new HostOrder.Again(), host.orders().getFirst());
    assertFalse(host.isClosed());
  }

  @Test
  void aHostThatIsNotKeptIsEnded() throws Exception {
    FakeHost host = playing();
    var hosts = new FakeHosts(false, host);
    play(hosts);
    assertEquals(List.of("take kept one AUTO"), hosts.calls());
    assertFalse(host.orders().contains(new HostOrder.Again()));
    assertTrue(host.isClosed());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void aHostThatIsGoneIsNotGivenBack(int status) throws Exception {
    FakeHost host = ready().on(HostOrder.Go.class, said -> said.gone(status, ""));
    var hosts = new FakeHosts(true, host);
    play(hosts);
    assertEquals(List.of("take kept one AUTO"), hosts.calls());
    assertTrue(host.isClosed());
  }

  @Test
  void whatIsMeasuredGetsAFreshHost() throws Exception {
    warmUps = 1;
    FakeHost host = playing();
    var hosts = new FakeHosts(true, host);
    play(hosts);
    assertEquals(List.of("take one AUTO"), hosts.calls());
    assertTrue(host.isClosed());
  }

  @Test
  void aConfinedScriptGetsItsOwnHost() throws Exception {
    sandbox = true;
    FakeHost host = playing();
    var hosts = new FakeHosts(true, host);
    play(hosts);
    assertEquals(List.of("take confined one AUTO s.one"), hosts.calls());
    assertTrue(host.isClosed());
  }

  /// What an earlier script has done to a host is no fault of the next one.
  @Test
  void aHostThatHasPlayedAndDiesWhileItBootsIsReplaced() throws Exception {
    FakeHost broken =
        new FakeHost().afterPlays(1).on(HostOrder.Load.class, said -> said.gone(3, "broken"));
    FakeHost fresh = playing();
    var hosts = new FakeHosts(true, broken, fresh);
    Play play = play(hosts);
    assertEquals(List.of(completed("one")), play.runs());
    assertEquals(
        List.of("take kept one AUTO", "take one AUTO", "give back one AUTO"), hosts.calls());
    assertTrue(broken.isClosed());
    assertFalse(fresh.isClosed());
  }

  @Test
  void aNewHostThatDiesWhileItBootsIsNotReplaced() throws Exception {
    FakeHost broken = new FakeHost().on(HostOrder.Load.class, said -> said.gone(3, "broken"));
    Play play = play(new FakeHosts(true, broken, playing()));
    assertEquals(
        List.of(
            ended(
                "one",
                "",
                Outcome.CRASHED,
                Usage.ofWall(0),
                "the one host is gone: its process ended with status 3. Play again; 'duet doctor'"
                    + " checks it.\nbroken")),
        play.runs());
  }

  @Test
  void aNewHostThatDiesOfADamagedCacheIsReplaced() throws Exception {
    FakeHost broken = new FakeHost().on(HostOrder.Load.class, said -> said.gone(134, ""));
    var hosts = new FakeHosts(true, broken, playing()).damaged();
    Play play = play(hosts);
    assertEquals(List.of(completed("one")), play.runs());
    assertTrue(broken.isClosed());
    assertTrue(hosts.calls().contains("mend one AUTO"));
  }

  @Test
  void aHostThatHasPlayedAndDiesWhileItPlaysIsNotReplaced() throws Exception {
    FakeHost host = ready().afterPlays(1).on(HostOrder.Go.class, said -> said.gone(137, ""));
    var hosts = new FakeHosts(true, host, playing());
    Play play = play(hosts);
    assertEquals(Outcome.CRASHED, play.runs().getFirst().outcome());
    assertEquals(List.of("take kept one AUTO"), hosts.calls());
  }

  @Test
  void whatIsWrittenPastTheLanguageIsStampedOnArrival() throws Exception {
    Consumer<HostListener> writes =
        said -> {
          clock.advanceSeconds(1);
          said.wrote("native");
          clock.advanceSeconds(1);
          said.said(new Ending(Outcome.COMPLETED, USED, ""));
        };
    Play play = play(new FakeHosts(false, ready().on(HostOrder.Go.class, writes)));
    assertEquals(
        List.of(new Line(0, 998_000_000, "process", 0, OutputChannel.ERR, "native")),
        play.runs().getFirst().lines());
  }

  /// Boots and gets ready.
  private static FakeHost ready() {
    return new FakeHost()
        .on(
            HostOrder.Load.class,
            said -> {
              said.said(new HostMessage.Hello("Fake"));
              said.said(new HostMessage.Ready());
            });
  }

  /// Plays a script that prints one line.
  private static FakeHost playing() {
    return ready()
        .on(
            HostOrder.Go.class,
            said -> {
              said.said(hello());
              said.said(new Ending(Outcome.COMPLETED, USED, ""));
            });
  }

  private static Line hello() {
    return new Line(1, 5, "main", 1, OutputChannel.OUT, "hello");
  }

  private static Run completed(String lane) {
    return new Run(
        lane, false, "Fake", List.of(hello()), 0, Outcome.COMPLETED, USED, "", List.of());
  }

  private static Run ended(
      String lane, String runtime, Outcome outcome, Usage usage, String message) {
    return new Run(lane, false, runtime, List.of(), 0, outcome, usage, message, List.of());
  }

  private HostOrder.Load load(String lane) {
    return new HostOrder.Load(
        "s", folder.resolve("s." + lane), "text", 1, List.of("argument"), true, warmUps);
  }

  private Play play(FakeHosts hosts) throws Exception {
    return play(hosts, "text");
  }

  private Play play(FakeHosts hosts, String text) throws Exception {
    Map<String, Path> sources = new HashMap<>();
    for (Lane lane : lanes) {
      sources.put(
          lane.description().suffix(),
          Files.writeString(folder.resolve("s." + lane.description().suffix()), text));
    }
    var scenario =
        new Scenario(
            "s",
            "",
            "",
            kind,
            new LineAgreement.Undeclared(),
            List.of(),
            SeriesDeclaration.NONE,
            Expectations.NONE,
            sources);
    var options =
        PlayOptions.on(lanes)
            .timeout(Duration.ofSeconds(5))
            .sandbox(sandbox)
            .arguments(List.of("argument"))
            .warmUps(warmUps)
            .build();
    return Player.play(
        new PlaySession(
            scenario.refused(refusal).within(bounds), options, noted, hosts, clock, reports),
        options.tempoOf(scenario));
  }
}
