package duet.lane.java.explore.weave;

import duet.lane.java.explore.schedule.Site;
import duet.lane.java.explore.schedule.Sites;
import duet.lane.java.woven.ParkTurns;
import duet.lane.java.woven.SystemTurns;
import duet.lane.java.woven.ThreadTurns;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rewrites the calls of a method.
final class WovenCall {
  private static final ClassDesc TURNS = WovenBody.TURNS;
  private static final ClassDesc SYSTEM = ClassDesc.of(SystemTurns.class.getName());
  private static final ClassDesc THREADS = ClassDesc.of(ThreadTurns.class.getName());
  private static final ClassDesc PARKING = ClassDesc.of(ParkTurns.class.getName());
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc METAFACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
  private static final ClassDesc CLOCK = ClassDesc.of("java.time.Clock");
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
  private static final MethodTypeDesc OF_SITE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc START_IN =
      MethodTypeDesc.of(ConstantDescs.CD_void, THREAD, ConstantDescs.CD_Object);
  private static final MethodTypeDesc TO_LONG = MethodTypeDesc.of(ConstantDescs.CD_long);
  private static final MethodTypeDesc OF_LONG =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long);

  private final WovenClass type;
  private final Optional<ScriptView> script;

  /// A call, however it is written.
  ///
  /// @param owner the class outside of the script that it reaches
  private record Call(
      Opcode opcode,
      ClassDesc receiver,
      String owner,
      String name,
      MethodTypeDesc type,
      boolean isInterface) {
    boolean isStatic() {
      return opcode == Opcode.INVOKESTATIC;
    }

    void emit(CodeBuilder code) {
      code.invoke(opcode, receiver, name, type, isInterface);
    }
  }

  WovenCall(WovenClass type, Optional<ScriptView> script) {
    this.type = type;
    this.script = script;
  }

  void weave(CodeBuilder code, InvokeInstruction call, int line) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    Optional<String> outside =
        script.isEmpty()
            ? JdkCopies.outside(owner, name, call.type().stringValue())
            : script.get().outside(owner, name, call.type().stringValue());
    if (outside.isEmpty()) {
      code.with(call);
      return;
    }
    weave(
        code,
        new Call(
            call.opcode(),
            call.owner().asSymbol(),
            outside.get(),
            name,
            call.typeSymbol(),
            call.isInterface()),
        line);
  }

  private void weave(CodeBuilder code, Call call, int line) {
    Optional<Gateways.Gateway> gateway =
        Gateways.of(call.owner, call.name, call.type, call.isStatic());
    if (gateway.isPresent()) {
      replace(code, gateway.get(), call, line);
    } else if (!special(code, call)) {
      if (script.isPresent()) {
        inScript(code, call, line, script.get().calls());
      } else {
        call.emit(code);
      }
    }
  }

  private void replace(CodeBuilder code, Gateways.Gateway gateway, Call call, int line) {
    if (script.isPresent() && !Gateways.isPrivate(call.name)) {
      String op =
          switch (call.name) {
            case "yield", "onSpinWait" -> "yield";
            case "notifyAll" -> "notify";
            case "parkNanos", "parkUntil" -> "park";
            case "startVirtualThread" -> "start";
            case "start", "join", "sleep", "wait", "notify", "park" -> call.name;
            default -> "call";
          };
      String what = op.equals("call") ? simple(call.owner) + "." + call.name : "";
      code.loadConstant(site(line, op, what))
          .invokestatic(TURNS, Gateways.waits(call.name) ? "site" : "at", OF_SITE);
    }
    code.invokestatic(gateway.owner(), gateway.name(), gateway.type());
    ClassDesc wanted = call.type.returnType();
    if (!wanted.equals(gateway.type().returnType())) {
      code.checkcast(wanted);
    }
  }

  /// Calls that are replaced in a way of their own.
  private boolean special(CodeBuilder code, Call call) {
    String owner = call.owner;
    boolean isEmpty = call.type.parameterCount() == 0;
    if (owner.startsWith("java/time/") && call.name.equals("now") && call.isStatic() && isEmpty) {
      code.invokestatic(SYSTEM, "clock", MethodTypeDesc.of(CLOCK));
      code.invoke(
          call.opcode,
          call.receiver,
          call.name,
          call.type.insertParameterTypes(0, CLOCK),
          call.isInterface);
    } else if (owner.equals("java/time/Clock") && call.name.startsWith("system") && isEmpty) {
      code.invokestatic(SYSTEM, "clock", MethodTypeDesc.of(CLOCK));
    } else if (call.name.equals("<init>") && isEmpty && owner.equals("java/util/Random")) {
      code.invokestatic(SYSTEM, "seed", TO_LONG).invokespecial(call.receiver, call.name, OF_LONG);
    } else if (call.name.equals("<init>") && isEmpty && owner.equals("java/util/Date")) {
      code.invokestatic(SYSTEM, "currentTimeMillis", TO_LONG)
          .invokespecial(call.receiver, call.name, OF_LONG);
    } else if (script.isEmpty()) {
      return internal(code, call);
    } else {
      return false;
    }
    return true;
  }

  /// Calls of the JDK's classes to each other.
  private static boolean internal(CodeBuilder code, Call call) {
    if (call.owner.equals("jdk/internal/access/JavaLangAccess")) {
      switch (call.name) {
        case "start" -> code.invokestatic(THREADS, "startIn", START_IN).pop();
        case "currentCarrierThread" ->
            code.pop().invokestatic(THREADS, "currentThread", MethodTypeDesc.of(THREAD));
        default -> {
          return false;
        }
      }
      return true;
    }
    if (call.owner.startsWith("jdk/internal/vm/")
        && call.owner.endsWith("ThreadContainer")
        && call.name.equals("start")
        && !call.isStatic()) {
      code.swap().invokestatic(THREADS, "startIn", START_IN);
      return true;
    }
    if (call.owner.equals("jdk/internal/misc/Unsafe") && call.name.endsWith("park")) {
      code.invokestatic(PARKING, call.name, call.type).pop();
      return true;
    }
    if (call.owner.equals("java/lang/ref/Cleaner") && call.name.equals("register")) {
      code.invokestatic(THREADS, "register", call.type.insertParameterTypes(0, call.receiver));
      return true;
    }
    if (call.owner.equals("jdk/internal/access/SharedSecrets") && call.name.startsWith("set")) {
      code.pop();
      return true;
    }
    return false;
  }

  private void inScript(CodeBuilder code, Call call, int line, SharedCalls calls) {
    String owner = call.owner;
    String what = simple(owner) + "." + call.name;
    if (SharedCalls.isRefused(owner, call.name)) {
      code.loadConstant(what + " cannot be explored")
          .invokestatic(
              TURNS, "refuse", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
    }
    if (SharedCalls.isIo(owner)) {
      code.invokestatic(TURNS, "io", NOTHING);
    }
    if (calls.isPrint(owner, call.name)) {
      at(code, line, "print", "");
      call.emit(code);
    } else if (calls.isShared(owner, call.name, call.isStatic())) {
      at(code, line, SharedCalls.op(owner, call.name), what);
      call.emit(code);
      WovenBody.value(code, TypeKind.from(call.type.returnType()));
    } else {
      call.emit(code);
    }
  }

  private void at(CodeBuilder code, int line, String op, String what) {
    code.loadConstant(site(line, op, what)).invokestatic(TURNS, "at", OF_SITE);
  }

  private int site(int line, String op, String what) {
    return Sites.add(new Site(type.file(), line, op, what));
  }

  private static String simple(String owner) {
    return owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
  }

  /// A method reference such as `Thread::start` calls the JDK without a call in the script. It gets
  /// one: in a method that is added to the class.
  void weave(CodeBuilder code, InvokeDynamicInstruction call, int line) {
    if (script.isEmpty() || !isLambda(call)) {
      code.with(call);
      return;
    }
    DynamicCallSiteDesc site = call.invokedynamic().asSymbol();
    List<ConstantDesc> arguments = new ArrayList<>(List.of(site.bootstrapArgs()));
    if (arguments.size() > 1
        && arguments.get(1) instanceof DirectMethodHandleDesc handle
        && called(handle).isPresent()) {
      arguments.set(1, bridge(called(handle).get(), line));
      code.invokedynamic(
          DynamicCallSiteDesc.of(
              (DirectMethodHandleDesc) site.bootstrapMethod(),
              site.invocationName(),
              site.invocationType(),
              arguments.toArray(ConstantDesc[]::new)));
    } else {
      code.with(call);
    }
  }

  private static boolean isLambda(InvokeDynamicInstruction call) {
    return call.invokedynamic().asSymbol().bootstrapMethod() instanceof DirectMethodHandleDesc made
        && made.owner().equals(METAFACTORY);
  }

  private Optional<Call> called(DirectMethodHandleDesc handle) {
    Opcode opcode =
        switch (handle.kind()) {
          case STATIC, INTERFACE_STATIC -> Opcode.INVOKESTATIC;
          case VIRTUAL -> Opcode.INVOKEVIRTUAL;
          case INTERFACE_VIRTUAL -> Opcode.INVOKEINTERFACE;
          default -> null;
        };
    String owner = internal(handle.owner());
    MethodTypeDesc all = handle.invocationType();
    if (opcode == null || owner.isEmpty()) {
      return Optional.empty();
    }
    MethodTypeDesc own = opcode == Opcode.INVOKESTATIC ? all : all.dropParameterTypes(0, 1);
    return script
        .flatMap(view -> view.outside(owner, handle.methodName(), own.descriptorString()))
        .map(
            outside ->
                new Call(
                    opcode,
                    handle.owner(),
                    outside,
                    handle.methodName(),
                    own,
                    handle.isOwnerInterface()));
  }

  private static String internal(ClassDesc type) {
    String text = type.descriptorString();
    return text.startsWith("L") ? text.substring(1, text.length() - 1) : "";
  }

  private DirectMethodHandleDesc bridge(Call call, int line) {
    MethodTypeDesc all =
        call.isStatic() ? call.type : call.type.insertParameterTypes(0, call.receiver);
    String[] name = new String[1];
    int number =
        type.add(
            builder ->
                builder.withMethodBody(
                    name[0],
                    all,
                    AccessFlag.PRIVATE.mask()
                        | AccessFlag.STATIC.mask()
                        | AccessFlag.SYNTHETIC.mask(),
                    code -> {
                      for (int i = 0; i < all.parameterCount(); i++) {
                        code.loadLocal(TypeKind.from(all.parameterType(i)), code.parameterSlot(i));
                      }
                      code.lineNumber(Math.max(1, line));
                      weave(code, call, line);
                      code.return_(TypeKind.from(all.returnType()));
                    }));
    name[0] = "duet$" + number;
    return MethodHandleDesc.ofMethod(
        type.isInterface()
            ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
            : DirectMethodHandleDesc.Kind.STATIC,
        type.type(),
        name[0],
        all);
  }
}
