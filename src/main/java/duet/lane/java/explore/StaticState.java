package duet.lane.java.explore;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Whether the classes of a script keep anything between two schedules: in static fields, or in
/// what those refer to. If not, all schedules can use the same classes, which saves most of the
/// time.
final class StaticState {
  /// Types whose objects nobody can change. The monitors of a schedule are its own.
  private static final Set<String> UNCHANGING =
      Set.of(
          "Ljava/lang/String;",
          "Ljava/lang/Object;",
          "Ljava/lang/Integer;",
          "Ljava/lang/Long;",
          "Ljava/lang/Double;",
          "Ljava/lang/Boolean;",
          "Ljava/time/Duration;",
          "Ljava/util/regex/Pattern;");

  private StaticState() {}

  /// Whether they may.
  static boolean isIn(Collection<byte[]> classes) {
    List<ClassModel> models = classes.stream().map(bytes -> ClassFile.of().parse(bytes)).toList();
    return models.stream().anyMatch(StaticState::isIn);
  }

  private static boolean isIn(ClassModel model) {
    boolean isEnum = model.flags().has(AccessFlag.ENUM);
    return model.fields().stream()
        .anyMatch(
            field ->
                field.flags().has(AccessFlag.STATIC)
                    ? !isConstant(field)
                    : isEnum && !isUnchanging(field));
  }

  private static boolean isConstant(FieldModel field) {
    return field.flags().has(AccessFlag.SYNTHETIC)
        || field.flags().has(AccessFlag.ENUM)
        || isUnchanging(field);
  }

  private static boolean isUnchanging(FieldModel field) {
    String type = field.fieldType().stringValue();
    return field.flags().has(AccessFlag.FINAL) && (type.length() == 1 || UNCHANGING.contains(type));
  }
}
