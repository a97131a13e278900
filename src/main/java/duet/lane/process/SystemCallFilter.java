package duet.lane.process;

import duet.lane.process.SystemCall.Architecture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A seccomp filter (seccomp(2)) that lets a process have threads but neither children nor sockets,
/// and none of the calls that usually break out of sandboxes. It is a program for the kernel's
/// classic BPF machine.
final class SystemCallFilter {
  /// Fails with `EACCES`. Not among them: `clone`, which threads need too, and `clone3`.
  private static final Set<SystemCall> DENIED =
      EnumSet.complementOf(EnumSet.of(SystemCall.CLONE, SystemCall.CLONE3));

  private static final int LOAD = 0x20;
  private static final int IF_EQUAL = 0x15;
  private static final int IF_AT_LEAST = 0x35;
  private static final int IF_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  private static final int NUMBER_AT = 0;
  private static final int ARCHITECTURE_AT = 4;
  private static final int FIRST_ARGUMENT_AT = 16;

  private static final int ALLOW = 0x7fff0000;
  private static final int KILL = 0x80000000;
  private static final int FAIL = 0x00050000;
  private static final int FAIL_EACCES = FAIL | 13;
  private static final int FAIL_ENOSYS = FAIL | 38;

  private static final int CLONE_THREAD = 0x00010000;
  private static final int X32_CALLS = 0x40000000;

  private final ByteBuffer program = ByteBuffer.allocate(8 * 256).order(ByteOrder.nativeOrder());

  private SystemCallFilter() {}

  /// The program for this machine's processor, if there is one.
  static Optional<byte[]> bytes() {
    String processor = System.getProperty("os.arch");
    return Arrays.stream(Architecture.values())
        .filter(architecture -> architecture.name().equalsIgnoreCase(processor))
        .findFirst()
        .map(SystemCallFilter::of);
  }

  static byte[] of(Architecture architecture) {
    return new SystemCallFilter().program(architecture);
  }

  private byte[] program(Architecture architecture) {
    add(LOAD, 0, 0, ARCHITECTURE_AT);
    add(IF_EQUAL, 1, 0, architecture.audit);
    add(RETURN, 0, 0, KILL);
    add(LOAD, 0, 0, NUMBER_AT);
    add(IF_AT_LEAST, 0, 1, X32_CALLS);
    add(RETURN, 0, 0, FAIL_EACCES);
    // Its flags are in memory, where no filter sees them; if it fails, callers use clone.
    failing(SystemCall.CLONE3.number(architecture).orElseThrow(), FAIL_ENOSYS);
    for (SystemCall call : DENIED) {
      call.number(architecture).ifPresent(number -> failing(number, FAIL_EACCES));
    }
    add(IF_EQUAL, 1, 0, SystemCall.CLONE.number(architecture).orElseThrow());
    add(RETURN, 0, 0, ALLOW);
    add(LOAD, 0, 0, FIRST_ARGUMENT_AT);
    add(IF_ANY_BIT, 0, 1, CLONE_THREAD);
    add(RETURN, 0, 0, ALLOW);
    add(RETURN, 0, 0, FAIL_EACCES);
    return Arrays.copyOf(program.array(), program.position());
  }

  private void failing(int number, int how) {
    add(IF_EQUAL, 0, 1, number);
    add(RETURN, 0, 0, how);
  }

  /// An instruction; the jumps are counts of instructions to leave out.
  private void add(int operation, int jumpIfTrue, int jumpIfFalse, int operand) {
    program
        .putShort((short) operation)
        .put((byte) jumpIfTrue)
        .put((byte) jumpIfFalse)
        .putInt(operand);
  }
}
