package duet.lane.host;

import duet.lane.seccomp.Architecture;
import duet.lane.seccomp.SystemCall;
import duet.lane.seccomp.SystemCallFilter;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Takes back what a confined JVM needs only to start: from then on it can become no other program,
/// and nobody, not even itself, can open its memory as a file. Nothing undoes that. The sandbox
/// cannot do it before, since it has to start the JVM.
final class Seal {
  private static final int PR_SET_DUMPABLE = 4;
  private static final int PR_GET_DUMPABLE = 3;
  private static final int SET_MODE_FILTER = 1;

  /// For every thread that there is, not only for this one (seccomp(2)).
  private static final int ALL_THREADS = 1;

  /// `struct sock_fprog`.
  private static final StructLayout PROGRAM =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_SHORT.withName("length"),
          MemoryLayout.paddingLayout(6),
          ValueLayout.ADDRESS.withName("instructions"));

  private static final int INSTRUCTION_BYTES = 8;

  private static final ValueLayout.OfLong NUMBER = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private final MethodHandle syscall;

  @SuppressWarnings("restricted")
  private Seal() {
    Linker linker = Linker.nativeLinker();
    syscall =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(NUMBER, NUMBER, NUMBER, NUMBER, POINTER),
            Linker.Option.firstVariadicArg(1));
  }

  /// Seals this process.
  ///
  /// @throws IllegalStateException if the kernel refuses to
  static void close() {
    var seal = new Seal();
    seal.call(SystemCall.PRCTL, PR_SET_DUMPABLE, 0, MemorySegment.NULL);
    byte[] filter = SystemCallFilter.sealing().orElseThrow();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment program = arena.allocate(PROGRAM);
      program.set(ValueLayout.JAVA_SHORT, 0, (short) (filter.length / INSTRUCTION_BYTES));
      program.set(POINTER, POINTER.byteSize(), arena.allocateFrom(ValueLayout.JAVA_BYTE, filter));
      seal.call(SystemCall.SECCOMP, SET_MODE_FILTER, ALL_THREADS, program);
    }
  }

  /// Makes such a call without effect, so that its code is in the AOT cache.
  static void rehearse() {
    new Seal().call(SystemCall.PRCTL, PR_GET_DUMPABLE, 0, MemorySegment.NULL);
  }

  private void call(SystemCall call, long first, long second, MemorySegment third) {
    int number = call.number(Architecture.ofThisMachine().orElseThrow()).orElseThrow();
    long result;
    try {
      result = (long) syscall.invokeExact((long) number, first, second, third);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (result < 0) {
      throw new IllegalStateException("the kernel refused " + call);
    }
  }
}
