package duet.lane.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import duet.lane.process.SystemCall.Architecture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemCallFilterTest {
  private static final int ALLOWED = 0x7fff0000;
  private static final int KILLED = 0x80000000;
  private static final int EACCES = 0x0005000d;
  private static final int ENOSYS = 0x00050026;
  private static final int CLONE_THREAD = 0x00010000;

  @ParameterizedTest
  @EnumSource
  void noCallThatLeavesTheSandboxGetsThrough(Architecture architecture) {
    Set<SystemCall> leaving = EnumSet.complementOf(EnumSet.of(SystemCall.CLONE, SystemCall.CLONE3));
    for (SystemCall call : leaving) {
      call.number(architecture)
          .ifPresent(number -> assertEquals(EACCES, answer(architecture, number, 0), call.name()));
    }
    assertEquals(ALLOWED, answer(architecture, 0, 0), "an ordinary call");
    assertEquals(EACCES, answer(architecture, 0x40000000, 0), "a call of the x32 table");
  }

  @ParameterizedTest
  @EnumSource
  void threadsAreAllowedAndProcessesAreNot(Architecture architecture) {
    int clone = SystemCall.CLONE.number(architecture).orElseThrow();
    assertEquals(ALLOWED, answer(architecture, clone, CLONE_THREAD));
    assertEquals(EACCES, answer(architecture, clone, 0));
    int clone3 = SystemCall.CLONE3.number(architecture).orElseThrow();
    assertEquals(ENOSYS, answer(architecture, clone3, CLONE_THREAD));
  }

  @Test
  void numbersAreThoseOfTheKernelsTables() {
    assertEquals(
        Map.of("SOCKET", 41, "CLONE", 56, "PTRACE", 101, "MOUNT", 165, "BPF", 321),
        numbers(Architecture.AMD64));
    assertEquals(
        Map.of("SOCKET", 198, "CLONE", 220, "PTRACE", 117, "MOUNT", 40, "BPF", 280),
        numbers(Architecture.AARCH64));
  }

  @Test
  void anotherArchitecturesCallEndsTheProcess() {
    byte[] program = SystemCallFilter.of(Architecture.AMD64);
    assertEquals(KILLED, answer(program, Architecture.AARCH64.audit, 0, 0));
    assertNotEquals(KILLED, answer(program, Architecture.AMD64.audit, 0, 0));
  }

  private static Map<String, Integer> numbers(Architecture architecture) {
    return EnumSet.of(
            SystemCall.SOCKET,
            SystemCall.CLONE,
            SystemCall.PTRACE,
            SystemCall.MOUNT,
            SystemCall.BPF)
        .stream()
        .collect(
            Collectors.toMap(SystemCall::name, call -> call.number(architecture).orElseThrow()));
  }

  private static int answer(Architecture architecture, int call, int argument) {
    return answer(SystemCallFilter.of(architecture), architecture.audit, call, argument);
  }

  /// What the kernel's machine makes of a call by this program.
  private static int answer(byte[] program, int audit, int call, int argument) {
    ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.nativeOrder());
    int loaded = 0;
    for (int at = 0; ; at++) {
      int operand = code.getInt(8 * at + 4);
      boolean jumps;
      switch (code.getShort(8 * at)) {
        case 0x20 -> {
          loaded =
              switch (operand) {
                case 0 -> call;
                case 4 -> audit;
                case 16 -> argument;
                default -> throw new AssertionError("nothing is there");
              };
          continue;
        }
        case 0x06 -> {
          return operand;
        }
        case 0x15 -> jumps = loaded == operand;
        case 0x35 -> jumps = Integer.compareUnsigned(loaded, operand) >= 0;
        case 0x45 -> jumps = (loaded & operand) != 0;
        default -> throw new AssertionError("an instruction that the filter does not use");
      }
      at += code.get(8 * at + (jumps ? 2 : 3));
    }
  }
}
