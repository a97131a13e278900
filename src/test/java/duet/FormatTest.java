package duet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Every Java file, the course's scripts included, is as google-java-format writes it. `mvn test
/// -Dtest=FormatTest -Dformat=write` writes them so.
@Execution(ExecutionMode.CONCURRENT) // beside everything else
class FormatTest {
  private static final boolean WRITE = "write".equals(System.getProperty("format"));

  /// Scripts that are wrong or odd on purpose.
  private static final List<Path> HOSTILE =
      List.of(Path.of("src/test/resources/corpus"), Path.of("src/test/resources/parity"));

  @TestFactory
  Stream<DynamicTest> everyJavaFile() {
    return Stream.of("src", "scripts")
        .flatMap(folder -> javaFiles(Path.of(folder)).stream())
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException, FormatterException {
    String text = Files.readString(file);
    String formatted = new Formatter().formatSourceAndFixImports(text);
    if (WRITE) {
      Files.writeString(file, formatted);
    } else {
      assertEquals(formatted, text, "run: mvn test -Dtest=FormatTest -Dformat=write");
    }
  }

  private static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> HOSTILE.stream().noneMatch(file::startsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
