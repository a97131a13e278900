package duet.lane.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A program for the kernel's classic BPF machine, which answers each system call (seccomp(2)). Its
/// answers come as soon as a test says so; jumps only leave instructions out.
final class FilterProgram {
  static final int ALLOW = 0x7fff0000;
  static final int KILL = 0x80000000;
  static final int EPERM = 0x00050001;
  static final int ENOSYS = 0x00050026;

  private static final int BYTES = 8;
  private static final int LOAD = 0x20;
  private static final int AND = 0x54;
  private static final int IF_EQUAL = 0x15;
  private static final int IF_AT_LEAST = 0x35;
  private static final int IF_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  private static final int NUMBER_AT = 0;
  private static final int ARCHITECTURE_AT = 4;
  private static final int ARGUMENTS_AT = 16;

  private record Instruction(int operation, int ifTrue, int ifFalse, int operand) {}

  private final List<Instruction> instructions = new ArrayList<>();

  FilterProgram loadNumber() {
    return add(LOAD, 0, 0, NUMBER_AT);
  }

  FilterProgram loadArchitecture() {
    return add(LOAD, 0, 0, ARCHITECTURE_AT);
  }

  /// Loads the lower half of an argument, as both architectures store it.
  FilterProgram loadArgument(int index) {
    return add(LOAD, 0, 0, ARGUMENTS_AT + 8 * index);
  }

  FilterProgram loadUpperHalf(int index) {
    return add(LOAD, 0, 0, ARGUMENTS_AT + 8 * index + 4);
  }

  /// Keeps only these bits of what was loaded.
  FilterProgram and(int bits) {
    return add(AND, 0, 0, bits);
  }

  FilterProgram answer(int answer) {
    return add(RETURN, 0, 0, answer);
  }

  FilterProgram ifEqual(int value, FilterProgram then) {
    return skipping(IF_EQUAL, value, then);
  }

  FilterProgram unlessEqual(int value, FilterProgram then) {
    add(IF_EQUAL, then.instructions.size(), 0, value);
    instructions.addAll(then.instructions);
    return this;
  }

  FilterProgram ifAtLeast(int value, FilterProgram then) {
    return skipping(IF_AT_LEAST, value, then);
  }

  FilterProgram ifAnyBit(int bits, FilterProgram then) {
    return skipping(IF_ANY_BIT, bits, then);
  }

  FilterProgram append(FilterProgram other) {
    instructions.addAll(other.instructions);
    return this;
  }

  private FilterProgram skipping(int test, int value, FilterProgram then) {
    add(test, 0, then.instructions.size(), value);
    instructions.addAll(then.instructions);
    return this;
  }

  private FilterProgram add(int operation, int ifTrue, int ifFalse, int operand) {
    instructions.add(new Instruction(operation, ifTrue, ifFalse, operand));
    return this;
  }

  /// The program as an array of `struct sock_filter`.
  byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES * instructions.size()).order(ByteOrder.nativeOrder());
    for (Instruction instruction : instructions) {
      bytes
          .putShort((short) instruction.operation)
          .put((byte) instruction.ifTrue)
          .put((byte) instruction.ifFalse)
          .putInt(instruction.operand);
    }
    return bytes.array();
  }
}
