package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import java.time.YearMonth;

/**
 * What an indicator is, as data: version 2 stands beside version 1, it does not replace it.
 *
 * @param scope where and from when it holds
 */
public record IndicatorDefinition(
    String id, int version, Description description, Scope scope, Formula formula) {

  /**
   * @param refArea reference area of its series, SDMX CL_AREA, or {@link #EVERY_AREA}
   * @param validFrom first month for which it can be computed; no period that begins before
   * @param unit unit of measure of its values
   */
  public record Scope(String refArea, YearMonth validFrom, String unit) {
    /** Of an indicator that is computed for every area that its series have. */
    public static final String EVERY_AREA = "*";

    public boolean isEveryArea() {
      return refArea.equals(EVERY_AREA);
    }
  }

  /** The definition for one area; itself if it is of a single one. */
  public IndicatorDefinition in(String refArea) {
    return scope.isEveryArea()
        ? new IndicatorDefinition(
            id,
            version,
            description,
            new Scope(refArea, scope.validFrom(), scope.unit()),
            formula.in(refArea))
        : this;
  }

  public IndicatorRef ref(Frequency frequency) {
    return new IndicatorRef(id, version, scope.refArea(), frequency, scope.unit());
  }
}
