package io.deficitwatch.eventing;

import java.util.List;

/**
 * Where a use case leaves its events: they are stored by its own transaction and published after
 * the commit, in order.
 */
public interface Outbox {
  /**
   * Stores the messages in the current transaction; they leave together with its other effects, or
   * not at all.
   *
   * @throws IllegalStateException if no transaction is active
   */
  void append(List<? extends OutboundMessage> messages);
}
