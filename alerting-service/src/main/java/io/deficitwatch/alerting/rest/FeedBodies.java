package io.deficitwatch.alerting.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.deficitwatch.alerting.delivery.FeedReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The feed as it is written in answers. */
final class FeedBodies {
  private FeedBodies() {}

  @Schema(name = "FeedItem")
  record Item(
      @Schema(description = "Where to go on from after this one") String cursor,
      @Schema(description = "The same as on the webhook that says the same") String webhookId,
      String type,
      Instant createdAt,
      @Schema(type = SchemaType.OBJECT, description = "The webhook's body, digit for digit")
          @JsonRawValue
          String body,
      @Schema(description = "Why it was not sent; only where a silence or the like kept it back")
          Optional<SilenceBodies.Cause> suppressed) {
    static Item of(FeedReader.Entry entry) {
      return new Item(
          Long.toString(entry.number()),
          entry.messageId(),
          entry.type(),
          entry.createdAt(),
          entry.body(),
          entry.suppressed().map(SilenceBodies.Cause::of));
    }
  }

  @Schema(name = "Feed")
  record Feed(
      List<Item> items,
      @Schema(description = "after of the next request; the same as before if nothing was new")
          String next) {}
}
