package io.deficitwatch.alerting.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.alerting.alert.AlertChange;
import io.deficitwatch.alerting.alert.Backtest;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Backtests as they are written in requests and answers. */
final class BacktestBodies {
  private BacktestBodies() {}

  @Schema(name = "BacktestRequest", description = "Either rule, or ruleId of a rule that there is")
  record Request(
      RuleBodies.@Nullable Request rule,
      @Nullable String ruleId,
      @Schema(
              description =
                  "Only what was released from this moment on, as in 2024-01-01T00:00:00+09:00")
          @Nullable String from,
      @Schema(description = "Only what was released up to this moment") @Nullable String to,
      @Schema(description = "Id of a rule that there is: the answer then has the difference")
          @Nullable String comparedWith) {
    static Request empty() {
      return new Request(null, null, null, null, null);
    }
  }

  /**
   * Some of the transitions.
   *
   * @param after what the answer before gave; empty for the first page
   */
  record Page(Optional<BacktestCursor> after, int limit) {
    private static final int MOST = 1000;

    static Page read(Parameters parameters, @Nullable String limit, @Nullable String cursor) {
      return new Page(
          parameters.read("cursor", cursor, BacktestCursor::parse),
          parameters.number("limit", limit, 1, MOST).orElse(MOST));
    }

    boolean isFirst() {
      return after.isEmpty();
    }

    <T> List<T> of(List<T> all) {
      return all.stream().skip(skipped()).limit(limit).toList();
    }

    /** How many come before the next one, if there is one. */
    Optional<Integer> next(int size) {
      return limit < size - skipped() ? Optional.of(skipped() + limit) : Optional.empty();
    }

    private int skipped() {
      return after.map(BacktestCursor::skipped).orElse(0);
    }
  }

  @Schema(name = "BacktestStep")
  record Step(
      String alertId,
      @Schema(description = "As in the history of an alert") String transition,
      boolean announced,
      AlertChanged.Rule rule,
      AlertChanged.Found figure,
      AlertChanged.Cause cause,
      AlertChanged.Limit limit,
      Optional<AlertChanged.Measure> measure,
      LocalizedText summary,
      @Schema(
              description =
                  "When it would have happened: the moment of the release that brings it about")
          Instant at) {
    static Step of(AlertChange change) {
      AlertChanged told = change.told();
      return new Step(
          told.alertId(),
          change.kind(),
          change.announced(),
          told.rule(),
          told.figure(),
          told.cause(),
          told.limit(),
          told.measure(),
          told.summary(),
          told.occurredAt());
    }
  }

  @Schema(name = "BacktestSummary")
  record Summary(
      @Schema(description = "All transitions, also those on other pages") int transitions,
      @Schema(description = "Announcements, by transition") Map<Transition, Integer> announced,
      @Schema(
              description =
                  "Deliveries, by the id of the endpoint and after its filter; counted with the"
                      + " first page only")
          Optional<Map<String, Integer>> deliveries) {
    static Summary of(Backtest.Outcome.Found found, Optional<Map<String, Integer>> deliveries) {
      Map<Transition, Integer> counts = new EnumMap<>(Transition.class);
      for (Transition transition : Transition.values()) {
        counts.put(transition, 0);
      }
      found.announced().forEach(change -> counts.merge(change.transition(), 1, Integer::sum));
      return new Summary(found.changes().size(), counts, deliveries);
    }
  }

  @Schema(name = "RaisedAlert")
  record Raised(TimePeriod period, String releaseId, Instant at) implements Comparable<Raised> {
    private static final Comparator<Raised> ORDER =
        Comparator.comparing(Raised::at)
            .thenComparing(Raised::period)
            .thenComparing(Raised::releaseId);

    static Set<Raised> of(Backtest.Outcome.Found found) {
      return found.announced().stream()
          .filter(change -> change.transition() == Transition.RAISED)
          .map(
              change ->
                  new Raised(
                      change.figure().period(),
                      change.cause().vintage().orElse(change.figure().vintage()).releaseId(),
                      change.occurredAt()))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int compareTo(Raised other) {
      return ORDER.compare(this, other);
    }
  }

  @Schema(
      name = "BacktestDifference",
      description = "Alerts that one of two rules would raise, or both; the first 1,000 of each")
  record Difference(
      List<Raised> onlyThis,
      List<Raised> onlyOther,
      List<Raised> both,
      @Schema(description = "How many there are of each") Counts counts) {
    private static final int MOST = 1000;

    @Schema(name = "BacktestDifferenceCounts")
    record Counts(int onlyThis, int onlyOther, int both) {}

    static Difference of(Backtest.Outcome.Found mine, Backtest.Outcome.Found theirs) {
      Set<Raised> own = Raised.of(mine);
      Set<Raised> others = Raised.of(theirs);
      List<Raised> onlyThis = own.stream().filter(raised -> !others.contains(raised)).toList();
      List<Raised> onlyOther = others.stream().filter(raised -> !own.contains(raised)).toList();
      List<Raised> both = own.stream().filter(others::contains).toList();
      return new Difference(
          first(onlyThis),
          first(onlyOther),
          first(both),
          new Counts(onlyThis.size(), onlyOther.size(), both.size()));
    }

    private static List<Raised> first(List<Raised> all) {
      return all.subList(0, Math.min(MOST, all.size()));
    }
  }

  @Schema(name = "Backtest")
  record Response(
      List<Step> transitions,
      Summary summary,
      @Schema(description = "What is known here of the series; left out if nothing is")
          Optional<Backtest.Coverage> coverage,
      @Schema(description = "Where it was asked for, with the first page only")
          Optional<Difference> difference,
      @Schema(
              description =
                  "cursor of the next page of transitions, for the same body; left out with the"
                      + " last")
          Optional<String> next)
      implements Csv {
    @Override
    @JsonIgnore
    public List<String> columns() {
      return BacktestTable.COLUMNS;
    }

    @Override
    @JsonIgnore
    public Stream<List<String>> rows() {
      return transitions.stream().map(BacktestTable::row);
    }
  }
}
