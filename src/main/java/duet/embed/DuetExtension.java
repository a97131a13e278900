package duet.embed;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Plays scenarios for tests with JUnit 5, for their parameters with [PlayOf]; a parameter of the
/// type [Playground] is one for plays of the test's own. All tests of a run share one, which ends
/// with them.
public final class DuetExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(DuetExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Playground.class
        || (parameter.isAnnotated(PlayOf.class) && type == Played.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      Playground playground =
          context
              .getRoot()
              .getStore(OWN)
              .getOrComputeIfAbsent("playground", _ -> Playground.open(), Playground.class);
      return parameter.getParameter().getType() == Playground.class
          ? playground
          : play(playground, parameter.findAnnotation(PlayOf.class).orElseThrow());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Played play(Playground playground, PlayOf wanted) {
    synchronized (playground) { // figures of plays beside each other would mean little
      Playground own =
          playground
              .atSpeed(wanted.speed())
              .within(Duration.ofSeconds(wanted.seconds()))
              .withArguments(wanted.arguments());
      own = wanted.lanes().length == 0 ? own : own.onLanes(wanted.lanes());
      return (wanted.sandbox() ? own.sandboxed() : own).play(wanted.value());
    }
  }
}
