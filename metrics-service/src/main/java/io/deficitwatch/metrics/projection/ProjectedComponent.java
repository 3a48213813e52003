package io.deficitwatch.metrics.projection;

/**
 * The projection of one flow of a component of a sum.
 *
 * @param id of the component, as in {@code COPYRIGHT}
 * @param sign with which its balance counts in the sum: 1 or -1
 * @param path adds up with the others to the projection of the sum, in every period and path
 */
public record ProjectedComponent(String id, Flow flow, int sign, Path path) {
  /** What of the component. */
  public enum Flow {
    /** Credit less debit. */
    BALANCE,
    /** What is received. */
    CREDIT,
    /** What is paid, counted positive. */
    DEBIT
  }
}
