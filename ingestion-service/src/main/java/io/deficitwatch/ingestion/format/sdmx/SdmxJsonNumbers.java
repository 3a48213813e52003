package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.Component;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.DataSet;
import io.deficitwatch.ingestion.format.sdmx.SdmxJsonOutline.Structure;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts codes for the numbers in which SDMX-JSON writes them. */
record SdmxJsonNumbers(Set<String> ids, Findings findings) {
  SdmxScope scope(String place, List<SdmxRow> outer) {
    return new SdmxScope(ids, () -> QuotedText.sentence(place), outer);
  }

  /** Whether any of these is of use. */
  boolean needs(List<Component> components) {
    return components.stream().anyMatch(component -> ids.contains(component.id()));
  }

  /** Adds the codes that a key {@code 0:1} names; false, with a finding, if it cannot be read. */
  boolean putKey(List<Component> dimensions, String key, SdmxScope scope) {
    String[] slots = key.split(":", -1);
    if (slots.length != dimensions.size()) {
      findings.add(
          () -> scope.place(""),
          () ->
              "the key %s has %d numbers for %d dimensions"
                  .formatted(QuotedText.quote(key), slots.length, dimensions.size()));
      return false;
    }
    for (int i = 0; i < slots.length; i++) {
      Component dimension = dimensions.get(i);
      Optional<String> code = code(dimension, slots[i]);
      if (code.isEmpty()) {
        findings.add(
            () -> scope.place(""),
            () ->
                "the key %s has a number that %s has no code for"
                    .formatted(QuotedText.quote(key), QuotedText.quote(dimension.id())));
        return false;
      }
      scope.put(dimension.id(), code.get());
    }
    return true;
  }

  // Letters in a key are no values, as they may be in attributes.
  private static Optional<String> code(Component dimension, String slot) {
    return slot.isEmpty() || !Character.isDigit(slot.charAt(0))
        ? Optional.empty()
        : dimension.find(slot);
  }

  /**
   * Adds attributes.
   *
   * @param from place of the first in the texts; what is beyond the last are annotations
   */
  void put(List<Component> attributes, List<String> texts, int from, SdmxScope scope) {
    for (int i = 0; i < attributes.size() && from + i < texts.size(); i++) {
      Component attribute = attributes.get(i);
      String text = texts.get(from + i);
      if (ids.contains(attribute.id())) {
        scope.put(attribute.id(), values(attribute, text, scope));
      }
    }
  }

  private String values(Component attribute, String text, SdmxScope scope) {
    List<String> codes = new ArrayList<>();
    for (String one : text.split(" ", -1)) {
      Optional<String> code = attribute.find(one);
      if (code.isEmpty()) {
        findings.add(
            () -> scope.place(""),
            () -> "%s has no value %s".formatted(attribute.id(), QuotedText.quote(one)));
      }
      code.ifPresent(codes::add);
    }
    return String.join(" ", codes);
  }

  /** What 2.0 says of groups: {@code :0::} are all series with the first code of the second. */
  SdmxGroups groups(Structure structure, DataSet head, String pointer) {
    SdmxGroups groups = new SdmxGroups(findings);
    if (!needs(structure.attributes().group())) {
      return groups;
    }
    head.groups()
        .forEach(
            (slots, attributes) -> {
              SdmxScope group = scope(pointer + "/dimensionGroupAttributes/" + slots, List.of());
              put(structure.attributes().group(), attributes, 0, group);
              groups.add(key(structure, slots.split(":", -1), group), group);
            });
    return groups;
  }

  private Map<String, String> key(Structure structure, String[] slots, SdmxScope group) {
    List<Component> dimensions = dimensions(structure, slots.length);
    Map<String, String> key = new HashMap<>();
    for (int i = 0; i < slots.length; i++) {
      Optional<String> code =
          i < dimensions.size() ? dimensions.get(i).find(slots[i]) : Optional.empty();
      if (code.isEmpty()) {
        findings.add(() -> group.place(""), () -> "the group does not fit the dimensions");
        return Map.of();
      }
      if (!slots[i].isEmpty()) {
        key.put(dimensions.get(i).id(), code.get());
      }
    }
    return key;
  }

  // The standard leaves it open whether dimensions of the whole data set have a slot.
  private static List<Component> dimensions(Structure structure, int slots) {
    List<Component> some = new ArrayList<>(structure.dimensions().series());
    some.addAll(structure.dimensions().observation());
    if (some.size() == slots) {
      return some;
    }
    some.addAll(structure.dimensions().dataSet());
    some.sort(Comparator.comparingInt(Component::position));
    return some.size() == slots ? some : List.of();
  }
}
