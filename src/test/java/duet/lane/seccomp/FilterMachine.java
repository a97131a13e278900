package duet.lane.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What the kernel's machine makes of a call by a filter program.
final class FilterMachine {
  private final ByteBuffer code;
  private final int audit;

  FilterMachine(byte[] program, Architecture architecture) {
    code = ByteBuffer.wrap(program).order(ByteOrder.nativeOrder());
    audit = architecture.audit;
  }

  int answer(int call, long... arguments) {
    int loaded = 0;
    for (int at = 0; ; at++) {
      int operand = code.getInt(8 * at + 4);
      boolean jumps;
      switch (code.getShort(8 * at)) {
        case 0x20 -> {
          loaded = word(operand, call, arguments);
          continue;
        }
        case 0x54 -> {
          loaded &= operand;
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
      at += code.get(8 * at + (jumps ? 2 : 3)) & 0xff;
    }
  }

  /// A word of `struct seccomp_data`.
  private int word(int offset, int call, long... arguments) {
    if (offset < 16) {
      return switch (offset) {
        case 0 -> call;
        case 4 -> audit;
        default -> throw new AssertionError("an address of code");
      };
    }
    int index = (offset - 16) / 8;
    long argument = index < arguments.length ? arguments[index] : 0;
    return (int) (offset % 8 == 0 ? argument : argument >> 32);
  }
}
