package duet.lane.java.explore.weave;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.util.ArrayDeque;
import java.util.Deque;

/// Recognises the stores that fill a new array, as `{1, 2}` and the arguments of `printf` do. No
/// other thread has that array yet. javac makes such an array with a constant length, duplicates it
/// and stores every element.
final class ArrayInitialisers {
  private final Deque<Integer> left = new ArrayDeque<>();
  private int constant = -1;
  private int made = -1;

  /// An instruction that is no store follows.
  void see(CodeElement element) {
    switch (element) {
      case ConstantInstruction number when number.constantValue() instanceof Integer value -> {
        constant = value;
        made = -1;
      }
      case NewPrimitiveArrayInstruction _ -> made = constant;
      case NewReferenceArrayInstruction _ -> made = constant;
      case Instruction instruction when instruction.opcode() == Opcode.DUP && made > 0 -> {
        left.push(made);
        made = -1;
      }
      case Instruction _ -> made = -1;
      default -> {}
    }
  }

  /// Whether the store that follows fills a new array.
  boolean isPartOf() {
    return !left.isEmpty();
  }

  /// An instruction was seen.
  void saw(CodeElement element) {
    if (element instanceof ArrayStoreInstruction && !left.isEmpty()) {
      int rest = left.pop() - 1;
      if (rest > 0) {
        left.push(rest);
      }
    }
  }
}
