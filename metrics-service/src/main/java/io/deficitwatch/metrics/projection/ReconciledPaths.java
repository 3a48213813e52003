package io.deficitwatch.metrics.projection;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.metrics.forecast.Reconciliation;
import io.deficitwatch.metrics.forecast.Reconciliation.Sum;
import io.deficitwatch.metrics.forecast.RoundedSums;
import io.deficitwatch.metrics.forecast.SimulatedPaths;
import io.deficitwatch.metrics.projection.ProjectComponents.Part;
import io.deficitwatch.metrics.projection.ProjectedComponent.Flow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Projections of the parts of a sum, made to add up to that of the sum. */
final class ReconciledPaths {
  private final Path total;
  private final List<Part> parts;
  private final List<Sum> sums;

  private static final double LEAST_SHARE = 1e-9;

  /**
   * @param parts as many paths and steps as the total has
   */
  ReconciledPaths(Path total, List<Part> parts) {
    this.total = total;
    this.parts = parts;
    this.sums = sums(parts);
  }

  List<ProjectedComponent> components() {
    Reconciliation reconciliation = new Reconciliation(parts.size() + 1, sums);
    List<SimulatedPaths> paths =
        reconciliation.reconcileBelow(paths().map(Path::simulated).toList());
    double[][] points = points(reconciliation);
    List<ProjectedComponent> components = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      components.add(
          new ProjectedComponent(
              part.component().id(),
              part.flow(),
              part.component().sign(),
              new Path(
                  method(part.path().method()),
                  ProjectedPoints.after(part.observed(), points[i], paths.get(i)),
                  paths.get(i))));
    }
    return List.copyOf(components);
  }

  private Stream<Path> paths() {
    return Stream.concat(parts.stream().map(Part::path), Stream.of(total));
  }

  /** Point forecasts by part and by step; they add up to the last digit. */
  private double[][] points(Reconciliation reconciliation) {
    int steps = total.points().size();
    double[][] points = new double[parts.size()][steps];
    for (int step = 0; step < steps; step++) {
      int at = step;
      double[] values =
          paths().mapToDouble(path -> path.points().get(at).value().doubleValue()).toArray();
      double[] variances = variances(at);
      BigDecimal sum = total.points().get(step).value();
      List<BigDecimal> rounded =
          new RoundedSums(sums, Math.max(0, sum.scale()))
              .round(reconciliation.reconcileBelow(values, variances), sum);
      for (int i = 0; i < parts.size(); i++) {
        points[i][step] = rounded.get(i).doubleValue();
      }
    }
    return points;
  }

  // What does not vary gives way a little all the same, where nothing else could
  private double[] variances(int step) {
    double[] variances = paths().mapToDouble(path -> Math.pow(width(path, step), 2)).toArray();
    double least = Arrays.stream(variances).max().orElse(0) * LEAST_SHARE;
    return Arrays.stream(variances).map(variance -> Math.max(variance, least)).toArray();
  }

  private static double width(Path path, int step) {
    return path.simulated().quantile(step + 1, 0.9) - path.simulated().quantile(step + 1, 0.1);
  }

  private static Method method(Method alone) {
    return new Method(
        alone.id(),
        alone.description() + " Reconciled with the projection of the sum.",
        alone.observations());
  }

  /** By component credit less debit, and then the balances together: the last place. */
  private static List<Sum> sums(List<Part> parts) {
    List<Sum> sums = new ArrayList<>();
    Map<Integer, Integer> balances = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.flow() == Flow.BALANCE) {
        balances.put(i, part.component().sign());
        OptionalInt credit = find(parts, part, Flow.CREDIT);
        if (credit.isPresent()) {
          int debit = find(parts, part, Flow.DEBIT).orElseThrow();
          sums.add(new Sum(i, Map.of(credit.getAsInt(), 1, debit, -1)));
        }
      }
    }
    sums.add(new Sum(parts.size(), balances));
    return sums;
  }

  private static OptionalInt find(List<Part> parts, Part like, Flow flow) {
    return IntStream.range(0, parts.size())
        .filter(
            i ->
                parts.get(i).flow() == flow
                    && parts.get(i).component().id().equals(like.component().id()))
        .findFirst();
  }
}
