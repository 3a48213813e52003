package io.deficitwatch.ingestion.release;

import java.util.Locale;

/** Why a release is not taken. */
public enum RefusalReason {
  /** The catalogue does not know the dataflow. */
  UNKNOWN_DATAFLOW,
  /** It is in no format that can be read. */
  UNSUPPORTED_FORMAT,
  /** It breaks off or is not written as its format demands. */
  UNREADABLE_RELEASE,
  /** The publisher answered with an error and no figures. */
  PUBLISHER_ERROR,
  /** It is one page of several. */
  INCOMPLETE_RELEASE,
  /** It can be read, and what it says cannot be right. */
  FAULTY_RELEASE;

  /** As logs, meters and problem types have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
