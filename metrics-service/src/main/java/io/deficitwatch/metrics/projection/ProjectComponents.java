package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.Sum;
import io.deficitwatch.metrics.observation.VintageReader;
import io.deficitwatch.metrics.projection.ProjectedComponent.Flow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Projects the components of a sum, each by balance, credit and debit, so that they add up to the
 * projection of the sum: the sum's own path stands, and the components give way to it, the least
 * certain most.
 */
@ApplicationScoped
public class ProjectComponents {
  private final ChooseModel models;
  private final VintageReader observations;

  public ProjectComponents(ChooseModel models, VintageReader observations) {
    this.models = models;
    this.observations = observations;
  }

  /**
   * @param definition for one area
   * @param observed the values of the indicator at one frequency, as now known
   * @param total the projection made from them
   * @return by component; empty if the indicator is no sum, its projection knows no uncertainty, or
   *     a component is not known as long as the sum is
   */
  public List<ProjectedComponent> project(
      IndicatorDefinition definition, List<Observed> observed, Path total) {
    if (!(definition.formula() instanceof Sum sum) || total.simulated().size() < 2) {
      return List.of();
    }
    List<TimePeriod> periods = observed.stream().map(Observed::period).toList();
    ComponentFlows flows = new ComponentFlows(sum, observations);
    List<Part> parts = new ArrayList<>();
    for (Component component : sum.components()) {
      if (sum.parts(periods.getLast()).allMatch(component::holdsFor)) {
        Map<Flow, List<Observed>> known = flows.of(component, periods);
        if (known.isEmpty()) {
          return List.of();
        }
        known.forEach((flow, values) -> parts.add(part(component, flow, values, total)));
      }
    }
    boolean comparable =
        !parts.isEmpty()
            && parts.stream()
                .allMatch(part -> part.path.simulated().size() == total.simulated().size());
    return comparable ? new ReconciledPaths(total, parts).components() : List.of();
  }

  private Part part(Component component, Flow flow, List<Observed> values, Path total) {
    Path path = models.project(values, total.points().size()).orElseThrow();
    // What is constant is certain: every path of the sum has the same of it
    return new Part(
        component,
        flow,
        values,
        new Path(
            path.method(), path.points(), path.simulated().spreadOver(total.simulated().size())));
  }

  /** A flow with the projection that was made of it alone. */
  record Part(Component component, Flow flow, List<Observed> observed, Path path) {}
}
