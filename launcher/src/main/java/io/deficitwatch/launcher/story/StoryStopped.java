package io.deficitwatch.launcher.story;

/** The story cannot go on; the message says what a service answered, or that it did not. */
public final class StoryStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoryStopped(String message) {
    super(message);
  }

  StoryStopped(String message, Throwable cause) {
    super(message, cause);
  }
}
