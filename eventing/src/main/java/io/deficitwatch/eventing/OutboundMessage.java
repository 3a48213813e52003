package io.deficitwatch.eventing;

/** What a use case leaves in the {@link Outbox}. */
public sealed interface OutboundMessage permits OutboundEvent, Tombstone {
  /** The event itself, or the one that a tombstone follows. */
  OutboundEvent event();
}
