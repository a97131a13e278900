import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/// Lets Lincheck play compiled scripts under many schedules, and prints for each one what it has
/// found, and after how many seconds. `ExploreLincheckIT` compiles this and starts it.
///
/// Arguments: how many schedules each script is played under; a file with a line for each script:
/// its name, a tab, and a pattern of the output that is right.
public final class LincheckRun {
  private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
  private static volatile Throwable uncaught;

  private LincheckRun() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OUT, true));
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught = thrown);
    report(out, "(set-up)", () -> {}, 1);
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String name = line.substring(0, line.indexOf('\t'));
      Pattern right = Pattern.compile(line.substring(line.indexOf('\t') + 1));
      Runnable script = script(name);
      report(out, name, () -> play(script, right), Integer.parseInt(arguments[0]));
    }
    System.exit(0); // threads of a deadlock are still there
  }

  private static void report(PrintStream out, String name, Runnable test, int schedules) {
    long start = System.nanoTime();
    String found = found(test, schedules);
    out.printf("%s\t%.3f\t%s%n", name, (System.nanoTime() - start) / 1e9, found);
    out.flush();
  }

  /// What is wrong, in one line; empty when nothing was found.
  private static String found(Runnable test, int schedules) {
    try {
      Lincheck.runConcurrentTest(schedules, test);
      return "";
    } catch (LincheckAssertionError error) {
      List<String> lines = error.getMessage().lines().filter(line -> !line.isBlank()).toList();
      return lines.getFirst() + (lines.get(0).contains("hung") ? "" : " " + lines.get(1));
    } catch (Throwable error) {
      return "Lincheck itself failed: " + error;
    }
  }

  private static void play(Runnable script, Pattern right) {
    OUT.reset();
    uncaught = null;
    script.run();
    if (uncaught != null) {
      throw new AssertionError("a thread ended with " + uncaught);
    }
    String text = OUT.toString().strip();
    if (!right.matcher(text).find()) {
      throw new AssertionError("it printed " + text);
    }
  }

  /// Makes an object of a script and calls its main method. Lincheck follows no reflection, so a
  /// class is made for that. It does not see either what lambdas hold, and would take the object
  /// for one that no other thread can reach. So a static field holds it, too.
  private static Runnable script(String name) throws ReflectiveOperationException {
    var own = ClassDesc.of("Run_" + name);
    var script = ClassDesc.of(name);
    var nothing = ConstantDescs.MTD_void;
    byte[] bytes =
        ClassFile.of()
            .build(
                own,
                type ->
                    type.withFlags(ClassFile.ACC_PUBLIC)
                        .withInterfaceSymbols(ClassDesc.of("java.lang.Runnable"))
                        .withField("held", script, ClassFile.ACC_STATIC)
                        .withMethodBody(
                            "<init>",
                            nothing,
                            ClassFile.ACC_PUBLIC,
                            code ->
                                code.aload(0)
                                    .invokespecial(ConstantDescs.CD_Object, "<init>", nothing)
                                    .return_())
                        .withMethodBody(
                            "run",
                            nothing,
                            ClassFile.ACC_PUBLIC,
                            code ->
                                code.new_(script)
                                    .dup()
                                    .invokespecial(script, "<init>", nothing)
                                    .dup()
                                    .putstatic(own, "held", script)
                                    .invokevirtual(script, "main", nothing)
                                    .return_()));
    Class<?> type = MethodHandles.lookup().defineClass(bytes);
    return (Runnable) type.getConstructor().newInstance();
  }
}
