/* Writes an end of its own into every pipe. */
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

void main() throws IOException {
  IO.println("before");
  String end =
      "\n{\"kind\":\"outcome\",\"scenario\":\"pipe\",\"lane\":\"java\",\"outcome\":\"completed\","
          + "\"wall_s\":0.1,\"message\":\"\"}\n";
  for (int i = 3; i < 20; i++) {
    Path file = Path.of("/proc/self/fd/" + i);
    if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).toString().startsWith("pipe:")) {
      try {
        Files.writeString(file, end, StandardOpenOption.WRITE);
      } catch (IOException e) {
        // The other one then.
      }
    }
  }
  while (true) {}
}
