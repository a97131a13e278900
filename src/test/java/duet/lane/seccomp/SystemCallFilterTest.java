package duet.lane.seccomp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemCallFilterTest {
  private static final int ALLOWED = 0x7fff0000;
  private static final int KILLED = 0x80000000;
  private static final int EPERM = 0x00050001;
  private static final int ENOSYS = 0x00050026;

  private static final int CLONE_THREAD = 0x00010000;
  private static final long POINTER = 0x7f00_0000_0000L;

  private static final Path X86_HEADER = Path.of("/usr/include/x86_64-linux-gnu/asm/unistd_64.h");
  private static final Path ARM_HEADER = Path.of("/usr/include/asm-generic/unistd.h");

  @ParameterizedTest
  @EnumSource
  void onlyCallsOfTheListAreAllowed(Architecture architecture) {
    FilterMachine machine = confining(architecture);
    Set<Integer> listed =
        Arrays.stream(SystemCall.values())
            .flatMapToInt(call -> call.number(architecture).stream())
            .boxed()
            .collect(Collectors.toSet());
    for (int number = 0; number < 600; number++) {
      if (!listed.contains(number)) {
        assertEquals(number < 424 ? EPERM : ENOSYS, machine.answer(number), "call " + number);
      }
    }
    assertEquals(ENOSYS, machine.answer(0x40000000 + 39), "a call of the x32 table");
    assertEquals(ENOSYS, machine.answer(-1), "a number that is none");
  }

  @ParameterizedTest
  @EnumSource
  void listedCallsAreAllowedWithWhatAJvmGivesThem(Architecture architecture) {
    FilterMachine machine = confining(architecture);
    for (SystemCall call : SystemCall.values()) {
      long[] usual =
          switch (call) {
            case CLONE -> new long[] {CLONE_THREAD | 0x3D0F00};
            case FCNTL -> new long[] {5, 1030};
            case IOCTL -> new long[] {5, 0x5401, POINTER};
            case MMAP -> new long[] {0, 1 << 20, 3, 0x22, -1, 0};
            case PRCTL -> new long[] {15, POINTER};
            case PRLIMIT64 -> new long[] {0, 7, 0, POINTER};
            case SOCKETPAIR -> new long[] {1, 1, 0, POINTER};
            default -> new long[0];
          };
      call.number(architecture)
          .ifPresent(number -> assertEquals(ALLOWED, machine.answer(number, usual), call.name()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void argumentsThatLeadFurtherAreNot(Architecture architecture) {
    assertRefused(architecture, SystemCall.CLONE, 17); // a process: only SIGCHLD
    assertRefused(architecture, SystemCall.CLONE, CLONE_THREAD | 0x10000000); // CLONE_NEWUSER
    assertRefused(architecture, SystemCall.CLONE, CLONE_THREAD | 0x20000); // CLONE_NEWNS
    assertRefused(architecture, SystemCall.FCNTL, 5, 1031, 1 << 20); // F_SETPIPE_SZ
    assertRefused(architecture, SystemCall.FCNTL, 5, 8, 1); // F_SETOWN
    assertRefused(architecture, SystemCall.IOCTL, 0, 0x5412, POINTER); // TIOCSTI
    assertRefused(architecture, SystemCall.MMAP, 0, 1 << 20, 3, 0x21, -1, 0);
    assertRefused(architecture, SystemCall.PRCTL, 4, 1); // PR_SET_DUMPABLE
    assertRefused(architecture, SystemCall.PRCTL, 22, 2, POINTER); // PR_SET_SECCOMP
    assertRefused(architecture, SystemCall.PRLIMIT64, 0, 9, POINTER, 0);
    assertRefused(architecture, SystemCall.PRLIMIT64, 0, 9, 1L << 32, 0);
    assertRefused(architecture, SystemCall.SOCKETPAIR, 2, 1, 0, POINTER); // AF_INET
  }

  @ParameterizedTest
  @EnumSource
  void aSealedProcessBecomesNoOtherProgram(Architecture architecture) {
    var sealed = new FilterMachine(SystemCallFilter.sealing(architecture), architecture);
    assertEquals(EPERM, sealed.answer(number(SystemCall.EXECVE, architecture), POINTER));
    assertEquals(EPERM, sealed.answer(number(SystemCall.SECCOMP, architecture), 1, 0, POINTER));
    assertEquals(EPERM, sealed.answer(number(SystemCall.PRCTL, architecture), 4, 0));
    assertEquals(ALLOWED, sealed.answer(number(SystemCall.PRCTL, architecture), 15, POINTER));
    assertEquals(ALLOWED, sealed.answer(number(SystemCall.MMAP, architecture)));
  }

  @Test
  void anotherArchitecturesCallEndsTheProcess() {
    byte[] program = SystemCallFilter.confining(Architecture.AMD64);
    assertEquals(KILLED, new FilterMachine(program, Architecture.AARCH64).answer(0));
    assertEquals(ALLOWED, new FilterMachine(program, Architecture.AMD64).answer(0));
  }

  @Test
  void numbersAreThoseOfTheKernelsHeaders() throws IOException {
    assumeTrue(Files.exists(X86_HEADER) && Files.exists(ARM_HEADER), "no headers on this machine");
    Map<String, Integer> onAmd64 = numbers(X86_HEADER);
    Map<String, Integer> onAarch64 = numbers(ARM_HEADER);
    for (SystemCall call : SystemCall.values()) {
      String name = call.name().toLowerCase(java.util.Locale.ROOT);
      assertEquals(onAmd64.get(name), number(call, Architecture.AMD64), name);
      call.number(Architecture.AARCH64)
          .ifPresent(number -> assertEquals(onAarch64.get(name), number, name));
    }
    assertTrue(onAarch64.size() > 200, onAarch64.toString());
  }

  /// The generic header has the calls of 64 bits under names of their own.
  private static Map<String, Integer> numbers(Path header) throws IOException {
    var numbers = new HashMap<String, Integer>();
    var line = Pattern.compile("#define __NR(3264)?_(\\w+) (\\d+)");
    Files.readAllLines(header).stream()
        .map(line::matcher)
        .filter(matcher -> matcher.matches())
        .forEach(matcher -> numbers.put(matcher.group(2), Integer.valueOf(matcher.group(3))));
    if (numbers.containsKey("fstatat")) {
      numbers.put("newfstatat", numbers.get("fstatat"));
    }
    return numbers;
  }

  private static void assertRefused(Architecture architecture, SystemCall call, long... arguments) {
    assertEquals(
        EPERM,
        confining(architecture).answer(number(call, architecture), arguments),
        call + Arrays.toString(arguments));
  }

  private static FilterMachine confining(Architecture architecture) {
    return new FilterMachine(SystemCallFilter.confining(architecture), architecture);
  }

  private static int number(SystemCall call, Architecture architecture) {
    return call.number(architecture).orElseThrow();
  }
}
