package duet.lane.cpython.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a thread does, from the line that Linux shows of it.
class SystemCallsTest {
  private static final RuntimeSymbol RUNTIME = new RuntimeSymbol(0xa5b740, 0x28b20);
  private static final String REST = " 0x0 0xffffffff 0x7f2aa4131950 0x7f2aa46a3f16\n";

  @ParameterizedTest
  @CsvSource({
    "amd64, running, RUNNING",
    "amd64, 202 0xa5b740 0x189 0x0 0x7f00, GIL",
    "amd64, 202 0xa8425f 0x189 0x0 0x0, GIL",
    "amd64, 202 0xa84260 0x189 0x0 0x0, FUTEX",
    "amd64, 202 0xa5b73f 0x189 0x0 0x0, FUTEX",
    "amd64, 202 0x56129c0cde50 0x89 0x0 0x7f2aa39309f0, TIMED_FUTEX",
    "amd64, 230 0x1 0x1 0x7ffd 0x0, SLEEP",
    "amd64, 23 0x0 0x0 0x0 0x0, SLEEP",
    "amd64, 270 0x5 0x7ffd 0x0 0x0, IO",
    "amd64, 0 0x3 0x56129c134b60 0x2000 0x1000, IO",
    "amd64, 61 0xffffffff 0x0 0x0 0x0, CHILD",
    "amd64, 98 0xa5b740 0x0 0x0 0x0, OTHER",
    "amd64, 999999999999 0x0 0x0 0x0 0x0, OTHER",
    "amd64, -1 0x7ffd 0x7f2a, OTHER",
    "aarch64, 98 0xa5b740 0x189 0x0 0x7f00, GIL",
    "aarch64, 72 0x0 0x0 0x0 0x0, SLEEP",
    "aarch64, 63 0x3 0x0 0x0 0x0, IO",
    "aarch64, 202 0x3 0x0 0x0 0x0, IO",
  })
  void theCallTells(String processor, String line, Activity expected) {
    assertEquals(expected, activity(processor, line + REST, RUNTIME));
  }

  @Test
  void withoutTheSymbolNoFutexIsTheGil() {
    SystemCalls calls = SystemCalls.of("amd64").orElseThrow();
    byte[] line = ("202 0xa5b740 0x189 0x0 0x7f00" + REST).getBytes(StandardCharsets.UTF_8);
    assertEquals(Activity.TIMED_FUTEX, calls.activity(line, line.length, null));
  }

  @Test
  void otherProcessorsAreNotKnown() {
    assertEquals(Optional.empty(), SystemCalls.of("riscv64"));
  }

  private static Activity activity(String processor, String line, RuntimeSymbol runtime) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return SystemCalls.of(processor).orElseThrow().activity(bytes, bytes.length, runtime);
  }
}
