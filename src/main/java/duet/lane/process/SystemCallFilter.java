package duet.lane.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A seccomp filter (seccomp(2)) that lets a process have threads but neither children nor sockets,
/// and none of the calls by which sandboxes are usually left. A program for the kernel's classic
/// BPF machine; numbers of calls are those of the kernel's `unistd` tables.
final class SystemCallFilter {
  /// @param audit the architecture's `AUDIT_ARCH` number
  /// @param cloning the number of `clone`
  /// @param denied numbers of calls that fail with `EACCES`
  private record Machine(int audit, int cloning, List<Integer> denied) {}

  private static final int CLONE3 = 435;
  private static final List<Integer> IO_URING = List.of(425, 426, 427);

  private static final Map<String, Machine> MACHINES =
      Map.of(
          "amd64",
          // socket fork vfork ptrace pivot_root mount umount2 add_key request_key keyctl unshare
          // perf_event_open setns bpf userfaultfd
          new Machine(
              0xC000003E,
              56,
              List.of(41, 57, 58, 101, 155, 165, 166, 248, 249, 250, 272, 298, 308, 321, 323)),
          "aarch64",
          // socket umount2 mount pivot_root unshare ptrace add_key request_key keyctl
          // perf_event_open setns bpf userfaultfd
          new Machine(
              0xC00000B7,
              220,
              List.of(198, 39, 40, 41, 97, 117, 217, 218, 219, 241, 268, 280, 282)));

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
  private static final int FAIL_EACCES = 0x00050000 | 13;
  private static final int FAIL_ENOSYS = 0x00050000 | 38;

  private static final int CLONE_THREAD = 0x00010000;
  private static final int X32_CALLS = 0x40000000;

  private final ByteBuffer program = ByteBuffer.allocate(8 * 256).order(ByteOrder.nativeOrder());

  private SystemCallFilter() {}

  /// The program for this machine's processor, if there is one.
  static Optional<byte[]> bytes() {
    return Optional.ofNullable(MACHINES.get(System.getProperty("os.arch")))
        .map(machine -> new SystemCallFilter().of(machine));
  }

  private byte[] of(Machine machine) {
    add(LOAD, 0, 0, ARCHITECTURE_AT);
    add(IF_EQUAL, 1, 0, machine.audit);
    add(RETURN, 0, 0, KILL);
    add(LOAD, 0, 0, NUMBER_AT);
    add(IF_AT_LEAST, 0, 1, X32_CALLS);
    add(RETURN, 0, 0, FAIL_EACCES);
    // Its flags are in memory, where no filter sees them; without it clone is used.
    failing(CLONE3, FAIL_ENOSYS);
    machine.denied.forEach(number -> failing(number, FAIL_EACCES));
    IO_URING.forEach(number -> failing(number, FAIL_EACCES));
    add(IF_EQUAL, 1, 0, machine.cloning);
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
