package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.contracts.value.LocalizedText;
import java.net.URI;
import java.util.List;

/**
 * A message in one language, in parts, before it takes anybody's shape. Names and labels in it are
 * their owners' words: outside text.
 *
 * @param notes in small print: what publishers ask to be shown beside their data
 */
record Card(
    Language language,
    String headline,
    String summary,
    List<Line> lines,
    List<Link> links,
    List<String> notes) {
  Card {
    lines = List.copyOf(lines);
    links = List.copyOf(links);
    notes = List.copyOf(notes);
  }

  record Line(String name, String value) {}

  record Link(String title, URI url) {}

  static String in(Language language, LocalizedText text) {
    return switch (language) {
      case EN -> text.en();
      case JA -> text.ja();
    };
  }

  /** No longer than receivers take, and no pair of characters torn. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
