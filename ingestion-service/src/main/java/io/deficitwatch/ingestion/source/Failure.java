package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.fetch.FetchOutcome.Cause;
import io.deficitwatch.ingestion.release.ScratchFull;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells from an exception of the HTTP client why there is no answer. */
final class Failure {
  private Failure() {}

  /** More came than is taken. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Whether it is not the publisher who failed.
   *
   * @throws ScratchFull if what came had no room
   */
  static void throwIfFull(Throwable failure) {
    causes(failure)
        .filter(ScratchFull.class::isInstance)
        .map(ScratchFull.class::cast)
        .findFirst()
        .ifPresent(
            full -> {
              throw full;
            });
  }

  static Cause causeOf(@Nullable Throwable failure) {
    if (isAny(failure, HttpConnectTimeoutException.class)
        || isAny(failure, ConnectException.class)
        || isAny(failure, UnresolvedAddressException.class)) {
      return Cause.NO_CONNECTION;
    }
    if (isAny(failure, HttpTimeoutException.class)) {
      return Cause.TIMED_OUT;
    }
    return isAny(failure, TooLargeException.class) || isOverLimit(failure)
        ? Cause.TOO_LARGE
        : Cause.BROKE_OFF;
  }

  private static boolean isAny(@Nullable Throwable failure, Class<? extends Throwable> type) {
    return causes(failure).anyMatch(type::isInstance);
  }

  // The limiting body handler of the JDK has no exception of its own.
  private static boolean isOverLimit(@Nullable Throwable failure) {
    return causes(failure)
        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("exceeds capacity"));
  }

  private static Stream<Throwable> causes(@Nullable Throwable failure) {
    Stream.Builder<Throwable> causes = Stream.builder();
    Throwable cause = failure;
    while (cause != null) {
      causes.add(cause);
      cause = cause.getCause();
    }
    return causes.build();
  }
}
