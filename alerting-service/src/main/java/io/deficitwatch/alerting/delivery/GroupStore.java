package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.subscription.EndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps messages that an endpoint wants together until their group is closed. */
public interface GroupStore {
  /**
   * The group that should have been closed first, with its members in order. It is held until the
   * transaction ends: nothing joins it meanwhile.
   *
   * @param most members at the most; the rest come with the next call
   */
  Optional<DueGroup> holdDue(Instant now, int most);

  /** Closes one whose members are not kept any more. */
  void close(DueGroup group);

  /** Sends a member by itself, under its own id. */
  void sendAlone(DueGroup group, Instant now);

  /** Sends the members in one message. */
  void sendTogether(DueGroup group, Message together, Instant now);

  /**
   * @param members in order
   */
  record DueGroup(long number, EndpointId endpoint, List<Member> members) {}

  /** A message of a group. */
  record Member(long number, String id, String body) {}
}
