package io.deficitwatch.contracts;

/** Names of the Kafka topics. */
public final class Topics {
  /** Releases as accepted, in parts; retained by time. Key: reference area. */
  public static final String RELEASES = "releases.v1";

  /** What operators are to know: releases held back, decided on, overdue. Key: dataflow. */
  public static final String OPERATIONS = "operations.v1";

  /** The latest state of every indicator value; compacted. Key: indicator/area/frequency/period. */
  public static final String INDICATORS = "indicators.v1";

  /** The latest projection of every indicator; compacted. Key: indicator/area/frequency. */
  public static final String PROJECTIONS = "projections.v1";

  /** Every change of an alert; retained long. Key: rule/indicator/area/frequency. */
  public static final String ALERTS = "alerts.v1";

  private Topics() {}

  /** Whether Kafka keeps the last record of each key only, so that the topic reads like a table. */
  public static boolean isCompacted(String topic) {
    return topic.equals(INDICATORS) || topic.equals(PROJECTIONS);
  }

  /** The topic that takes the records of {@code topic} that a consumer cannot process. */
  public static String deadLetterTopicOf(String topic) {
    return topic + ".dlt";
  }
}
