package duet.lane.java.compile;

import duet.lane.java.woven.ThreadCalls;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// Has a script tell ([ThreadCalls]) which threads it starts, and when one sleeps or halts. Calls
/// are added before and behind those of the script, which stay as they are. It sees direct calls to
/// the JDK, and the factories of thread pools.
final class ThreadWeaver implements CodeTransform {
  private static final ClassDesc RECORD = ClassDesc.of(ThreadCalls.class.getName());
  private static final ClassDesc EXECUTORS = ClassDesc.of(Executors.class.getName());
  private static final ClassDesc FACTORY = ClassDesc.of(ThreadFactory.class.getName());
  private static final ClassDesc THREAD = ClassDesc.of(Thread.class.getName());
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
  private static final MethodTypeDesc OF_THREAD = MethodTypeDesc.of(ConstantDescs.CD_void, THREAD);

  /// Pools that make their threads with the default factory, unless they are given one.
  private static final Set<String> POOLS =
      Set.of(
          "newFixedThreadPool",
          "newCachedThreadPool",
          "newSingleThreadExecutor",
          "newScheduledThreadPool",
          "newSingleThreadScheduledExecutor",
          "newThreadPerTaskExecutor");

  private final ScriptClasses script;

  ThreadWeaver(ScriptClasses script) {
    this.script = script;
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call) {
      call(code, call, script.jdkOwner(call));
    } else {
      code.with(element);
    }
  }

  private static void call(CodeBuilder code, InvokeInstruction call, String owner) {
    String name = call.name().stringValue();
    if (name.equals("sleep") && isOf(owner, "java/lang/Thread", "java/util/concurrent/TimeUnit")) {
      code.invokestatic(RECORD, "sleeps", NOTHING)
          .with(call)
          .invokestatic(RECORD, "slept", NOTHING);
    } else if (name.equals("halt") && owner.equals("java/lang/Runtime")) {
      code.invokestatic(RECORD, "halts", NOTHING).with(call);
    } else if (owner.equals("java/lang/Thread") && isStart(call)) {
      code.dup().with(call).invokestatic(RECORD, "started", OF_THREAD);
    } else if (owner.startsWith("java/lang/Thread")
        && call.typeSymbol().returnType().equals(THREAD)
        && name.startsWith("start")) { // startVirtualThread, and start of a builder
      code.with(call).dup().invokestatic(RECORD, "started", OF_THREAD);
    } else if (owner.equals("java/util/concurrent/Executors") && POOLS.contains(name)) {
      pool(code, call, name);
    } else if (owner.equals("java/util/concurrent/Executors")
        && name.equals("newVirtualThreadPerTaskExecutor")) {
      MethodTypeDesc type = call.typeSymbol();
      code.invokestatic(RECORD, "virtualFactory", MethodTypeDesc.of(FACTORY))
          .invokestatic(
              EXECUTORS, "newThreadPerTaskExecutor", type.insertParameterTypes(0, FACTORY));
    } else {
      code.with(call);
    }
  }

  private static boolean isStart(InvokeInstruction call) {
    return call.name().equalsString("start") && call.typeSymbol().equals(NOTHING);
  }

  private static boolean isOf(String owner, String... owners) {
    return Set.of(owners).contains(owner);
  }

  private static void pool(CodeBuilder code, InvokeInstruction call, String name) {
    MethodTypeDesc type = call.typeSymbol();
    int count = type.parameterCount();
    boolean hasFactory = count > 0 && type.parameterType(count - 1).equals(FACTORY);
    if (!hasFactory) {
      code.invokestatic(EXECUTORS, "defaultThreadFactory", MethodTypeDesc.of(FACTORY));
    }
    code.invokestatic(RECORD, "recorded", MethodTypeDesc.of(FACTORY, FACTORY))
        .invokestatic(
            EXECUTORS, name, hasFactory ? type : type.insertParameterTypes(count, FACTORY));
  }
}
