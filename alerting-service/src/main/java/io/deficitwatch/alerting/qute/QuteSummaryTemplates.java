package io.deficitwatch.alerting.qute;

import io.deficitwatch.alerting.alert.SummaryTemplates;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Qute with nothing but values by their names and {@code if}: no loops, no other templates, no
 * properties or methods of a value, so that what a template costs is bounded by its length.
 */
@ApplicationScoped
class QuteSummaryTemplates implements SummaryTemplates {
  private final Engine engine =
      Engine.builder()
          .addSectionHelper(new IfSectionHelper.Factory())
          .addValueResolver(new ByName())
          .strictRendering(true)
          .build();

  @Override
  public Optional<String> objection(String template, Set<String> variables) {
    // With and without values, so that both sides of every "if" are seen, and with one that is no
    // number, as nearly all are: it cannot be compared with one
    return objection(template, variables, _ -> "¥-6.65 trn")
        .or(() -> objection(template, variables, _ -> "1"))
        .or(() -> objection(template, variables, _ -> ""));
  }

  private Optional<String> objection(
      String template, Set<String> variables, Function<String, String> value) {
    try {
      engine
          .parse(template)
          .render(variables.stream().collect(Collectors.toUnmodifiableMap(name -> name, value)));
      return Optional.empty();
    } catch (TemplateException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return Optional.of("it cannot be rendered, as where a text is compared with a number: " + e);
    }
  }

  @Override
  public Optional<String> render(String template, Map<String, String> variables) {
    try {
      return Optional.of(engine.parse(template).render(variables));
    } catch (RuntimeException _) {
      // Whatever it is: the words of one rule must not keep others from being judged
      return Optional.empty();
    }
  }

  /** A value of the map that the template is given. */
  private static final class ByName implements ValueResolver {
    @Override
    public boolean appliesTo(EvalContext context) {
      return context.getBase() instanceof Map && context.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
      Object value = ((Map<?, ?>) context.getBase()).get(context.getName());
      return value == null ? Results.notFound(context) : CompletedStage.of(value);
    }
  }
}
