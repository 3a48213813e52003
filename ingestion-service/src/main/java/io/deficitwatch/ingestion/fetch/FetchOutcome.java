package io.deficitwatch.ingestion.fetch;

import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of one fetch. */
public sealed interface FetchOutcome {
  /** Something new came, and it is in the archive; an operator may have to look at it first. */
  record NewRelease(String releaseId, Instant releasedAt, Standing.State state)
      implements FetchOutcome {
    @Override
    public Kind kind() {
      return Kind.NEW_RELEASE;
    }
  }

  /** What came was taken before, as this release. */
  record Unchanged(String releaseId) implements FetchOutcome {
    @Override
    public Kind kind() {
      return Kind.UNCHANGED;
    }
  }

  /** The publisher says that we have it. */
  record NotModified() implements FetchOutcome, Fetched {
    @Override
    public Kind kind() {
      return Kind.NOT_MODIFIED;
    }
  }

  /**
   * The publisher answered with an error.
   *
   * @param code the publisher's own, or {@code HTTP 404}
   * @param message fit to be shown
   * @param retryAfter how long it asks to be left alone
   */
  record PublisherError(String code, String message, Optional<Duration> retryAfter)
      implements FetchOutcome, Fetched {
    @Override
    public Kind kind() {
      return Kind.PUBLISHER_ERROR;
    }
  }

  /** No whole answer could be had. */
  record Unreachable(Cause cause) implements FetchOutcome, Fetched {
    @Override
    public Kind kind() {
      return Kind.UNREACHABLE;
    }
  }

  /**
   * What came is not fit to be taken.
   *
   * @param findings the first ones
   * @param count of all findings
   */
  record Refused(RefusalReason reason, List<Finding> findings, int count) implements FetchOutcome {
    public Refused {
      findings = List.copyOf(findings);
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /** Other releases fill what there is room for here; the source is asked again in a while. */
  record Busy() implements FetchOutcome, Fetched {
    @Override
    public Kind kind() {
      return Kind.BUSY;
    }
  }

  /**
   * Something of ours broke, or the memory was too small.
   *
   * @param cause for people; the log has the whole of it
   */
  record Failed(String cause) implements FetchOutcome {
    static Failed of(Throwable failure) {
      return new Failed(failure.getClass().getSimpleName());
    }

    @Override
    public Kind kind() {
      return Kind.FAILED;
    }
  }

  Kind kind();

  /** What happened, in words. */
  default String detail() {
    return switch (this) {
      case NewRelease(var id, var releasedAt, var state) ->
          "release %s of %s, %s".formatted(id, releasedAt, state.name().toLowerCase(Locale.ROOT));
      case Unchanged(var id) -> "the same as release " + id;
      case NotModified _ -> "not modified since the last fetch";
      case PublisherError(var code, var message, var _) -> code + ": " + message;
      case Unreachable(var cause) -> cause.words();
      case Busy _ -> "other releases fill the memory or the disk here";
      case Failed(var cause) -> "it could not be carried out: " + cause;
      case Refused(var reason, var findings, var count) ->
          "%s; faults: %d; first: %s"
              .formatted(
                  reason.label(),
                  count,
                  findings.stream()
                      .findFirst()
                      .map(finding -> finding.place() + ": " + finding.detail())
                      .orElse("none"));
    };
  }

  /** The outcomes, as logs and meters have them. */
  enum Kind {
    NEW_RELEASE,
    UNCHANGED,
    NOT_MODIFIED,
    PUBLISHER_ERROR,
    UNREACHABLE,
    REFUSED,
    BUSY,
    FAILED;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the publisher, or we, could not do what was asked. */
    boolean isFailure() {
      return switch (this) {
        case NEW_RELEASE, UNCHANGED, NOT_MODIFIED, BUSY -> false;
        case PUBLISHER_ERROR, UNREACHABLE, REFUSED, FAILED -> true;
      };
    }
  }

  /** Why no whole answer could be had. */
  enum Cause {
    NO_CONNECTION("no connection to the publisher"),
    TIMED_OUT("the publisher took too long"),
    BROKE_OFF("the answer broke off"),
    TOO_LARGE("the answer is larger than is taken"),
    REDIRECTED("the publisher sends us to another host, or round in a circle"),
    TOO_MANY_PAGES("the publisher's pages do not come to an end"),
    NOT_ENCRYPTED("the source is not reached by https, and the configuration demands it");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
