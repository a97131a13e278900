package duet.lane.java.explore.weave;

import duet.lane.java.explore.schedule.Site;
import duet.lane.java.explore.schedule.Sites;
import duet.lane.java.woven.Turns;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rewrites the code of one method.
final class WovenBody implements CodeTransform {
  static final ClassDesc TURNS = ClassDesc.of(Turns.class.getName());
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
  private static final MethodTypeDesc OF_SITE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc OF_OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
  private static final MethodTypeDesc OF_OBJECT_AND_SITE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_int);

  private final WovenClass type;
  private final Optional<ScriptView> script;
  private final boolean isSynchronized;
  private final boolean isStatic;
  private final boolean isInitialiser;
  private final WovenCall calls;
  private final ArrayInitialisers initialisers = new ArrayInitialisers();
  private final String name;
  private @Nullable Label begin;
  private int line;
  private String array = "";

  WovenBody(WovenClass type, MethodModel method) {
    this.type = type;
    script = type.script();
    name = method.methodName().stringValue();
    isSynchronized = (method.flags().flagsMask() & ClassFile.ACC_SYNCHRONIZED) != 0;
    isStatic = (method.flags().flagsMask() & ClassFile.ACC_STATIC) != 0;
    isInitialiser = name.equals(ConstantDescs.CLASS_INIT_NAME);
    calls = new WovenCall(type, script);
  }

  @Override
  public void atStart(CodeBuilder code) {
    if (isSynchronized || isInitialiser) {
      begin = code.newLabel();
      if (isInitialiser) {
        code.invokestatic(TURNS, "beginInitialising", NOTHING);
      } else {
        monitor(code, "enter", "lock");
      }
      code.labelBinding(begin);
    }
  }

  @Override
  public void atEnd(CodeBuilder code) {
    if (begin != null) {
      Label end = code.newBoundLabel();
      Label handler = code.newBoundLabel();
      leave(code);
      code.athrow();
      code.exceptionCatchAll(begin, end, handler);
    }
  }

  private void leave(CodeBuilder code) {
    if (isInitialiser) {
      code.invokestatic(TURNS, "endInitialising", NOTHING);
    } else if (isSynchronized) {
      monitor(code, "exit", "unlock");
    }
  }

  private void monitor(CodeBuilder code, String call, String op) {
    if (isStatic) {
      code.loadConstant(type.type());
    } else {
      code.aload(0);
    }
    turn(code, call, op);
  }

  /// Takes or releases the monitor of the object on the stack.
  private void turn(CodeBuilder code, String call, String op) {
    if (script.isPresent()) {
      code.loadConstant(site(op, "monitor")).invokestatic(TURNS, call, OF_OBJECT_AND_SITE);
    } else {
      code.invokestatic(TURNS, call, OF_OBJECT);
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    switch (element) {
      case LineNumber number -> {
        line = number.line();
        array = "";
        code.with(element);
      }
      case MonitorInstruction monitor when monitor.opcode() == Opcode.MONITORENTER ->
          turn(code, "enter", "lock");
      case MonitorInstruction _ -> turn(code, "exit", "unlock");
      case ReturnInstruction _ -> {
        leave(code);
        code.with(element);
      }
      case InvokeInstruction call -> calls.weave(code, call, line);
      case InvokeDynamicInstruction call -> calls.weave(code, call, line);
      case FieldInstruction access when script.isPresent() -> field(code, access, script.get());
      case ArrayLoadInstruction load when script.isPresent() -> load(code, load);
      case ArrayStoreInstruction store when script.isPresent() -> store(code, store);
      default -> {
        initialisers.see(element);
        code.with(element);
      }
    }
    initialisers.saw(element);
  }

  private void field(CodeBuilder code, FieldInstruction access, ScriptView view) {
    String owner = access.owner().asInternalName();
    String field = access.name().stringValue();
    boolean isRead = access.opcode() == Opcode.GETFIELD || access.opcode() == Opcode.GETSTATIC;
    ClassDesc of = access.typeSymbol();
    if (isRead && of.isArray()) {
      array = view.name(owner, field);
    }
    if (!view.isMutable(owner, field)) {
      code.with(access);
      return;
    }
    at(code, isRead ? "read" : "write", view.name(owner, field));
    if (isRead) {
      code.with(access);
      value(code, TypeKind.from(of));
    } else {
      value(code, TypeKind.from(of));
      code.with(access);
    }
  }

  private void load(CodeBuilder code, ArrayLoadInstruction load) {
    at(code, "read", array.isEmpty() ? "array" : array);
    code.dup().invokestatic(TURNS, "index", OF_SITE).with(load);
    value(code, load.typeKind());
  }

  private void store(CodeBuilder code, ArrayStoreInstruction store) {
    if (initialisers.isPartOf()) {
      code.with(store);
      return;
    }
    TypeKind kind = store.typeKind().asLoadable();
    int slot = code.allocateLocal(kind);
    at(code, "write", array.isEmpty() ? "array" : array);
    code.storeLocal(kind, slot).dup().invokestatic(TURNS, "index", OF_SITE).loadLocal(kind, slot);
    value(code, kind);
    code.with(store);
  }

  private void at(CodeBuilder code, String op, String what) {
    code.loadConstant(site(op, what)).invokestatic(TURNS, "at", OF_SITE);
  }

  /// Tells the value on the stack, which stays there.
  static void value(CodeBuilder code, TypeKind kind) {
    switch (kind) {
      case VOID -> {}
      case LONG ->
          code.dup2()
              .invokestatic(
                  TURNS, "value", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
      case DOUBLE ->
          code.dup2()
              .invokestatic(
                  TURNS,
                  "value",
                  MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_double));
      case FLOAT ->
          code.dup()
              .f2d()
              .invokestatic(
                  TURNS,
                  "value",
                  MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_double));
      case REFERENCE -> code.dup().invokestatic(TURNS, "value", OF_OBJECT);
      case BOOLEAN ->
          code.dup()
              .invokestatic(
                  TURNS,
                  "value",
                  MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_boolean));
      case CHAR ->
          code.dup()
              .invokestatic(
                  TURNS, "value", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_char));
      case BYTE, SHORT, INT -> code.dup().invokestatic(TURNS, "value", OF_SITE);
    }
  }

  private int site(String op, String what) {
    return Sites.add(new Site(type.file(), line, op, what));
  }
}
