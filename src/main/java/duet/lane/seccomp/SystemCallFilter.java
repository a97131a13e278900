package duet.lane.seccomp;

import static duet.lane.seccomp.FilterProgram.ALLOW;
import static duet.lane.seccomp.FilterProgram.ENOSYS;
import static duet.lane.seccomp.FilterProgram.EPERM;
import static duet.lane.seccomp.FilterProgram.KILL;

import java.util.List;
import java.util.Optional;

/// The seccomp filters (seccomp(2)) of a confined process. The first one is loaded before its
/// program starts, and allows the [SystemCall]s. The second one, which a JVM loads before it plays
/// a script, takes back what was only needed to start.
public final class SystemCallFilter {
  /// Calls from this number on are younger than the C library that programs can rely on. They "do
  /// not exist" rather than being forbidden, so that callers try an older one. That includes
  /// `clone3`, whose flags no filter sees, and on x86 the calls of the x32 table.
  private static final int YOUNG_CALLS = 424;

  private static final int CLONE_THREAD = 0x00010000;

  /// The flags of clone(2) that make namespaces.
  private static final int CLONE_NAMESPACES =
      0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000;

  /// Shared memory without a file would not count as the process's own.
  private static final int MAP_SHARED_ANONYMOUS = 0x01 | 0x20;

  /// Duplicates, flags and locks of descriptors (fcntl(2)).
  private static final List<Integer> DESCRIPTORS = List.of(0, 1, 2, 3, 4, 5, 6, 7, 1030);

  /// Whether it is a terminal, how much there is to read, and whether a program that is started
  /// inherits it (ioctl(2)).
  private static final List<Integer> QUESTIONS = List.of(0x5401, 0x541B, 0x5450, 0x5451);

  /// The JDK makes a pair of sockets when it first opens a channel. They reach nothing.
  private static final int AF_UNIX = 1;

  private static final int PR_SET_DUMPABLE = 4;
  private static final int PR_SET_NAME = 15;
  private static final int PR_GET_NAME = 16;

  /// Names for threads and for memory (prctl(2)).
  private static final List<Integer> NAMES = List.of(PR_SET_NAME, PR_GET_NAME, 0x53564d41);

  private SystemCallFilter() {}

  /// The first filter for this machine's processor, if there is one.
  public static Optional<byte[]> confining() {
    return Architecture.ofThisMachine().map(SystemCallFilter::confining);
  }

  /// The second filter for this machine's processor, if there is one.
  public static Optional<byte[]> sealing() {
    return Architecture.ofThisMachine().map(SystemCallFilter::sealing);
  }

  static byte[] confining(Architecture architecture) {
    FilterProgram program = beginning(architecture);
    for (SystemCall call : SystemCall.values()) {
      call.number(architecture).ifPresent(number -> program.ifEqual(number, answer(call)));
    }
    return program.ifAtLeast(YOUNG_CALLS, new FilterProgram().answer(ENOSYS)).answer(EPERM).bytes();
  }

  static byte[] sealing(Architecture architecture) {
    FilterProgram program = beginning(architecture);
    for (SystemCall call : SystemCall.values()) {
      if (call.group == CallGroup.START) {
        call.number(architecture)
            .ifPresent(number -> program.ifEqual(number, new FilterProgram().answer(EPERM)));
      }
    }
    int prctl = SystemCall.PRCTL.number(architecture).orElseThrow();
    return program.ifEqual(prctl, oneOf(0, NAMES)).answer(ALLOW).bytes();
  }

  /// Another architecture has other numbers.
  private static FilterProgram beginning(Architecture architecture) {
    return new FilterProgram()
        .loadArchitecture()
        .unlessEqual(architecture.audit, new FilterProgram().answer(KILL))
        .loadNumber();
  }

  private static FilterProgram answer(SystemCall call) {
    return switch (call) {
      case CLONE ->
          new FilterProgram()
              .loadArgument(0)
              .ifAnyBit(CLONE_NAMESPACES, new FilterProgram().answer(EPERM))
              .ifAnyBit(CLONE_THREAD, new FilterProgram().answer(ALLOW))
              .answer(EPERM);
      case MMAP ->
          new FilterProgram()
              .loadArgument(3)
              .and(MAP_SHARED_ANONYMOUS)
              .ifEqual(MAP_SHARED_ANONYMOUS, new FilterProgram().answer(EPERM))
              .answer(ALLOW);
      case PRCTL ->
          new FilterProgram()
              .loadArgument(0)
              .ifEqual(PR_SET_DUMPABLE, isZero(1))
              .append(oneOf(0, NAMES));
      case FCNTL -> oneOf(1, DESCRIPTORS);
      case IOCTL -> oneOf(1, QUESTIONS);
      case SOCKETPAIR -> oneOf(0, List.of(AF_UNIX));
      case PRLIMIT64 -> isZero(2);
      default -> new FilterProgram().answer(ALLOW);
    };
  }

  /// Allows a call whose argument has one of these values.
  private static FilterProgram oneOf(int argument, List<Integer> values) {
    FilterProgram program = new FilterProgram().loadArgument(argument);
    values.forEach(value -> program.ifEqual(value, new FilterProgram().answer(ALLOW)));
    return program.answer(EPERM);
  }

  /// Allows a call whose argument, which may be a pointer, is zero.
  private static FilterProgram isZero(int argument) {
    return new FilterProgram()
        .loadArgument(argument)
        .unlessEqual(0, new FilterProgram().answer(EPERM))
        .loadUpperHalf(argument)
        .unlessEqual(0, new FilterProgram().answer(EPERM))
        .answer(ALLOW);
  }
}
