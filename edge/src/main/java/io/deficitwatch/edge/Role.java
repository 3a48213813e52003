package io.deficitwatch.edge;

/** Roles that a bearer token carries, for {@code @RolesAllowed}. */
public final class Role {
  /** May post releases. */
  public static final String PUBLISHER = "publisher";

  /** May do everything. Implies all other roles. */
  public static final String OPERATOR = "operator";

  /**
   * May read published statistics. Anonymous callers have it only where {@code anonymous-reads} is
   * switched on.
   */
  public static final String READER = "reader";

  /** May manage its own endpoints, rules and alerts. */
  public static final String SUBSCRIBER = "subscriber";

  private Role() {}
}
