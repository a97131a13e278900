package duet.lane.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSupportTest {
  @TempDir private Path proc;

  @BeforeEach
  void support() throws IOException {
    write("self/ns/user", "");
    write("self/status", "Name:\tjava\nSeccomp:\t0\n");
    write("sys/user/max_user_namespaces", "63000\n");
    write("sys/kernel/unprivileged_userns_clone", "1\n");
    write("sys/kernel/apparmor_restrict_unprivileged_userns", "0\n");
  }

  @Test
  void aKernelThatHasEverythingRefusesNothing() throws IOException {
    assertEquals(List.of(), refusals());
    Files.delete(proc.resolve("sys/kernel/unprivileged_userns_clone")); // only Debian has it
    assertEquals(List.of(), refusals());
  }

  @Test
  void aSettingIsNamedWithWhatItShouldBe() throws IOException {
    write("sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");
    write("sys/user/max_user_namespaces", "0\n");
    assertEquals(
        List.of(
            "user namespaces are restricted; root can allow them: sysctl -w"
                + " user.max_user_namespaces=15000",
            "user namespaces are restricted; root can allow them: sysctl -w"
                + " kernel.apparmor_restrict_unprivileged_userns=0"),
        refusals());
  }

  @Test
  void whatTheKernelDoesNotHaveIsNamed() throws IOException {
    Files.delete(proc.resolve("self/ns/user"));
    write("self/status", "Name:\tjava\n");
    assertEquals(
        List.of("this kernel has no user namespaces", "this kernel has no system call filters"),
        refusals());
  }

  private List<String> refusals() {
    return new KernelSupport(proc).refusals();
  }

  private void write(String path, String text) throws IOException {
    Path file = proc.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
