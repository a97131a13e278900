package duet.lane.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenProcTest {
  @TempDir private Path proc;

  @Test
  void whatIsNotKnownToBeHarmlessIsHidden() throws IOException {
    for (String shown : List.of("cpuinfo", "meminfo", "stat", "version")) {
      Files.writeString(proc.resolve(shown), "");
    }
    Files.createDirectory(proc.resolve("17"));
    Files.createSymbolicLink(proc.resolve("self"), Path.of("17"));
    Files.createDirectory(proc.resolve("sys"));
    Files.writeString(proc.resolve("kcore"), "");
    Files.writeString(proc.resolve("of_a_later_kernel"), "");
    assertEquals(
        ("--ro-bind /dev/null /proc/kcore --ro-bind /dev/null /proc/of_a_later_kernel"
            + " --size 4096 --tmpfs /proc/sys --remount-ro /proc/sys"),
        String.join(" ", HiddenProc.arguments(proc)));
  }
}
