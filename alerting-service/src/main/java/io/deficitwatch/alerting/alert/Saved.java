package io.deficitwatch.alerting.alert;

/** What saving something of a subscriber came to, of which one can have so many and no more. */
public enum Saved {
  ADDED,
  CHANGED,
  /** There are as many as there may be, and nothing was saved. */
  NO_ROOM
}
