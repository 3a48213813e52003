package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.projection.ProjectedComponent;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The components of an indicator, projected so that they add up to it. */
@Schema(name = "ProjectedComponents")
record ProjectedComponentsResponse(
    IndicatorHead indicator,
    @Schema(description = "F: forecast, never an observation") ObservationStatus status,
    @Schema(description = "How the indicator itself is projected") Method method,
    @Schema(description = "What the indicator is made of: components of a sum, sides of a ratio")
        List<String> parts,
    @Schema(description = "The latest release that it was made from") Vintage vintage,
    TimePeriod lastObserved,
    @Schema(description = "Which periods it rests on") Optional<Ranking.Coverage> coverage,
    @Schema(description = "Of the projection of the indicator, which the components add up to")
        Optional<Calibration> calibration,
    List<ComponentPath> components,
    List<String> creditLines)
    implements ProjectedAnswer {
  private static final List<String> COLUMNS =
      List.of(
          "COMPONENT",
          "FLOW",
          "SIGN",
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "UNIT_MEASURE",
          "LOWER_80",
          "UPPER_80",
          "LOWER_95",
          "UPPER_95",
          "LAST_OBSERVED");

  /** One flow of a component. */
  @Schema(name = "ComponentPath")
  record ComponentPath(
      @Schema(examples = "COPYRIGHT") String id,
      @Schema(description = "BALANCE: credit less debit") ProjectedComponent.Flow flow,
      @Schema(description = "With which the balance counts in the sum: 1 or -1") int sign,
      Method method,
      List<ComponentPoint> points) {
    static ComponentPath of(ProjectedComponent component) {
      return new ComponentPath(
          component.id(),
          component.flow(),
          component.sign(),
          component.path().method(),
          component.path().points().stream().map(ComponentPoint::of).toList());
    }
  }

  /** A projected period. */
  @Schema(name = "ComponentPoint")
  record ComponentPoint(
      TimePeriod period, BigDecimal value, Interval interval80, Interval interval95) {
    static ComponentPoint of(Point point) {
      return new ComponentPoint(
          point.period(), point.value(), point.interval80(), point.interval95());
    }
  }

  @Override
  @JsonIgnore
  public Optional<Instant> lastModified() {
    return Optional.of(vintage.releasedAt());
  }

  @Override
  @JsonIgnore
  public List<String> furtherColumns() {
    return COLUMNS;
  }

  @Override
  @JsonIgnore
  public Stream<Row> furtherRows() {
    return components.stream()
        .flatMap(
            component ->
                component.points().stream()
                    .map(point -> new Row(component.method(), vintage, cells(component, point))));
  }

  private List<String> cells(ComponentPath component, ComponentPoint point) {
    return List.of(
        component.id(),
        component.flow().name(),
        Integer.toString(component.sign()),
        point.period().toString(),
        point.value().toPlainString(),
        status.name(),
        indicator.unit(),
        point.interval80().lower().toPlainString(),
        point.interval80().upper().toPlainString(),
        point.interval95().lower().toPlainString(),
        point.interval95().upper().toPlainString(),
        lastObserved.toString());
  }
}
