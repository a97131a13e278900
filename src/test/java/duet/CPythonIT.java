package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.cli.CommandRun;
import duet.compare.BrokenExpectation;
import duet.compare.BrokenExpectation.About;
import duet.compare.Judgement;
import duet.console.TestConsole;
import duet.lane.Jit;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.Host;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostMessage.State;
import duet.lane.protocol.Outcome;
import duet.lane.sandbox.SandboxCheck;
import duet.program.TestContext;
import duet.run.Play;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.run.Run;
import duet.scenario.Scenario;
import duet.scenario.ScriptName;
import duet.scenario.ScriptNeeds;
import duet.scenario.folder.Home;
import duet.scenario.found.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Scripts play on the Pythons of this machine: on what `python3` starts, and with the profile
/// `thorough` on every version that is there.
class CPythonIT {
  /// Scripts of the corpus that end in another way on CPython, and why.
  private static final Map<String, String> DIFFERENT =
      Map.ofEntries(
          Map.entry("endless_builtin", "a call in C keeps the GIL, so nobody tells its place"),
          Map.entry("exception_inside_graalpy", "CPython checks what GraalPy does not"),
          Map.entry("exception_missing_package", "the package may be there"),
          Map.entry("exception_native_code", "native code loads"),
          Map.entry("patched_builtins", "Python itself fails at its end, with status 120"),
          Map.entry("processes_executable", "sys.executable is there"),
          Map.entry("processes_forked", "processes are forked"),
          Map.entry("processes_in_a_loop", "asyncio has pipes to programs"),
          Map.entry("processes_of_the_system", "os.fork is there"),
          Map.entry("processes_share_memory", "memory is shared"),
          Map.entry("processes_unguarded", "a forked process does not import the script"),
          Map.entry("recursion_limit", "the stack grows until the memory is full"),
          Map.entry("signals_all", "interrupt_main wakes no sleep"),
          Map.entry("signals_kill_itself", "the signal is named"),
          Map.entry("signals_uncaught", "interrupt_main wakes no lock"),
          Map.entry("signals_waited_for", "sigwait is there, and waits for ever"));

  @TempDir private Path folder;

  /// Those that can play here.
  private static List<Lane> lanes() {
    List<Lane> found =
        BuiltInLanes.lanes().others().stream()
            .filter(lane -> lane.obstacle(Home.find(), Jit.AUTO).isEmpty())
            .toList();
    return Duet.THOROUGH ? found : found.stream().limit(1).toList();
  }

  @BeforeEach
  void aPythonIsHere() {
    assumeTrue(!lanes().isEmpty(), "there is no python3");
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioOfTheCoursePlays() throws Exception {
    List<Scenario> scenarios =
        new Catalog(Home.find(), BuiltInLanes.lanes().scripts())
            .modules().stream().flatMap(module -> module.scenarios().stream()).toList();
    List<Scenario> chosen = Duet.THOROUGH ? scenarios : scenarios.stream().limit(2).toList();
    return lanes().stream()
        .flatMap(
            lane ->
                chosen.stream()
                    .map(
                        one ->
                            DynamicTest.dynamicTest(
                                lane.id() + " " + one.name(),
                                () -> {
                                  Play play = played(one, options(lane).speed(10).build());
                                  assertEquals(List.of(), broken(play));
                                })));
  }

  /// At this speed, times and the order of lines are not to be judged.
  private static List<String> broken(Play play) {
    return Judgement.of(play).broken().stream()
        .filter(one -> one.about() != About.WALL && one.about() != About.CPU)
        .filter(one -> one.about() != About.ORDER)
        .map(BrokenExpectation::sentence)
        .toList();
  }

  /// The endings that are documented for the embedded Python, on the first of the others.
  @TestFactory
  Stream<DynamicTest> badScriptsEndAsOnTheEmbeddedPython() throws Exception {
    Path corpus = Duet.ROOT.resolve("src/test/resources/corpus");
    Lane lane = lanes().getFirst();
    try (Stream<Path> scripts = Files.list(corpus)) {
      return scripts
          .filter(script -> Duet.THOROUGH && script.toString().endsWith(".py"))
          .filter(
              script ->
                  !DIFFERENT.containsKey(ScriptName.of(script.getFileName().toString()).stem()))
          .sorted()
          .toList()
          .stream()
          .map(
              script ->
                  DynamicTest.dynamicTest(
                      script.getFileName().toString(),
                      () -> {
                        CorpusCase one = CorpusCase.of(script);
                        Scenario scenario =
                            BuiltInLanes.lanes().scripts().scenarios(List.of(script)).getFirst();
                        PlayOptions.Builder options = options(lane);
                        one.timeout().ifPresent(options::timeout);
                        Run run = play(lane, scenario, options.build());
                        assertEquals(
                            List.of(), one.broken(run), () -> run.outcome() + " " + run.message());
                      }));
    }
  }

  @TestFactory
  Stream<DynamicTest> aScriptIsWhatItIsUnderPython3() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  """
                  import sys, threading, time
                  def work(n):
                      print('start', n)
                      time.sleep(0.01)
                      print('done', n, end='')
                  threads = [threading.Thread(target=work, args=(n,)) for n in (1, 2)]
                  for thread in threads: thread.start()
                  for thread in threads: thread.join()
                  print(sys.argv[1:], input(), __name__, __file__ == sys.argv[0])
                  print('ctypes' in sys.modules, 'json' in sys.modules, len(sys._current_frames()) < 3)
                  print('old\\rnew')
                  sys.stderr.write('wrong\\n')
                  open('%s', 'w').write('kept')
                  sys.exit(7)
                  """
                      .formatted(folder.resolve("kept")),
                  options(lane)
                      .arguments(List.of("a", "b"))
                      .needs(new ScriptNeeds(Optional.of("given\n"), false, List.of()))
                      .build());
          assertEquals(Outcome.FAILED, run.outcome());
          assertEquals("the script exited with status 7", run.message());
          assertEquals(
              Set.of("start 1", "start 2", "done 1", "done 2"), Set.copyOf(texts(run, 0, 4)));
          assertEquals(
              List.of("['a', 'b'] given __main__ True", "False False True", "new", "wrong"),
              texts(run, 4, 8));
          assertEquals(
              Set.of("Thread-1", "Thread-2"),
              run.lines().stream().limit(4).map(Line::thread).collect(Collectors.toSet()));
          assertEquals("kept", Files.readString(folder.resolve("kept")));
        });
  }

  @TestFactory
  Stream<DynamicTest> linesOfChildProcessesHaveTheirNames() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  """
                  import multiprocessing, os, sys, time
                  from concurrent.futures import ProcessPoolExecutor
                  def work(n):
                      print('child', n, 'x' * 5000)
                  if __name__ == '__main__':
                      for how in 'fork', 'spawn', 'forkserver':
                          process = multiprocessing.get_context(how).Process(target=work, args=(how,))
                          process.name = how
                          process.start()
                          process.join()
                      with ProcessPoolExecutor(2) as pool:
                          print(sum(pool.map(abs, range(100))))
                      if os.fork() == 0:
                          print('forked', end='')
                          sys.exit(3)
                      print(os.wait()[1] >> 8)
                  """,
                  options(lane).build());
          assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
          assertEquals(
              List.of("fork", "spawn", "forkserver", "main"),
              run.lines().stream().limit(4).map(Line::thread).toList());
          assertTrue(run.lines().getFirst().text().endsWith("xxx"));
          assertEquals(List.of("4950", "forked", "3"), texts(run, 3, 6));
        });
  }

  /// The script itself does not name `multiprocessing`.
  @Test
  void aModuleBesideTheScriptStartsProcesses() throws Exception {
    Files.writeString(
        folder.resolve("starting.py"),
        """
        import multiprocessing
        def work():
            print('spawned')
        def start():
            process = multiprocessing.get_context('spawn').Process(target=work, name='child')
            process.start()
            process.join()
        """);
    Lane lane = lanes().getFirst();
    Run run =
        play(
            lane,
            "import starting\nif __name__ == '__main__':\n    starting.start()\n",
            options(lane).build());
    assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
    assertEquals("child", run.lines().getFirst().thread());
  }

  /// The process that is started anew, and the one that it starts, sleep as long as the clock says.
  @TestFactory
  Stream<DynamicTest> theSpeedIsThatOfSpawnedProcesses() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  """
                  import multiprocessing, time
                  def work(depth):
                      begin = time.monotonic()
                      time.sleep(50)
                      multiprocessing.Event().wait(50)
                      print(time.monotonic() - begin < 50)
                      if depth:
                          start(depth - 1, 'inner')
                  def start(depth, name):
                      context = multiprocessing.get_context('spawn')
                      process = context.Process(target=work, args=(depth,), name=name)
                      process.start()
                      process.join()
                  if __name__ == '__main__':
                      start(1, 'outer')
                  """,
                  options(lane).speed(1000).build());
          assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
          assertEquals(List.of("True", "True"), texts(run, 0, 2));
          assertEquals(List.of("outer", "inner"), run.lines().stream().map(Line::thread).toList());
        });
  }

  @TestFactory
  Stream<DynamicTest> aDeadlockIsExplainedAsOnTheOtherLanes() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  Files.readString(
                      Duet.ROOT.resolve("src/test/resources/corpus/deadlock_forks.py")),
                  options(lane).build());
          assertEquals(Outcome.FAILED, run.outcome());
          assertTrue(run.message().contains("deadlock"), run.message());
          assertTrue(run.message().contains("held by"), run.message());
        });
  }

  /// Duet hears of it later, since it first waits for the GIL.
  @TestFactory
  Stream<DynamicTest> aThreadIsThereFromItsStartOn() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  """
                  import threading
                  def count():
                      print('began')
                      for _ in range(100_000): pass
                  for n in range(4):
                      print('starts')
                      threading.Thread(target=count, name=str(n)).start()
                  """,
                  options(lane).build());
          assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
          List<Line> starts = run.lines().stream().filter(l -> l.text().equals("starts")).toList();
          List<Line> began = run.lines().stream().filter(l -> l.text().equals("began")).toList();
          assertEquals(4, began.size());
          for (Line first : began) {
            Line start = starts.get(Integer.parseInt(first.thread()));
            long from =
                run.states().stream()
                    .filter(state -> state.tid() == first.tid())
                    .mapToLong(State::from)
                    .min()
                    .orElseThrow();
            assertTrue(start.nanos() <= from, "it is seen before it was started");
            assertTrue(from <= first.nanos(), "it prints before it is seen");
          }
        });
  }

  /// The main thread goes on until the test has heard of it.
  @TestFactory
  Stream<DynamicTest> aDeadlockOfSomeThreadsIsToldWhileOthersGoOn() {
    return each(
        lane -> {
          Path heard = folder.resolve("heard-" + lane.id());
          var told = new ArrayList<String>();
          Path file = folder.resolve("partial-" + lane.id() + ".py");
          Files.writeString(
              file,
              """
              import os, threading, time
              a, b, both = threading.Lock(), threading.Lock(), threading.Barrier(2)
              def take(first, second):
                  with first:
                      both.wait()
                      with second: pass
              for locks in (a, b), (b, a):
                  threading.Thread(target=take, args=locks, daemon=True).start()
              while not os.path.exists('%s'):
                  time.sleep(0.01)
              """
                  .formatted(heard));
          PlayListener listener =
              new PlayListener() {
                @Override
                public void stuck(String id, String explanation) {
                  told.add(explanation);
                  try {
                    Files.createFile(heard);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }
              };
          Run run =
              new Player(TestContext.hosts())
                  .play(
                      BuiltInLanes.lanes().scripts().scenarios(List.of(file)).getFirst(),
                      options(lane).build(),
                      listener)
                  .runs()
                  .getFirst();
          assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
          assertEquals(1, told.size(), told.toString());
          assertTrue(told.getFirst().contains("Thread-1"), told.getFirst());
          assertTrue(told.getFirst().contains("Lock b"), told.getFirst());
        });
  }

  /// Duet would give a process up that closes the pipe and lives on for more than two seconds.
  @TestFactory
  Stream<DynamicTest> aProgramThatTakesTheProcessOverIsAPartOfTheRun() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  """
                  import os
                  print('before', end='')
                  try:
                      os.execv('/no/such/program', ['none'])
                  except FileNotFoundError:
                      print(' and after')
                  os.execlp('sh', 'sh', '-c', 'echo in the program; sleep %s; exit 4')
                  """
                      .formatted(Duet.THOROUGH ? 3 : 0),
                  options(lane).build());
          assertEquals(Outcome.FAILED, run.outcome(), run.message());
          assertEquals("the script exited with status 4", run.message());
          assertEquals("before", run.lines().getFirst().text());
          assertEquals("in the program", run.lines().getLast().text());
        });
  }

  @TestFactory
  Stream<DynamicTest> processesOfTheLibraryWork() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  """
                  import asyncio, multiprocessing, sys
                  class Point:
                      def __init__(self, x): self.x = x
                  def twice(point):
                      return Point(2 * point.x)
                  async def echo():
                      pipes = dict(stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
                      process = await asyncio.create_subprocess_exec('cat', **pipes)
                      out, _ = await process.communicate(b'through pipes')
                      return out.decode(), process.returncode
                  if __name__ == '__main__':
                      print(*asyncio.run(echo()))
                      multiprocessing.set_start_method('spawn')
                      with multiprocessing.Pool(1) as pool:
                          print(pool.apply(twice, [Point(21)]).x)
                  """,
                  options(lane).build());
          assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
          assertEquals(List.of("through pipes 0", "42"), texts(run, 0, 2));
        });
  }

  @TestFactory
  Stream<DynamicTest> aLoopIsStoppedAtTheDeadline() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  "print('begun')\nwhile True:\n    pass\n",
                  options(lane).timeout(Duration.ofMillis(500)).build());
          assertEquals(Outcome.TIMED_OUT, run.outcome());
          assertEquals(List.of("begun"), texts(run, 0, 1));
          assertTrue(
              run.message().matches("(?s).*main  was running at script.*py:[23]"), run.message());
        });
  }

  @TestFactory
  Stream<DynamicTest> aScriptWithAWrongLineIsRejected() {
    return each(
        lane -> {
          Run run = play(lane, "x = 1\ny = (\n", options(lane).build());
          assertEquals(Outcome.REJECTED, run.outcome());
          assertTrue(run.message().contains(".py:2: SyntaxError"), run.message());
        });
  }

  @TestFactory
  Stream<DynamicTest> nativeCodeThatCrashesIsSaidToHaveCrashed() {
    return each(
        lane -> {
          Run run =
              play(
                  lane,
                  "print('before')\nimport ctypes\nctypes.string_at(0)\n",
                  options(lane).build());
          assertEquals(Outcome.CRASHED, run.outcome());
          assertTrue(run.message().contains("signal 11"), run.message());
          assertEquals(List.of("before"), texts(run, 0, 1));
        });
  }

  @Test
  void theSandboxConfinesIt() throws Exception {
    assumeTrue(SandboxCheck.obstacle(Home.find()).isEmpty(), "no sandbox here");
    Lane lane = lanes().getFirst();
    Run run =
        play(
            lane,
            """
            import os, socket
            for what in (lambda: open('/etc/passwd'), lambda: open('here', 'w').close(),
                         lambda: os.execv('/bin/true', ['true']), os.fork,
                         lambda: socket.create_connection(('127.0.0.1', 1))):
                try:
                    what()
                    print('allowed')
                except OSError:
                    print('refused')
            """,
            options(lane).sandbox(true).build());
    assertEquals(Outcome.COMPLETED, run.outcome(), run.message());
    assertEquals(List.of("refused", "allowed", "refused", "refused", "refused"), texts(run, 0, 5));
    assertFalse(Files.exists(folder.resolve("here")), "it was written to the scratch folder");
  }

  /// There is no Python 3.20 yet.
  @Test
  void whatIsNotInstalledIsLeftOut() {
    Duet run = Duet.run("run", "event", "--lanes", "cpython-3.20t,java", "--speed", 20);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.err().contains("left out cpython-3.20t: not installed here"), run.err());
    Duet alone = Duet.run("batch", folder, "--lanes", "cpython-3.20");
    assertEquals(5, alone.status(), alone.err());
    assertTrue(alone.err().contains("there is no cpython-3.20 on this machine"), alone.err());
  }

  /// However many lanes play, there is one comparison of all of them.
  @Test
  void threeLanesAreComparedTogether() throws Exception {
    Files.writeString(folder.resolve("three.py"), "print('a')\nprint('b')\n");
    Files.writeString(folder.resolve("three.java"), "void main() { IO.println(\"a\"); }");
    Duet run = Duet.run("run", folder, "--lanes", "python,cpython,java", "--json");
    List<String> comparisons =
        run.out().lines().filter(line -> line.contains("\"comparison\"")).toList();
    assertEquals(1, comparisons.size(), run.out());
    for (String part :
        List.of(
            "\"same_lines\":1,\"only_python\":0,\"only_cpython\":0,\"only_java\":0",
            "\"same_order\":false",
            "{\"left\":\"python\",\"right\":\"cpython\",\"same_lines\":2,",
            "{\"left\":\"python\",\"right\":\"java\",\"same_lines\":1,\"only_left\":1,")) {
      assertTrue(comparisons.getFirst().contains(part), comparisons::getFirst);
    }
  }

  @Test
  void theUserNamesAPython() {
    Path python = Path.of(folder.toString(), "no-python");
    Duet run = Duet.run("run", "event", "--lanes", "cpython", "--python", python);
    assertEquals(2, run.status(), run.out());
    assertTrue(run.err().contains("there is no program " + python), run.err());
    Duet other = Duet.run("run", "event", "--lanes", "java", "--python", python);
    assertTrue(other.err().contains("Choose the lane for it: --lanes cpython"), other.err());
  }

  @Test
  void itsSessionIsACommandOfThePrompt() throws Exception {
    Path named = folder.resolve("named");
    Files.writeString(named, "#!/bin/sh\nNAMED=mine exec python3 \"$@\"\n");
    assertTrue(named.toFile().setExecutable(true));
    CommandRun run =
        CommandRun.on(
            new TestConsole()
                .piped(
                    """
                    cpython 6 * 7
                    cpython _ + 1
                    set python %s
                    cpython import os; os.environ['NAMED']
                    time cpython 'a' + 'b'
                    set python %s
                    cpython-none 1
                    """
                        .formatted(named, folder)));
    assertEquals(
        List.of("42", "43", "The session begins anew", "'mine'", "'ab'"),
        run.out()
            .lines()
            .filter(line -> !line.startsWith("wall "))
            .map(line -> line.replaceAll(", on the Python .*", ""))
            .toList());
    assertEquals(2, run.status());
    assertTrue(run.err().contains("there is no program " + folder), run.err());
    assertTrue(run.err().contains("there is no command 'cpython-none'"), run.err());
  }

  /// It cannot be made new, so the next one starts as soon as one is taken.
  @Test
  void aHostPlaysOnce() throws Exception {
    Lane lane = lanes().getFirst();
    try (Hosts hosts = Hosts.lasting(Home.find());
        Host first = hosts.takeKept(lane, Jit.AUTO);
        Host second = hosts.takeKept(lane, Jit.AUTO)) {
      assertFalse(hosts.mayKeep(first));
      assertTrue(first.isAlive() && second.isAlive());
    }
  }

  private interface Check {
    void on(Lane lane) throws Exception;
  }

  private static Stream<DynamicTest> each(Check check) {
    return lanes().stream().map(lane -> DynamicTest.dynamicTest(lane.id(), () -> check.on(lane)));
  }

  private Run play(Lane lane, String text, PlayOptions options) throws Exception {
    Path file = folder.resolve("script-" + lane.id() + ".py");
    Files.writeString(file, text);
    return play(lane, BuiltInLanes.lanes().scripts().scenarios(List.of(file)).getFirst(), options);
  }

  private static Play played(Scenario scenario, PlayOptions options) {
    return new Player(TestContext.hosts()).play(scenario, options, new PlayListener() {});
  }

  private static Run play(Lane lane, Scenario scenario, PlayOptions options) {
    Run run = played(scenario, options).runs().getFirst();
    assertEquals(lane.id(), run.lane());
    return run;
  }

  private static PlayOptions.Builder options(Lane lane) {
    return PlayOptions.on(List.of(lane));
  }

  private static List<String> texts(Run run, int from, int to) {
    List<String> all = run.lines().stream().map(Line::text).toList();
    assertTrue(all.size() >= to, () -> run.outcome() + " " + all);
    return all.subList(from, to);
  }
}
