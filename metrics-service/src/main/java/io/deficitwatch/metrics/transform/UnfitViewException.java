package io.deficitwatch.metrics.transform;

/** The view cannot be given; the message says why, in words for the caller. */
public class UnfitViewException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String parameter;

  UnfitViewException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** The parameter of the request that asks for it. */
  public String parameter() {
    return parameter;
  }
}
