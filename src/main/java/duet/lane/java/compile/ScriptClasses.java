package duet.lane.java.compile;

import java.io.ByteArrayInputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The class files of a script, which Duet rewrites before they are loaded.
final class ScriptClasses {
  private final Map<String, byte[]> classes;
  private final Map<String, ClassModel> models = new HashMap<>();
  private final ClassFile classFile;

  /// @param classes by binary name
  ScriptClasses(Map<String, byte[]> classes) {
    this.classes = classes;
    // Without variables' names the script's messages are those of `java FILE`.
    ClassFile reader = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG);
    classes.forEach((name, bytes) -> models.put(internal(name), reader.parse(bytes)));
    ClassHierarchyResolver resolver =
        ClassHierarchyResolver.ofResourceParsing(
                type -> {
                  String name =
                      type.descriptorString().substring(1).replace(";", "").replace('/', '.');
                  byte[] bytes = classes.get(name);
                  return bytes == null ? null : new ByteArrayInputStream(bytes);
                })
            .orElse(ClassHierarchyResolver.defaultResolver());
    classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
  }

  /// The same classes, by binary name, with other code.
  Map<String, byte[]> rewritten(CodeTransform transform) {
    var rewritten = new HashMap<String, byte[]>();
    classes.forEach((name, bytes) -> rewritten.put(name, rewritten(name, bytes, transform)));
    return rewritten;
  }

  private byte[] rewritten(String name, byte[] bytes, CodeTransform transform) {
    try {
      return classFile.transformClass(
          Objects.requireNonNull(models.get(internal(name))),
          ClassTransform.transformingMethodBodies(transform));
    } catch (IllegalArgumentException e) {
      return bytes; // a method would get longer than a class file allows
    }
  }

  /// The JDK class that a call reaches: the named one, or the first JDK class above a script's own
  /// class that does not declare the method itself. Empty when the script's own method is called.
  String jdkOwner(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    for (ClassModel at = models.get(owner); at != null; at = models.get(owner)) {
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

  /// The names of a method's parameters, see [ScriptLoader#parameters].
  List<String> parameters(String className, String name) {
    byte[] bytes = classes.get(className);
    List<MethodModel> methods =
        bytes == null
            ? List.of()
            : ClassFile.of().parse(bytes).methods().stream()
                .filter(method -> method.methodName().equalsString(name))
                .toList();
    return methods.size() != 1
        ? List.of()
        : methods.getFirst().code().stream()
            .flatMap(code -> code.findAttributes(Attributes.localVariableTable()).stream())
            .flatMap(table -> table.localVariables().stream())
            .filter(variable -> variable.startPc() == 0)
            .sorted(Comparator.comparing(LocalVariableInfo::slot))
            .map(variable -> variable.name().stringValue())
            .toList();
  }

  private static String internal(String binaryName) {
    return binaryName.replace('.', '/');
  }
}
