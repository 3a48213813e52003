package io.deficitwatch.alerting.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The body that a webhook of Microsoft Teams' Workflows takes: a message with one Adaptive Card
 * (adaptivecards.io/explorer). All text stands in text runs, which know no Markdown: outside text
 * makes no link. A message has 28 KB at the most, of which this takes less than half.
 */
record TeamsMessage(String type, List<Attachment> attachments) {
  private static final int LONGEST_HEADLINE = 300;
  private static final int LONGEST_SUMMARY = 1500;
  private static final int LONGEST_VALUE = 300;
  private static final int MOST_LINES = 12;

  record Attachment(String contentType, AdaptiveCard content) {}

  record AdaptiveCard(
      @JsonProperty("$schema") String schema,
      String type,
      String version,
      String lang,
      String fallbackText,
      List<RichTextBlock> body,
      List<OpenUrl> actions) {}

  record RichTextBlock(String type, List<TextRun> inlines) {
    private static RichTextBlock of(TextRun... inlines) {
      return new RichTextBlock("RichTextBlock", List.of(inlines));
    }
  }

  record TextRun(
      String type,
      String text,
      Optional<String> size,
      Optional<String> weight,
      @JsonProperty("isSubtle") Optional<Boolean> subtle) {
    private static TextRun of(String text) {
      return new TextRun("TextRun", text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static TextRun bold(String text) {
      return new TextRun(
          "TextRun", text, Optional.empty(), Optional.of("Bolder"), Optional.empty());
    }

    private static TextRun headline(String text) {
      return new TextRun(
          "TextRun", text, Optional.of("Large"), Optional.of("Bolder"), Optional.empty());
    }

    private static TextRun small(String text) {
      return new TextRun(
          "TextRun", text, Optional.of("Small"), Optional.empty(), Optional.of(true));
    }
  }

  record OpenUrl(String type, String title, URI url) {}

  static TeamsMessage of(Card card) {
    List<RichTextBlock> body = new ArrayList<>();
    body.add(RichTextBlock.of(TextRun.headline(Card.cut(card.headline(), LONGEST_HEADLINE))));
    Stream.of(card.summary())
        .filter(summary -> !summary.isEmpty())
        .map(summary -> RichTextBlock.of(TextRun.of(Card.cut(summary, LONGEST_SUMMARY))))
        .forEach(body::add);
    card.lines().stream()
        .limit(MOST_LINES)
        .map(
            line ->
                RichTextBlock.of(
                    TextRun.bold(line.name() + ": "),
                    TextRun.of(Card.cut(line.value(), LONGEST_VALUE))))
        .forEach(body::add);
    card.notes().stream()
        .map(note -> RichTextBlock.of(TextRun.small(Card.cut(note, LONGEST_VALUE))))
        .forEach(body::add);
    var content =
        new AdaptiveCard(
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "AdaptiveCard",
            // The newest that Teams shows on every platform.
            "1.4",
            card.language().code(),
            Card.cut(card.headline() + "\n" + card.summary(), LONGEST_SUMMARY),
            List.copyOf(body),
            card.links().stream()
                .map(link -> new OpenUrl("Action.OpenUrl", link.title(), link.url()))
                .toList());
    return new TeamsMessage(
        "message", List.of(new Attachment("application/vnd.microsoft.card.adaptive", content)));
  }
}
