package io.deficitwatch.launcher.stack;

/** The stack cannot be started or kept up; the message is for the person at the terminal. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** What to print. */
  public String forPeople() {
    return String.valueOf(getMessage());
  }
}
