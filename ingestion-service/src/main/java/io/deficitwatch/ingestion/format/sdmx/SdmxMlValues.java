package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.text.XmlWalk;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Reads dimensions, attributes and values: in generic messages from elements with id and value, in
 * structure-specific ones from attributes named by the id and, where there are several, from {@code
 * Comp}.
 */
record SdmxMlValues(XmlWalk walk, boolean generic) {
  private static final int MOST_VALUES = 100;

  /** What the element at hand says of itself. */
  void take(SdmxScope scope) {
    if (!generic) {
      walk.attributes(scope::put);
    }
  }

  /** What an element within it says. */
  void takeWithin(String name, SdmxScope scope, String atObservation) throws XMLStreamException {
    if (generic) {
      switch (name) {
        case "SeriesKey", "ObsKey", "GroupKey", "Attributes" ->
            walk.children(
                _ ->
                    scope.put(walk.attribute("id").orElse(""), walk.attribute("value").orElse("")));
        case "ObsDimension" ->
            scope.put(
                walk.attribute("id").orElse(atObservation), walk.attribute("value").orElse(""));
        case "ObsValue" ->
            scope.put(
                walk.attribute("id").orElse(SdmxIds.OBS_VALUE), walk.attribute("value").orElse(""));
        default -> {}
      }
    } else if (name.equals("Comp")) {
      String id = walk.attribute("id").orElse("");
      List<String> texts = new ArrayList<>();
      walk.children(
          _ -> {
            String text = walk.text();
            if (texts.size() < MOST_VALUES) {
              texts.add(text);
            }
          });
      scope.put(id, String.join(" ", texts));
    }
  }
}
