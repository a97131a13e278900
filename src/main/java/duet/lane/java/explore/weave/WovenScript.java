package duet.lane.java.explore.weave;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The classes of a script, rewritten so that its threads take turns.
///
/// @param classes by binary name
public record WovenScript(Map<String, byte[]> classes) {
  public WovenScript {
    classes = Map.copyOf(classes);
  }

  /// Rewrites the classes of a script.
  ///
  /// @param classes by binary name
  /// @param mainClass the binary name of the class that starts
  public static WovenScript of(Map<String, byte[]> classes, String mainClass) {
    var renamed = new HashMap<String, byte[]>();
    var models = new HashMap<String, ClassModel>();
    classes.forEach(
        (name, bytes) -> {
          String internal = name.replace('.', '/');
          renamed.put(internal, CopiedNames.renamed(bytes));
          models.put(
              internal,
              ClassFile.of(
                      ClassFile.DebugElementsOption.DROP_DEBUG,
                      ClassFile.LineNumbersOption.PASS_LINE_NUMBERS)
                  .parse(renamed.get(internal)));
        });
    var view = new ScriptView(models, mainClass.replace('.', '/'), new SharedCalls());
    ClassHierarchyResolver resolver =
        ClassHierarchyResolver.ofResourceParsing(
                type -> {
                  String text = type.descriptorString();
                  byte[] bytes =
                      text.startsWith("L")
                          ? renamed.get(text.substring(1, text.length() - 1))
                          : null;
                  return bytes == null ? null : new ByteArrayInputStream(bytes);
                })
            .orElse(JdkCopies.resolver())
            .orElse(ClassHierarchyResolver.defaultResolver());
    ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
    var woven = new HashMap<String, byte[]>();
    classes.forEach(
        (name, _) -> {
          ClassModel model = models.get(name.replace('.', '/'));
          if (model != null) {
            woven.put(name, new WovenClass(model, Optional.of(view)).bytes(classFile));
          }
        });
    return new WovenScript(woven);
  }
}
