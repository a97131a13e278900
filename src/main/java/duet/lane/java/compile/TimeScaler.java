package duet.lane.java.compile;

import duet.lane.java.record.Speed;
import duet.lane.java.woven.ScaledTime;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Rewrites the sleeps and timed waits of a script's class files so that they take a fraction of
/// their time ([ScaledTime]). It sees direct calls to the JDK; a method reference such as
/// `Thread::sleep`, or a wait inside the JDK itself, keeps its time.
final class TimeScaler implements CodeTransform {
  private static final ClassDesc SCALED = ClassDesc.of(ScaledTime.class.getName());
  private static final ClassDesc UNIT = ClassDesc.of(TimeUnit.class.getName());
  private static final ClassDesc DURATION = ClassDesc.of(Duration.class.getName());
  private static final ClassDesc LONG = ConstantDescs.CD_long;

  /// Calls that are replaced as a whole: their receiver becomes the first argument.
  private static final Set<String> REPLACED =
      Set.of(
          "java/lang/Thread.sleep(J)V",
          "java/lang/Thread.sleep(JI)V",
          "java/util/concurrent/TimeUnit.sleep(J)V",
          "java/util/Timer.schedule(Ljava/util/TimerTask;JJ)V",
          "java/util/Timer.scheduleAtFixedRate(Ljava/util/TimerTask;JJ)V",
          "java/util/concurrent/ScheduledExecutorService.scheduleAtFixedRate"
              + "(Ljava/lang/Runnable;JJLjava/util/concurrent/TimeUnit;)"
              + "Ljava/util/concurrent/ScheduledFuture;",
          "java/util/concurrent/ScheduledExecutorService.scheduleWithFixedDelay"
              + "(Ljava/lang/Runnable;JJLjava/util/concurrent/TimeUnit;)"
              + "Ljava/util/concurrent/ScheduledFuture;");

  /// Calls whose last argument is in milliseconds.
  private static final Set<String> MILLIS =
      Set.of(
          "java/lang/Object.wait(J)V",
          "java/lang/Thread.join(J)V",
          "java/util/Timer.schedule(Ljava/util/TimerTask;J)V");

  /// Calls whose last argument is in nanoseconds.
  private static final Set<String> NANOS =
      Set.of(
          "java/util/concurrent/locks/Condition.awaitNanos(J)J",
          "java/util/concurrent/locks/LockSupport.parkNanos(J)V",
          "java/util/concurrent/locks/LockSupport.parkNanos(Ljava/lang/Object;J)V");

  private final ScriptClasses script;

  /// @param script in which the script's own methods are looked up
  TimeScaler(ScriptClasses script, double speed) {
    this.script = script;
    Speed.set(speed);
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call) {
      scale(code, call);
    } else {
      code.with(element);
    }
  }

  private void scale(CodeBuilder code, InvokeInstruction call) {
    String owner = script.jdkOwner(call);
    String signature = owner + "." + call.name().stringValue() + call.type().stringValue();
    List<ClassDesc> parameters = call.typeSymbol().parameterList();
    if (REPLACED.contains(signature)) {
      replace(code, call, owner);
    } else if (MILLIS.contains(signature)) {
      code.invokestatic(SCALED, "millis", MethodTypeDesc.of(LONG, LONG)).with(call);
    } else if (NANOS.contains(signature)) {
      code.invokestatic(SCALED, "nanos", MethodTypeDesc.of(LONG, LONG)).with(call);
      if (call.typeSymbol().returnType().equals(LONG)) {
        code.invokestatic(SCALED, "unscaledNanos", MethodTypeDesc.of(LONG, LONG));
      }
    } else if (endsWithAmountAndUnit(parameters) && isWaiting(owner)) {
      code.invokestatic(SCALED, "nanos", MethodTypeDesc.of(LONG, LONG, UNIT))
          .getstatic(UNIT, "NANOSECONDS", UNIT)
          .with(call);
    } else if (!parameters.isEmpty() && parameters.getLast().equals(DURATION) && isWaiting(owner)) {
      code.invokestatic(SCALED, "duration", MethodTypeDesc.of(DURATION, DURATION)).with(call);
    } else {
      code.with(call);
    }
  }

  private static void replace(CodeBuilder code, InvokeInstruction call, String owner) {
    MethodTypeDesc type = call.typeSymbol();
    boolean isStatic = owner.equals("java/lang/Thread");
    code.invokestatic(
        SCALED,
        call.name().stringValue(),
        isStatic ? type : type.insertParameterTypes(0, ClassDesc.ofInternalName(owner)));
  }

  private static boolean endsWithAmountAndUnit(List<ClassDesc> parameters) {
    int size = parameters.size();
    return size >= 2
        && parameters.get(size - 1).equals(UNIT)
        && parameters.get(size - 2).equals(LONG);
  }

  private static boolean isWaiting(String owner) {
    return owner.equals("java/lang/Thread")
        || owner.equals("java/lang/Process")
        || (owner.startsWith("java/util/concurrent/") && !owner.endsWith("/TimeUnit"));
  }
}
