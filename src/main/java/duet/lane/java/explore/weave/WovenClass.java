package duet.lane.java.explore.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Rewrites one class. Its monitors become those of the schedule, and what it calls of the JDK that
/// starts threads or blocks is called here instead. In a class of the script, threads also take
/// turns.
final class WovenClass implements ClassTransform {
  private final ClassModel model;
  private final Optional<ScriptView> script;
  private final List<Consumer<ClassBuilder>> added = new ArrayList<>();
  private final String file;

  /// @param script the script that the class belongs to; empty for one of the JDK
  WovenClass(ClassModel model, Optional<ScriptView> script) {
    this.model = model;
    this.script = script;
    file =
        model
            .findAttribute(java.lang.classfile.Attributes.sourceFile())
            .map(SourceFileAttribute::sourceFile)
            .map(name -> name.stringValue())
            .orElse("");
  }

  /// The class file of the rewritten class.
  byte[] bytes(ClassFile classFile) {
    return classFile.transformClass(model, this);
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel method && method.code().isPresent()) {
      int flags = method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
      builder.withMethod(
          method.methodName(),
          method.methodType(),
          flags,
          rewritten -> {
            for (MethodElement part : method) {
              switch (part) {
                case CodeModel code -> rewritten.transformCode(code, new WovenBody(this, method));
                case java.lang.classfile.AccessFlags _ -> {}
                default -> rewritten.with(part);
              }
            }
          });
    } else if (element instanceof FieldModel field && isPool(field)) {
      builder.withField(
          field.fieldName(),
          field.fieldType(),
          made -> made.withFlags(field.flags().flagsMask() & ~ClassFile.ACC_FINAL));
    } else {
      builder.with(element);
    }
  }

  /// A pool that all threads share. Every schedule gets a new one.
  private boolean isPool(FieldModel field) {
    String name = field.fieldName().stringValue();
    return script.isEmpty() && (name.equals("common") || name.equals("ASYNC_POOL"));
  }

  @Override
  public void atEnd(ClassBuilder builder) {
    added.forEach(one -> one.accept(builder));
  }

  Optional<ScriptView> script() {
    return script;
  }

  String file() {
    return file;
  }

  ClassDesc type() {
    return model.thisClass().asSymbol();
  }

  boolean isInterface() {
    return model.flags().has(AccessFlag.INTERFACE);
  }

  /// Adds a method at the end of the class, and returns a number that no other one has.
  int add(Consumer<ClassBuilder> method) {
    added.add(method);
    return added.size();
  }
}
