package io.deficitwatch.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a published schema with a later one of the same event. {@code BACKWARD_TRANSITIVE}: the
 * later one must take every value that the published one takes. Beyond that, what was promised is
 * not taken back: a property stays, and a required one stays required, because a consumer that was
 * built on the earlier schema rests on it.
 *
 * <p>A keyword whose effect cannot be decided here (a pattern changed otherwise than by a further
 * alternative, a new {@code if}) counts as breaking.
 */
final class SchemaCompatibility {
  /** Keywords that assert nothing. */
  private static final Set<String> ANNOTATIONS =
      Set.of("$schema", "$comment", "$defs", "title", "description", "examples", "default");

  private static final Pattern ALTERNATIVES =
      Pattern.compile(
          "(?<prefix>\\^(?:\\(\\?!(?:[^()]|\\([^()]*\\))*\\))?)\\((?<alternatives>.*)\\)\\$");

  private final JsonNode publishedRoot;
  private final JsonNode laterRoot;
  private final List<String> breaks = new ArrayList<>();
  private final Set<Pair> compared = new HashSet<>();

  private record Pair(JsonNode published, JsonNode later) {}

  private SchemaCompatibility(JsonNode published, JsonNode later) {
    this.publishedRoot = published;
    this.laterRoot = later;
  }

  /** The breaking changes from {@code published} to {@code later}, each with its place. */
  static List<String> breaks(JsonNode published, JsonNode later) {
    var comparison = new SchemaCompatibility(published, later);
    comparison.compare("", published, later);
    return comparison.breaks;
  }

  private void compare(String place, JsonNode publishedNode, JsonNode laterNode) {
    JsonNode published = resolve(publishedRoot, publishedNode);
    JsonNode later = resolve(laterRoot, laterNode);
    if (!compared.add(new Pair(published, later))) {
      return;
    }
    var keywords = new TreeSet<String>();
    published.fieldNames().forEachRemaining(keywords::add);
    later.fieldNames().forEachRemaining(keywords::add);
    keywords.removeAll(ANNOTATIONS);
    for (String keyword : keywords) {
      JsonNode before = published.path(keyword);
      JsonNode after = later.path(keyword);
      String where = place + "/" + keyword;
      switch (keyword) {
        case "properties" -> compareProperties(where, before, after);
        case "required" -> compareRequired(where, before, after);
        case "items" -> compareItems(where, before, after);
        case "type", "enum" -> compareChoice(where, before, after);
        case "minimum", "minLength", "minItems", "exclusiveMinimum", "minProperties" ->
            compareBound(where, before, after, 1);
        case "maximum", "maxLength", "maxItems", "exclusiveMaximum", "maxProperties" ->
            compareBound(where, before, after, -1);
        case "pattern" -> comparePattern(where, before, after);
        default -> compareOpaque(where, keyword, before, after);
      }
    }
  }

  // A property that is new and optional is fine: objects are open, and no earlier writer of ours
  // used its name for something else.
  private void compareProperties(String where, JsonNode before, JsonNode after) {
    for (Map.Entry<String, JsonNode> property : before.properties()) {
      JsonNode still = after.path(property.getKey());
      if (still.isMissingNode()) {
        breaks.add(where + "/" + property.getKey() + ": removed");
      } else {
        compare(where + "/" + property.getKey(), property.getValue(), still);
      }
    }
  }

  private void compareRequired(String where, JsonNode before, JsonNode after) {
    Set<String> published = texts(before);
    Set<String> later = texts(after);
    later.stream()
        .filter(name -> !published.contains(name))
        .forEach(
            name -> breaks.add(where + ": " + name + " is required now, older events lack it"));
    published.stream()
        .filter(name -> !later.contains(name))
        .forEach(name -> breaks.add(where + ": " + name + " was promised and is optional now"));
  }

  private void compareItems(String where, JsonNode before, JsonNode after) {
    if (before.isMissingNode()) {
      breaks.add(where + ": items are restricted now");
    } else if (after.isMissingNode()) {
      breaks.add(where + ": items are no longer described");
    } else {
      compare(where, before, after);
    }
  }

  private void compareChoice(String where, JsonNode before, JsonNode after) {
    if (before.isMissingNode()) {
      breaks.add(where + ": restricted now to " + after);
    } else if (after.isMissingNode()) {
      breaks.add(where + ": no longer described");
    } else if (!withNumberForInteger(texts(after)).containsAll(texts(before))) {
      breaks.add(where + ": narrowed from " + before + " to " + after);
    }
  }

  /** JSON Schema counts every integer as a number. */
  private static Set<String> withNumberForInteger(Set<String> types) {
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  /**
   * @param sign 1 for a lower bound, which may fall; -1 for an upper one, which may rise
   */
  private void compareBound(String where, JsonNode before, JsonNode after, int sign) {
    if (after.isMissingNode()) {
      return;
    }
    BigDecimal bound = after.decimalValue();
    if (before.isMissingNode() || bound.compareTo(before.decimalValue()) * sign > 0) {
      breaks.add(where + ": tightened from " + before + " to " + after);
    }
  }

  // Wider is "^prefix(a|b)$" where it was "^prefix(a)$"; whatever else changed cannot be decided.
  private void comparePattern(String where, JsonNode before, JsonNode after) {
    Matcher published = ALTERNATIVES.matcher(before.asText());
    Matcher later = ALTERNATIVES.matcher(after.asText());
    boolean widened =
        published.matches()
            && later.matches()
            && published.group("prefix").equals(later.group("prefix"))
            && alternatives(later).containsAll(alternatives(published));
    if (!widened) {
      compareOpaque(where, "pattern", before, after);
    }
  }

  private static Set<String> alternatives(Matcher pattern) {
    var found = new HashSet<String>();
    String text = pattern.group("alternatives") + "|";
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += "([".indexOf(text.charAt(i)) >= 0 ? 1 : ")]".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
      if (depth == 0 && text.charAt(i) == '|') {
        found.add(text.substring(from, i));
        from = i + 1;
      }
    }
    return found;
  }

  private void compareOpaque(String where, String keyword, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (after.isMissingNode() && !keyword.startsWith("$") && !keyword.equals("format")) {
      return;
    }
    breaks.add(where + ": " + before + " became " + after + ", which may refuse older events");
  }

  private static JsonNode resolve(JsonNode root, JsonNode node) {
    JsonNode resolved = node;
    while (resolved.has("$ref")) {
      String reference = resolved.path("$ref").asText();
      if (!reference.startsWith("#/")) {
        throw new IllegalArgumentException("a schema stands alone, but refers to " + reference);
      }
      resolved = root.at(reference.substring(1));
      if (resolved.isMissingNode()) {
        throw new IllegalArgumentException("nothing at " + reference);
      }
    }
    return resolved;
  }

  private static Set<String> texts(JsonNode node) {
    var texts = new TreeSet<String>();
    if (node.isArray()) {
      node.forEach(element -> texts.add(element.asText()));
    } else if (!node.isMissingNode()) {
      texts.add(node.asText());
    }
    return texts;
  }
}
