package duet.lane.java.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import duet.lane.java.compile.ScriptLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a script calls its objects.
class ObjectPathsTest {
  /// As in a script; it is loaded like one.
  @SuppressWarnings("unused")
  static final class Table {
    static Object shared = new Object();
    static Object[] forks = {new Object(), new Object(), new Object()};
    static List<Object> list = new ArrayList<>(List.of("x", new Object()));
    static Map<String, Object> map = Map.of("left", new Object());
    Object own = new Object();
    Object[][] deep = {{new Object()}};
    @Nullable Table next;
  }

  private Class<?> type;

  @BeforeEach
  void load() throws Exception {
    String name = Table.class.getName();
    type = new ScriptLoader(Map.of(name, bytesOf(Table.class)), 1).loadClass(name);
  }

  @Test
  void fieldsAndWhatIsInThem() throws Exception {
    assertEquals(Optional.of("shared"), nameOf(value("shared", null)));
    assertEquals(Optional.of("forks[2]"), nameOf(((Object[]) value("forks", null))[2]));
    assertEquals(Optional.of("list[1]"), nameOf(((List<?>) value("list", null)).get(1)));
    assertEquals(
        Optional.of("map[left]"),
        nameOf(Objects.requireNonNull(((Map<?, ?>) value("map", null)).get("left"))));
  }

  @Test
  void fieldsOfObjects() throws Exception {
    Object first = newTable();
    Object second = newTable();
    var next = type.getDeclaredField("next");
    next.setAccessible(true);
    next.set(first, second);
    assertEquals(Optional.of("own"), nameOf(value("own", first), first));
    assertEquals(Optional.of("next.own"), nameOf(value("own", second), first));
    Object[][] deep = (Object[][]) value("deep", first);
    assertEquals(Optional.of("deep[0][0]"), nameOf(deep[0][0], first));
  }

  @Test
  void whatCannotBeReachedHasNoName() throws Exception {
    assertEquals(Optional.empty(), nameOf(new Object(), newTable()));
  }

  private Optional<String> nameOf(Object target, Object... roots) {
    return ObjectPaths.first(value -> value == target, type, Map.of(), List.of(roots));
  }

  private Object newTable() throws Exception {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private Object value(String field, @Nullable Object owner) throws Exception {
    var found = type.getDeclaredField(field);
    found.setAccessible(true);
    return Objects.requireNonNull(found.get(owner));
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
      return in.readAllBytes();
    }
  }
}
