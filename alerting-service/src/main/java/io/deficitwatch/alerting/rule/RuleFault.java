package io.deficitwatch.alerting.rule;

/**
 * Why a rule says nothing although it was saved.
 *
 * @param detail for its owner
 */
public record RuleFault(Reason reason, String detail) {
  /** In a word. */
  public enum Reason {
    /** Its figures are in another unit than the indicator, or the two that it compares are. */
    UNFIT,
    /** Its evaluation failed. */
    FAILED
  }
}
