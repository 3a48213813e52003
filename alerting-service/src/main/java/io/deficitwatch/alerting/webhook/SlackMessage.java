package io.deficitwatch.alerting.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The body of an incoming webhook of Slack: blocks, and a text for notifications. Limits and
 * escaping are those of Block Kit (docs.slack.dev/reference/block-kit/blocks,
 * docs.slack.dev/messaging/formatting-message-text).
 *
 * @param text what is shown where blocks are not
 */
record SlackMessage(String text, List<Block> blocks) {
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 3000;
  private static final int LONGEST_FIELD = 2000;
  private static final int MOST_FIELDS = 10;
  private static final int MOST_ELEMENTS = 10;

  record Block(
      String type,
      Optional<Text> text,
      Optional<List<Text>> fields,
      Optional<List<Text>> elements) {
    private static Block header(String text) {
      return new Block("header", Optional.of(Text.plain(text)), Optional.empty(), Optional.empty());
    }

    private static Block section(String text) {
      return new Block(
          "section", Optional.of(Text.marked(text)), Optional.empty(), Optional.empty());
    }

    private static Block fields(List<Text> fields) {
      return new Block("section", Optional.empty(), Optional.of(fields), Optional.empty());
    }

    private static Block context(List<Text> elements) {
      return new Block("context", Optional.empty(), Optional.empty(), Optional.of(elements));
    }
  }

  /**
   * @param verbatim of marked text: nothing in it becomes a link or a mention by itself
   * @param emoji of plain text: a word between colons stays one
   */
  record Text(String type, String text, Optional<Boolean> verbatim, Optional<Boolean> emoji) {
    private static Text plain(String text) {
      return new Text("plain_text", text, Optional.empty(), Optional.of(false));
    }

    private static Text marked(String text) {
      return new Text("mrkdwn", text, Optional.of(true), Optional.empty());
    }
  }

  static SlackMessage of(Card card) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.header(escaped(card.headline(), LONGEST_HEADER)));
    if (!card.summary().isEmpty()) {
      blocks.add(Block.section(escaped(card.summary(), LONGEST_SECTION)));
    }
    List<Text> fields = card.lines().stream().limit(MOST_FIELDS).map(SlackMessage::field).toList();
    if (!fields.isEmpty()) {
      blocks.add(Block.fields(fields));
    }
    List<Text> elements = new ArrayList<>();
    if (!card.links().isEmpty()) {
      elements.add(
          Text.marked(
              card.links().stream()
                  .map(link -> "<%s|%s>".formatted(escape(link.url().toString()), link.title()))
                  .collect(Collectors.joining("  "))));
    }
    card.notes().forEach(note -> elements.add(Text.marked(escaped(note, LONGEST_FIELD))));
    if (!elements.isEmpty()) {
      blocks.add(Block.context(elements.stream().limit(MOST_ELEMENTS).toList()));
    }
    return new SlackMessage(
        escaped(card.headline() + "\n" + card.summary(), LONGEST_TEXT), List.copyOf(blocks));
  }

  private static Text field(Card.Line line) {
    String name = "*%s*\n".formatted(escape(line.name()));
    return Text.marked(name + escaped(line.value(), LONGEST_FIELD - name.length()));
  }

  /** What escaping makes of it is no longer either, and no entity is torn. */
  private static String escaped(String text, int longest) {
    String whole = escape(text);
    if (whole.length() <= longest) {
      return whole;
    }
    var cut = new StringBuilder();
    for (int codePoint : text.codePoints().toArray()) {
      String next = escape(Character.toString(codePoint));
      if (cut.length() + next.length() >= longest) {
        break;
      }
      cut.append(next);
    }
    return cut.append('…').toString();
  }

  // Or a name like <!channel> would call everybody.
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
