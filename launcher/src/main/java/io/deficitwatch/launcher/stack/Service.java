package io.deficitwatch.launcher.stack;

import java.util.Locale;

/** The services, in the order of a release's way through them. */
public enum Service {
  INGESTION,
  METRICS,
  ALERTING;

  /** Lower case: the name of its database, its role and its log file. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its folder in the project. */
  String module() {
    return id() + "-service";
  }
}
