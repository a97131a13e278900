package duet.embed;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A JUnit 5 extension that plays a scenario for each test parameter with [PlayOf]. With a
/// parameter of the type [Playground], a test can play scenarios itself. All tests of a run share
/// one playground, which is closed after them.
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
    synchronized (playground) { // plays at the same time would distort each other's figures
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
