package io.deficitwatch.eventing.deadletter;

import java.util.Locale;

/** Why a record is dead: header {@code dlt_reason}, meter label and log key alike. */
public enum DeadLetterReason {
  /** The record has no value; our topics carry no tombstones. */
  EMPTY_VALUE,
  /** A CloudEvents header is missing or malformed. */
  MALFORMED_HEADERS,
  /** The type is none of the published language. */
  UNKNOWN_TYPE,
  /** The type carries another payload than the consumer reads. */
  UNEXPECTED_TYPE,
  /** The value is not the JSON of the payload. */
  MALFORMED_PAYLOAD,
  /** The handler said that it will never work. */
  UNPROCESSABLE,
  /** The handler failed every time. */
  HANDLER_FAILED;

  /** As headers, meters and logs have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
