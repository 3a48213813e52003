package io.deficitwatch.alerting.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.alerting.subscription.EndpointOptions;
import io.deficitwatch.contracts.json.ContractsJson;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/** What is posted, in the shape that the endpoint asks for. */
@Singleton
class Bodies {
  private static final Logger LOG = Logger.getLogger(Bodies.class);

  private final Cards cards;

  Bodies(Cards cards) {
    this.cards = cards;
  }

  /**
   * @param stored the message as it is kept
   */
  String of(String stored, EndpointOptions.Form form) {
    try {
      return switch (form.payload()) {
        case STANDARD -> stored;
        case SLACK -> write(SlackMessage.of(cards.read(stored, form.language())));
        case TEAMS -> write(TeamsMessage.of(cards.read(stored, form.language())));
      };
    } catch (RuntimeException e) {
      // Never seen; but then the receiver's answer to it stands in the attempt log.
      LOG.errorf(e, "message not written as %s", form.payload().code());
      return stored;
    }
  }

  private static String write(Record message) {
    try {
      return ContractsJson.mapper().writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
