package duet.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import duet.lane.HostProgram;
import duet.lane.Jit;
import duet.lane.Jvm;
import duet.lane.Lane;
import duet.lane.builtin.BuiltInLanes;
import duet.lane.process.HostLauncher;
import duet.lane.process.Hosts;
import duet.lane.protocol.HostMessage.Line;
import duet.lane.protocol.HostOrder;
import duet.lane.protocol.OrderLines;
import duet.lane.protocol.PipeKey;
import duet.run.PlayListener;
import duet.run.PlayOptions;
import duet.run.Player;
import duet.scenario.Scenario;
import duet.scenario.folder.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How fast Duet is, against what a user would use instead: `mvn -B verify -Pbenchmark`. Ours and
/// the anchor are measured in turn, in one run, on one machine; only ratios mean anything.
final class Benchmark {
  private final Home home = Home.find();
  private final Path scripts = home.root().resolve("src/test/resources/bench");
  private final String duet = home.scripts().resolve("duet").toString();
  private final String java = Jvm.OWN_JAVA_HOME.resolve("bin/java").toString();
  private final Lane python = BuiltInLanes.lanes().usual().getFirst();
  private final Table table;

  private Benchmark(int rounds) {
    table = new Table(rounds);
  }

  private interface Step {
    void measure() throws Exception;
  }

  /// Measures everything, or some of it.
  ///
  /// @param args how many rounds, 5 if nothing is said; then what to measure, such as `batch`
  public static void main(String[] args) throws Exception {
    var benchmark = new Benchmark(args.length > 0 ? Integer.parseInt(args[0]) : 5);
    var steps = new LinkedHashMap<String, Step>();
    steps.put("prompt", benchmark::prompt);
    steps.put("repl", benchmark::repl);
    steps.put("cold", benchmark::coldStart);
    steps.put("warm", benchmark::warmStart);
    steps.put("ready", benchmark::hostReady);
    steps.put("computing", benchmark::computing);
    steps.put("evidence", benchmark::evidence);
    steps.put("printing", benchmark::printing);
    steps.put("cpython", benchmark::cpython);
    steps.put("batch", benchmark::batch);
    steps.put("sleeping", benchmark::sleeping);
    steps.put("memory", benchmark::memory);
    List<String> wanted = List.of(args).subList(Math.min(1, args.length), args.length);
    for (var step : steps.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(step.getKey())) {
        step.getValue().measure();
      }
    }
  }

  /// Each of these takes minutes, and is measured once.
  private void batch() throws Exception {
    var batches = new Batches(scripts, duet, java);
    double hundred = batches.batch(100);
    table.ratio("`duet batch`: 400 script pairs", "100 of them", batches.batch(400), hundred, 4.2);
    if (Timed.exists("python3")) {
      table.ratio(
          "`duet batch`: 100 script pairs",
          "`python3 x.py; java x.java` in a loop",
          hundred,
          batches.shell(100),
          0.25);
    } else {
      table.skip("`duet batch` against a shell's loop", "there is no python3");
    }
  }

  private void prompt() throws Exception {
    Table.Measurement list = () -> Timed.run(List.of(duet, "list"), _ -> false).allSeconds();
    String jshell = Jvm.OWN_JAVA_HOME.resolve("bin/jshell").toString();
    table.pair(
        "`duet list`",
        "jshell to its prompt",
        0.30,
        list,
        () -> Timed.run(List.of(jshell), Map.of(), "/exit\n", _ -> false).allSeconds());
    if (Timed.exists("ipython")) {
      table.pair(
          "`duet list`",
          "IPython to its prompt",
          0.80,
          list,
          () -> Timed.run(List.of("ipython"), Map.of(), "exit\n", _ -> false).allSeconds());
    } else {
      table.skip("`duet list` against IPython", "IPython is not installed");
    }
  }

  /// The prompt of the REPL, as somebody at a terminal waits for it.
  private void repl() throws Exception {
    if (!Prompt.isPossible()) {
      table.skip("`duet` to its prompt", "script(1) is not installed");
      return;
    }
    Table.Measurement ours = () -> Prompt.seconds(duet, "duet> ");
    String jshell = Jvm.OWN_JAVA_HOME.resolve("bin/jshell").toString();
    table.pair(
        "`duet` to its prompt",
        "jshell to its prompt",
        0.50,
        ours,
        () -> Prompt.seconds(jshell, "jshell> "));
    if (Timed.exists("ipython")) {
      table.pair(
          "`duet` to its prompt",
          "IPython to its prompt",
          1.20,
          ours,
          () -> Prompt.seconds("ipython", "In ["));
    }
  }

  private void coldStart() throws Exception {
    table.pair(
        "cold `duet run`, start to first Python line",
        "naive embedding",
        0.12,
        () -> firstLine("python", "hello.py", "hello.java"),
        () -> Timed.run(naive("hello.py"), line -> line.equals("first line")).firstSeconds());
    Table.Measurement anchor =
        () ->
            Timed.run(List.of(java, script("hello.java")), line -> line.equals("first line"))
                .firstSeconds();
    table.pair(
        "cold `duet run`, start to first Java line, of a file that was played before",
        "`java FILE`",
        0.60,
        () -> firstLine("java", "hello.java"),
        anchor);
    table.pair(
        "the same, of a new file",
        "`java FILE`",
        0.60,
        () -> firstLine("java", newCopy("hello.java")),
        anchor);
  }

  private double firstLine(String lane, String... files) throws Exception {
    var command = new ArrayList<>(List.of(duet, "run", "--json"));
    Stream.of(files).map(this::script).forEach(command::add);
    return Timed.run(command, line -> line.contains("\"line\"") && line.contains(lane))
        .firstSeconds();
  }

  /// The path of a copy of a Java file that nobody has compiled yet.
  private String newCopy(String file) throws Exception {
    Path copy = Files.createTempDirectory("duet").resolve(file);
    Files.writeString(copy, Files.readString(Path.of(script(file))) + "// " + System.nanoTime());
    return copy.toString();
  }

  /// From the request to the first line of the later lane, with spares that had time to boot.
  private void warmStart() throws Exception {
    table.pair(
        "warm: request to the first line of both lanes, of files that were played before",
        "cold",
        0.05,
        () -> bothFirstLines(script("hello.java"), true),
        () -> bothFirstLines(script("hello.java"), false));
    table.pair(
        "the same, of new files",
        "cold",
        0.05,
        () -> bothFirstLines(newCopy("hello.java"), true),
        () -> bothFirstLines(newCopy("hello.java"), false));
  }

  private double bothFirstLines(String javaFile, boolean warm) throws Exception {
    Scenario scenario =
        BuiltInLanes.lanes()
            .scripts()
            .scenarios(List.of(Path.of(script("hello.py")), Path.of(javaFile)))
            .getFirst();
    var options = PlayOptions.on(BuiltInLanes.lanes().usual()).maxLines(1_000_000).build();
    try (var hosts = new Hosts(home)) {
      if (warm) {
        BuiltInLanes.lanes().usual().forEach(lane -> hosts.prepare(lane, Jit.AUTO));
        Thread.sleep(5_000);
      }
      long start = System.nanoTime();
      var first = new HashMap<String, Double>();
      new Player(hosts)
          .play(
              scenario,
              options,
              new PlayListener() {
                @Override
                public void printed(String lane, Line line) {
                  first.putIfAbsent(lane, Timed.seconds(start));
                }
              });
      return first.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }
  }

  private void hostReady() throws Exception {
    List<String> ours = python.program(home, Jit.AUTO).command();
    table.pair(
        "Python host with the JIT, JVM start until ready",
        "`--upgrade-module-path`, no AOT cache",
        0.30,
        () -> untilReady(ours),
        () -> untilReady(onUpgradeModulePath()));
  }

  private List<String> onUpgradeModulePath() {
    String jars = home.program().resolve("jit").toString();
    var program = (HostProgram.OnJvm) python.program(home, Jit.AUTO);
    Jvm jvm = program.jvm();
    var options = new ArrayList<>(jvm.options());
    options.add("--upgrade-module-path=" + jars);
    Home noCaches = new Home(home.root(), home.program().resolve("none"));
    return new Jvm(noCaches, "none", Jvm.OWN_JAVA_HOME, jvm.folders(), List.of(), options)
        .command(program.hostClass());
  }

  private double untilReady(List<String> command) throws Exception {
    long start = System.nanoTime();
    Process process = HostLauncher.wired(command, "benchmark").start();
    PipeKey key = PipeKey.random();
    try (var in = process.getOutputStream();
        var out = process.inputReader()) {
      key.write(in);
      Path file = Path.of(script("hello.py"));
      var order = new HostOrder.Load("hello", file, Files.readString(file), 1, List.of(), true, 0);
      in.write(key.orders().tagged(OrderLines.of(order)));
      in.flush();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.contains("\"ready\"")) {
          return Timed.seconds(start);
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return Double.NaN;
  }

  private void computing() throws Exception {
    if (!Timed.exists("python3")) {
      table.skip("computing against CPython", "there is no python3");
      return;
    }
    String file = script("cpu.py");
    Map<String, Double> ours = best(texts("python", file));
    Map<String, Double> theirs =
        best(Timed.run(List.of("python3", file), _ -> false).lines().stream());
    double product = 1;
    for (String kind : List.of("fib", "countdown", "sieve", "strings", "dicts")) {
      double mine = ours.getOrDefault(kind, Double.NaN);
      double other = theirs.getOrDefault(kind, Double.NaN);
      table.ratio("steady state: " + kind, "CPython", mine, other, 0.5);
      product *= mine / other;
    }
    table.ratio("steady state: geometric mean", "CPython", Math.pow(product, 0.2), 1, 0.25);
    table.pair(
        "the same file, cold, process start to end",
        "CPython",
        0.8,
        () -> Timed.run(List.of(duet, "run", "--json", file), _ -> false).allSeconds(),
        () -> Timed.run(List.of("python3", file), _ -> false).allSeconds());
  }

  private Stream<String> texts(String lane, String... files) throws Exception {
    var command = new ArrayList<>(List.of(duet, "run", "--json", "--timeout", "5m"));
    command.addAll(List.of(files));
    return Timed.run(command, _ -> false).lines().stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .filter(o -> o.has("text") && o.get("lane").getAsString().equals(lane))
        .map(o -> o.get("text").getAsString());
  }

  private static Map<String, Double> best(Stream<String> lines) {
    var best = new HashMap<String, Double>();
    lines.map(line -> line.split(" ")).forEach(w -> best.put(w[0], Double.parseDouble(w[1])));
    return best;
  }

  /// What it costs to find out what threads do, where they only compute.
  private void evidence() throws Exception {
    for (Lane lane : BuiltInLanes.lanes().usual()) {
      table.pair(
          "`cpu_bound`, " + lane.id() + " lane, with the states of its threads",
          "without",
          1.03,
          () -> computed(lane, "on"),
          () -> computed(lane, "off"));
    }
  }

  private double computed(Lane lane, String timeline) throws Exception {
    var command =
        List.of(duet, "run", "cpu_bound", "--lanes", lane.id(), "--json", "--timeline", timeline);
    return Timed.run(command, _ -> false).lines().stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .filter(o -> o.has("wall_s"))
        .mapToDouble(o -> o.get("wall_s").getAsDouble())
        .findFirst()
        .orElse(Double.NaN);
  }

  private void printing() throws Exception {
    table.pair(
        "4 threads print 100,000 lines each, captured and logged",
        "GraalPy to a null stream",
        1.25,
        () -> took(texts("python", script("print.py")).toList()),
        () -> {
          List<String> naive = new ArrayList<>(naive("print.py"));
          naive.add("null");
          return took(Timed.run(naive, _ -> false).lines());
        });
  }

  /// The lane of what `python3` starts, against that Python itself.
  private void cpython() throws Exception {
    if (BuiltInLanes.lanes().others().getFirst().obstacle(home, Jit.AUTO).isPresent()) {
      table.skip("the lane cpython", "there is no python3");
      return;
    }
    table.pair(
        "`duet run hello.py --lanes cpython`, start to first line",
        "`duet list`, then `python3 hello.py`",
        1.5,
        () -> onCPython("hello.py").firstSeconds(),
        () ->
            Timed.run(List.of(duet, "list"), _ -> false).allSeconds()
                + plain("hello.py").allSeconds());
    table.pair(
        "`cpu.py` on the lane cpython, what it computed",
        "python3",
        1.03,
        () -> sum(onCPython("cpu.py").lines().stream().flatMap(Benchmark::text)),
        () -> sum(plain("cpu.py").lines().stream()));
    table.pair(
        "`print.py` on the lane cpython, captured",
        "python3 to a pipe",
        1.5,
        () -> took(onCPython("print.py").lines().stream().flatMap(Benchmark::text).toList()),
        () -> took(plain("print.py").lines()));
  }

  private Timed onCPython(String file) throws Exception {
    return Timed.run(
        List.of(duet, "run", "--json", "--timeout", "5m", "--lanes", "cpython", script(file)),
        line -> line.contains("\"line\""));
  }

  private Timed plain(String file) throws Exception {
    return Timed.run(List.of("python3", script(file)), _ -> false);
  }

  private static Stream<String> text(String json) {
    JsonObject object = JsonParser.parseString(json).getAsJsonObject();
    return object.has("text") ? Stream.of(object.get("text").getAsString()) : Stream.empty();
  }

  private static double sum(Stream<String> lines) {
    return best(lines).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double took(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("took "))
        .mapToDouble(line -> Double.parseDouble(line.substring(5)))
        .findFirst()
        .orElse(Double.NaN);
  }

  private void sleeping() throws Exception {
    for (String file : List.of("sleep.py", "sleep.java")) {
      List<JsonObject> lines =
          Timed.run(List.of(duet, "run", "--json", script(file)), _ -> false).lines().stream()
              .map(line -> JsonParser.parseString(line).getAsJsonObject())
              .filter(o -> o.has("text"))
              .toList();
      var before = new HashMap<Long, Double>();
      var errors = new ArrayList<Double>();
      for (JsonObject line : lines) {
        long tid = line.get("tid").getAsLong();
        double t = line.get("t").getAsDouble();
        if (line.get("text").getAsString().equals("before")) {
          before.put(tid, t);
        } else {
          errors.add(Math.abs(t - before.getOrDefault(tid, Double.NaN) - 1) * 1e3);
        }
      }
      errors.sort(null);
      table.limit(
          "`sleep(1)` 200 times, " + file + ", p99 of the error",
          "ms",
          errors.get((int) (errors.size() * 0.99) - 1),
          10);
    }
  }

  private void memory() throws Exception {
    for (Lane lane : BuiltInLanes.lanes().usual()) {
      List<String> command = lane.program(home, Jit.AUTO).command();
      Process host = HostLauncher.wired(command, "benchmark").start();
      try (var in = host.getOutputStream();
          var out = host.inputReader()) {
        PipeKey.random().write(in);
        in.flush();
        out.readLine();
        Thread.sleep(5_000); // it prepares itself
        table.limit(
            "memory of an idle " + lane.id() + " host",
            "MiB",
            resident(host.pid()),
            lane == python ? 260 : 90);
      } finally {
        host.destroyForcibly();
      }
    }
    Process front = new ProcessBuilder(duet, "run", "--json", script("sleep.java")).start();
    try (var out = front.inputReader()) {
      out.readLine();
      table.limit("memory of the front end, playing", "MiB", resident(front.pid()), 110);
    } finally {
      front.destroy();
    }
  }

  /// Resident memory, from Linux.
  private static double resident(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    }
  }

  private List<String> naive(String file) {
    String jars = home.program().resolve("python") + File.separator + "*";
    String classes = home.root().resolve("target/test-classes").toString();
    return List.of(
        java,
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dpolyglot.engine.WarnInterpreterOnly=false",
        "-cp",
        classes + File.pathSeparator + jars,
        NaiveEmbedding.class.getName(),
        script(file));
  }

  private String script(String name) {
    return scripts.resolve(name).toString();
  }
}
