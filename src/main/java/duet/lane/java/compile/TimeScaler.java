package duet.lane.java.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Rewrites the sleeps and timed waits of a script's class files so that they take a fraction of
/// their time ([ScaledTime]). It sees direct calls to the JDK; a method reference such as
/// `Thread::sleep`, or a wait inside the JDK itself, keeps its time.
final class TimeScaler {
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

  private final Map<String, ClassModel> script = new HashMap<>();
  private final ClassFile classFile;

  /// @param classes the script's class files, in which supertypes are looked up
  TimeScaler(Map<String, byte[]> classes) {
    classes.forEach((name, bytes) -> script.put(internal(name), ClassFile.of().parse(bytes)));
    ClassHierarchyResolver resolver =
        ClassHierarchyResolver.ofResourceParsing(
                type -> {
                  String name =
                      type.descriptorString().substring(1).replace(";", "").replace('/', '.');
                  byte[] bytes = classes.get(name);
                  return bytes == null ? null : new java.io.ByteArrayInputStream(bytes);
                })
            .orElse(ClassHierarchyResolver.defaultResolver());
    classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
  }

  /// The same classes, by binary name, with shorter waits.
  Map<String, byte[]> scaleAll(double speed) {
    ScaledTime.speed(speed);
    var scaled = new HashMap<String, byte[]>();
    script.forEach(
        (name, model) ->
            scaled.put(
                name.replace('/', '.'),
                classFile.transformClass(
                    model, ClassTransform.transformingMethodBodies(this::scale))));
    return scaled;
  }

  private void scale(CodeBuilder code, CodeElement element) {
    if (!(element instanceof InvokeInstruction call)) {
      code.with(element);
      return;
    }
    String owner = jdkOwner(call);
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

  /// The JDK class that a call reaches: the named one, or the first JDK class above a script's own
  /// class that does not declare the method itself. Empty when the script's own method is called.
  private String jdkOwner(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    for (ClassModel at = script.get(owner); at != null; at = script.get(owner)) {
      boolean own =
          at.methods().stream()
              .anyMatch(
                  method ->
                      method.methodName().equals(call.name())
                          && method.methodType().equals(call.type()));
      if (own || at.superclass().isEmpty()) {
        return "";
      }
      owner = at.superclass().get().asInternalName();
    }
    return owner;
  }

  private static String internal(String binaryName) {
    return binaryName.replace('.', '/');
  }
}
