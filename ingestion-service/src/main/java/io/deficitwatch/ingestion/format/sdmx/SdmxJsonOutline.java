package io.deficitwatch.ingestion.format.sdmx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All of a message but its series and observations.
 *
 * @param prepared when it was made; empty text if it does not say
 * @param errors what the publisher says in place of data; empty text if nothing
 */
record SdmxJsonOutline(
    String prepared, String errors, List<Structure> structures, List<DataSet> dataSets) {
  SdmxJsonOutline {
    structures = List.copyOf(structures);
    dataSets = List.copyOf(dataSets);
  }

  /**
   * What the numbers in data sets stand for.
   *
   * @param names by which the structure is referred to
   * @param measures their ids, in order; {@code OBS_VALUE} alone where nothing is said
   */
  record Structure(
      List<String> names, Levels dimensions, Levels attributes, List<String> measures) {
    /** Place of the value among the measures of an observation; empty if it has none. */
    Optional<Integer> valuePosition() {
      int position = measures.indexOf(SdmxIds.OBS_VALUE);
      return position >= 0 || measures.size() != 1
          ? Optional.of(position).filter(found -> found >= 0)
          : Optional.of(0);
    }
  }

  /** Components by what they are attached to. */
  record Levels(
      List<Component> dataSet,
      List<Component> group,
      List<Component> series,
      List<Component> observation) {}

  /**
   * A dimension or an attribute.
   *
   * @param position in the key, from 0; -1 if it is not said
   * @param values codes, by number; empty if values stand where the numbers would
   */
  record Component(String id, int position, List<String> values) {
    /** What a number or a value stands for; empty if there is no such number. */
    Optional<String> find(String text) {
      if (values.isEmpty() || text.isEmpty()) {
        return Optional.of(text);
      }
      boolean number = text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!number) {
        return Optional.of(text);
      }
      int index = Integer.parseInt(text);
      return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
    }
  }

  /**
   * A data set without its series.
   *
   * @param structure number of its structure
   * @param action as it is written
   * @param attributes of all its observations, by number
   * @param groups attributes of groups, by the numbers of their codes
   */
  record DataSet(
      int structure,
      String action,
      List<String> names,
      List<String> attributes,
      Map<String, List<String>> groups) {}
}
