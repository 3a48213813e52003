package io.deficitwatch.edge;

import java.util.Set;

/**
 * Who a bearer token belongs to.
 *
 * @param name principal name, as logs and resources see it: {@code operator}, or a subscriber's id
 * @param roles of {@link Role}
 */
public record Caller(String name, Set<String> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }
}
