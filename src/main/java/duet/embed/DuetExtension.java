package duet.embed;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Plays scenarios for tests with JUnit 5, for their parameters with [PlayOf]. All tests of a run
/// share one [Playground], which ends with them.
public final class DuetExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(DuetExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(PlayOf.class)
        && parameter.getParameter().getType() == Played.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PlayOf wanted = parameter.findAnnotation(PlayOf.class).orElseThrow();
    Playground playground =
        context
            .getRoot()
            .getStore(OWN)
            .getOrComputeIfAbsent("playground", _ -> Playground.open(), Playground.class);
    try {
      synchronized (playground) { // figures of plays beside each other would mean little
        return playground
            .atSpeed(wanted.speed())
            .within(Duration.ofSeconds(wanted.seconds()))
            .play(wanted.value());
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
    }
  }
}
