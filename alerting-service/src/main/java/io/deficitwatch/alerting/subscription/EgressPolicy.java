package io.deficitwatch.alerting.subscription;

import java.net.URI;
import java.util.List;

/**
 * Where webhooks may go. The same policy is asked when an endpoint is saved and when it is sent to.
 */
public interface EgressPolicy {
  /**
   * Why the URL cannot be an endpoint, each reason for people; empty if it can. A host that cannot
   * be resolved now is no reason: it may be set up later, and every send asks again.
   */
  List<String> objections(URI url);

  /**
   * Whether the URL is itself a secret that its service gave to whoever is to post there, as
   * incoming webhooks of chats are: who has it may send, and no challenge could be answered.
   */
  boolean isSecret(URI url);
}
