// preview
import java.util.concurrent.StructuredTaskScope;

void main() throws Exception {
  try (var scope = StructuredTaskScope.open()) {
    var one = scope.fork(() -> 1);
    var two = scope.fork(() -> 2);
    scope.join();
    IO.println(one.get() + two.get());
  }
}
