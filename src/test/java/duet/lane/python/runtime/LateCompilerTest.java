package duet.lane.python.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateCompilerTest {
  private static final String RUNTIME = "com/oracle/truffle/runtime/";

  /// Without these names everything works as before, only more slowly, which no other test tells.
  /// Read from the files, since the classes load only in a JVM with a compiler for Python.
  @Test
  void truffleStillHasWhatIsPutOff() throws Exception {
    ClassModel runtime = read(RUNTIME + "hotspot/HotSpotTruffleRuntime.class");
    var types =
        runtime.fields().stream()
            .filter(field -> field.fieldName().equalsString(LateCompiler.TASK))
            .map(field -> field.fieldType().stringValue())
            .toList();
    assertEquals(List.of("L" + RUNTIME + "CompilationTask;"), types);
    assertEquals(
        1, methods(runtime, LateCompiler.COMPILER).getFirst().methodTypeSymbol().parameterCount());
    List<MethodModel> making = methods(read(RUNTIME + "CompilationTask.class"), LateCompiler.MAKE);
    assertEquals(1, making.size());
    assertTrue(
        making
            .getFirst()
            .methodType()
            .stringValue()
            .startsWith("(Ljava/lang/ref/WeakReference;Ljava/util/function/Consumer;)"));
  }

  private static List<MethodModel> methods(ClassModel type, String name) {
    return type.methods().stream()
        .filter(method -> method.methodName().equalsString(name))
        .toList();
  }

  private static ClassModel read(String file) throws Exception {
    try (InputStream in = LateCompiler.class.getClassLoader().getResourceAsStream(file)) {
      return ClassFile.of().parse(in.readAllBytes());
    }
  }
}
