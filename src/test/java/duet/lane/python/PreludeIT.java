package duet.lane.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import duet.scenario.folder.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Tests the modules of the [Prelude] by tests that are written in Python.
class PreludeIT {
  private static final Path AGENT =
      Home.find().root().resolve("src/main/resources/duet/lane/cpython");

  private static final Path MODULES =
      Home.find().root().resolve("src/main/resources/duet/lane/python/prelude");
  private static final Path EXPLORING =
      Home.find().root().resolve("src/main/resources/duet/lane/python/explore");
  private static final Path TESTS = Home.find().root().resolve("src/test/resources/prelude");
  private static final String LINTER = "pyflakes3";

  /// Finds the tests in a file, and runs one with those of the arguments that it names. What fails
  /// is told by its traceback.
  private static final String HARNESS =
      """
      import traceback

      def tests_in(text, file):
          space = {'__file__': file, '__name__': 'tests'}
          exec(compile(text, file, 'exec'), space)
          return [space[name] for name in space if name.startswith('test_')]

      def engine_of(load, exploring):
          import _thread
          plain = exploring('engine').Plain(_thread.allocate_lock, _thread.start_new_thread)

          def engine(text, every_access=False):
              made = exploring('engine').Engine(exploring, load, plain, every_access)
              made.compile('/none/script.py', text)
              return made

          return engine

      def run(test, load, make_loader, modules, folder, exploring):
          given = dict(load=load, make_loader=make_loader, modules=modules, folder=folder,
                       exploring=exploring, engine=engine_of(load, exploring))
          code = test.__code__
          try:
              test(*[given[name] for name in code.co_varnames[:code.co_argcount]])
              return ''
          except BaseException:
              return traceback.format_exc()
      """;

  @TempDir static Path folder;

  private static final List<AutoCloseable> OPEN = new ArrayList<>();

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable open : OPEN.reversed()) {
      open.close();
    }
  }

  @Test
  void everyModuleIsKnown() throws IOException {
    assertEquals(PreludeText.MODULES, names(MODULES).map(name -> name.replace(".py", "")).toList());
    assertEquals(
        PreludeText.EXPLORING, names(EXPLORING).map(name -> name.replace(".py", "")).toList());
  }

  @Test
  void theLinterFindsNothing() throws Exception {
    assumeTrue(isInstalled(LINTER), LINTER + " is not installed, so nothing was checked");
    Process linter =
        new ProcessBuilder(
                LINTER,
                MODULES.toString(),
                EXPLORING.toString(),
                AGENT.toString(),
                TESTS.toString())
            .redirectErrorStream(true)
            .start();
    assertEquals("", new String(linter.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(0, linter.waitFor());
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  @TestFactory
  Stream<DynamicContainer> modules() throws IOException {
    return tests(TESTS, python());
  }

  /// In another Python, since it changes that.
  @TestFactory
  Stream<DynamicContainer> theWholePrelude() throws IOException {
    return tests(TESTS.resolve("installed"), python());
  }

  /// In another Python, since exploring changes its built-in functions.
  @TestFactory
  @EnabledIfSystemProperty(named = "duet.thorough", matches = "true")
  Stream<DynamicContainer> exploring() throws IOException {
    return tests(TESTS.resolve("exploring"), python());
  }

  private static Stream<DynamicContainer> tests(Path files, Context python) throws IOException {
    Value scope = python.getBindings("python");
    python.eval("python", HARNESS);
    Value[] given = {
      Prelude.loader(python, ""),
      Prelude.makeLoader(python),
      scope.getContext().asValue(ProxyArray.fromList(List.copyOf(PreludeText.MODULES))),
      scope.getContext().asValue(folder.toString()),
      Prelude.exploring(python, "")
    };
    return names(files)
        .map(
            name -> {
              Value tests =
                  scope
                      .getMember("tests_in")
                      .execute(read(files.resolve(name)), files.resolve(name).toString());
              return DynamicContainer.dynamicContainer(
                  name,
                  Stream.iterate(0, i -> i < tests.getArraySize(), i -> i + 1)
                      .map(tests::getArrayElement)
                      .map(test -> dynamicTest(test, scope.getMember("run"), given)));
            });
  }

  private static DynamicTest dynamicTest(Value test, Value run, Value... given) {
    var arguments = new ArrayList<Object>(List.of(test));
    arguments.addAll(List.of(given));
    return DynamicTest.dynamicTest(
        test.getMember("__name__").asString().replace('_', ' '),
        () -> assertEquals("", run.execute(arguments.toArray()).asString()));
  }

  private static Context python() {
    Path program = Home.find().program();
    System.setProperty(
        "polyglot.engine.userResourceCache", program.resolve("resources").toString());
    Engine engine =
        Engine.newBuilder("python")
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    OPEN.add(engine);
    Context context =
        Context.newBuilder("python")
            .engine(engine)
            .allowExperimentalOptions(true)
            .allowIO(IOAccess.ALL)
            .allowCreateThread(true)
            .option("python.PosixModuleBackend", "java")
            .option("python.UnbufferedIO", "true")
            .option("python.NoSiteFlag", "true")
            .option("python.DontWriteBytecodeFlag", "false")
            .option("python.PyCachePrefix", program.resolve("bytecode").toString())
            .build();
    OPEN.add(context);
    return context;
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
