package duet.lane.java.explore.weave;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the classes of a script declare.
///
/// @param models by internal name
/// @param mainClass the internal name of the class that starts
record ScriptView(Map<String, ClassModel> models, String mainClass, SharedCalls calls) {
  /// The class outside of the script that a call reaches; the script's own class where it declares
  /// the method.
  Optional<String> outside(String owner, String name, String type) {
    String at = owner;
    for (ClassModel model = models.get(at); model != null; model = models.get(at)) {
      boolean isOwn =
          model.methods().stream()
              .anyMatch(
                  method ->
                      method.methodName().equalsString(name)
                          && method.methodType().equalsString(type));
      if (isOwn || model.superclass().isEmpty()) {
        return Optional.empty();
      }
      at = model.superclass().get().asInternalName();
    }
    return JdkCopies.outside(at, name, type);
  }

  /// Whether a field is one of the script's that can change.
  boolean isMutable(String owner, String name) {
    FieldModel field = field(owner, name);
    return field != null
        && !field.flags().has(AccessFlag.FINAL)
        && !field.flags().has(AccessFlag.SYNTHETIC);
  }

  private @Nullable FieldModel field(String owner, String name) {
    for (ClassModel at = models.get(owner); at != null; ) {
      for (FieldModel field : at.fields()) {
        if (field.fieldName().equalsString(name)) {
          return field;
        }
      }
      at = at.superclass().map(above -> models.get(above.asInternalName())).orElse(null);
    }
    return null;
  }

  /// What a person calls a field.
  String name(String owner, String field) {
    String simple = owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
    return owner.equals(mainClass) ? field : simple + "." + field;
  }
}
