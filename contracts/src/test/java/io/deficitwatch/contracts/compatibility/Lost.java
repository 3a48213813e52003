package io.deficitwatch.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What of one JSON document is missing from another, or differs; additions do not count. */
final class Lost {
  private Lost() {}

  static List<String> between(JsonNode before, JsonNode after) {
    var lost = new ArrayList<String>();
    collect("", before, after, lost);
    return lost;
  }

  private static void collect(String place, JsonNode before, JsonNode after, List<String> lost) {
    if (before.isObject()) {
      before
          .properties()
          .forEach(
              field ->
                  collect(
                      place + "/" + field.getKey(),
                      field.getValue(),
                      after.path(field.getKey()),
                      lost));
    } else if (before.isArray() && after.size() == before.size()) {
      for (int index = 0; index < before.size(); index++) {
        collect(place + "/" + index, before.path(index), after.path(index), lost);
      }
    } else if (!before.equals(after)) {
      lost.add(place + ": " + before + " became " + after);
    }
  }
}
