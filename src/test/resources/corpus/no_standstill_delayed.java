// expect: completed
// prints: ^late$
import java.util.concurrent.*;

void main() {
  IO.println(new CompletableFuture<String>().completeOnTimeout("late", 1500, TimeUnit.MILLISECONDS).join());
}
