package io.deficitwatch.eventing.deadletter;

/** Headers that a dead letter has beside those of the record. Replay takes them off again. */
final class DeadLetterHeaders {
  static final String PREFIX = "dlt_";
  static final String REASON = "dlt_reason";
  static final String DETAIL = "dlt_detail";
  static final String TOPIC = "dlt_topic";
  static final String PARTITION = "dlt_partition";
  static final String OFFSET = "dlt_offset";
  static final String CONSUMER = "dlt_consumer";
  static final String FAILED_AT = "dlt_failed_at";

  private DeadLetterHeaders() {}
}
