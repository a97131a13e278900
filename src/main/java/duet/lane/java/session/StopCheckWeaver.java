package duet.lane.java.session;

import duet.lane.java.woven.StopCheck;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Puts a [StopCheck] at the start of every method and before every jump back.
final class StopCheckWeaver {
  private static final ClassDesc CHECK = ClassDesc.of(StopCheck.class.getName());
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

  /// Class files by internal name, in which supertypes are looked up.
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  private final ClassFile classFile =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(this::find)
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  /// Adds a class; call it for every class of a group before changing any of them.
  void add(String name, byte[] bytes) {
    known.put(name.replace('.', '/'), bytes);
  }

  /// The class with checks.
  byte[] in(byte[] bytes) {
    ClassTransform transform =
        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(MethodWeaver::new));
    return classFile.transformClass(classFile.parse(bytes), transform);
  }

  private @Nullable InputStream find(ClassDesc type) {
    String descriptor = type.descriptorString();
    byte[] bytes = known.get(descriptor.substring(1, descriptor.length() - 1));
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  /// The change to one method.
  private static final class MethodWeaver implements CodeTransform {
    private final Set<Label> passed = new HashSet<>();

    @Override
    public void atStart(CodeBuilder code) {
      code.invokestatic(CHECK, "check", NOTHING);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof LabelTarget target) {
        passed.add(target.label());
      }
      if (element instanceof BranchInstruction branch && passed.contains(branch.target())) {
        code.invokestatic(CHECK, "check", NOTHING);
      }
      code.with(element);
    }
  }
}
