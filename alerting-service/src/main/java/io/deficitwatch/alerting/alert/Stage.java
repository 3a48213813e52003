package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.contracts.value.Vintage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one release said of the series that a rule looks at.
 *
 * @param own of the series it watches
 * @param other of the one that this is compared with
 */
record Stage(Vintage vintage, List<Fact> own, List<Fact> other) {
  private static final Comparator<Vintage> ORDER = Fact::compare;

  /** Release after release. */
  static List<Stage> of(SeriesHistory own, Optional<SeriesHistory> other) {
    Map<Vintage, Stage> stages = new TreeMap<>(ORDER);
    own.facts().forEach(fact -> at(stages, fact).own.add(fact));
    other.stream()
        .flatMap(series -> series.facts().stream())
        .forEach(fact -> at(stages, fact).other.add(fact));
    return List.copyOf(stages.values());
  }

  private static Stage at(Map<Vintage, Stage> stages, Fact fact) {
    return stages.computeIfAbsent(
        fact.vintage(), vintage -> new Stage(vintage, new ArrayList<>(), new ArrayList<>()));
  }
}
