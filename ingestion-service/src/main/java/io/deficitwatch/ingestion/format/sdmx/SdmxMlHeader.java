package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.text.XmlWalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** The header of a message: when it was made, and of which structures its data sets are. */
final class SdmxMlHeader {
  private static final int MOST_STRUCTURES = 1_000;
  private static final int MOST_NAMES = 5;

  private final XmlWalk walk;
  private final Map<String, Structure> structures = new HashMap<>();
  private String prepared = "";
  private String zone = "";
  private String action = "";

  SdmxMlHeader(XmlWalk walk) {
    this.walk = walk;
  }

  /**
   * @param names by which it is referred to, {@code ECB:EXR(1.0)}
   * @param atObservation dimension that each observation has its own code of
   */
  record Structure(List<String> names, String atObservation) {}

  void read() throws XMLStreamException {
    walk.children(
        name -> {
          switch (name) {
            case "Prepared" -> prepared = walk.text();
            case "DataSetAction" -> action = walk.text();
            case "Sender" -> readSender();
            case "Structure" -> readStructure();
            default -> {}
          }
        });
  }

  private void readSender() throws XMLStreamException {
    walk.children(
        name -> {
          if (name.equals("Timezone")) {
            zone = walk.text();
          }
        });
  }

  private void readStructure() throws XMLStreamException {
    String id = walk.attribute("structureID").orElse("");
    String atObservation = walk.attribute("dimensionAtObservation").orElse(SdmxIds.TIME_PERIOD);
    List<String> names = new ArrayList<>();
    walk.children(
        _ -> {
          if (names.size() < MOST_NAMES) {
            readReference(names);
          }
        });
    if (structures.size() < MOST_STRUCTURES) {
      structures.put(id, new Structure(names, atObservation));
    }
  }

  // 2.1 has a URN or a reference in parts within; 3.0 has the URN as text.
  private void readReference(List<String> names) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    walk.mixed(
        text,
        name -> {
          if (name.equals("URN")) {
            names.add(SdmxNames.ofUrn(walk.text()));
          } else if (name.equals("Ref")) {
            names.add(
                SdmxNames.of(
                    walk.attribute("agencyID").orElse(""),
                    walk.attribute("id").orElse(""),
                    walk.attribute("version").orElse("1.0")));
          }
        });
    String urn = text.toString().strip();
    if (!urn.isEmpty()) {
      names.add(SdmxNames.ofUrn(urn));
    }
  }

  /** The structure of a data set; of an only one it need not be said which it is. */
  Structure structure(String id) {
    Structure only =
        structures.size() == 1
            ? structures.values().iterator().next()
            : new Structure(List.of(), SdmxIds.TIME_PERIOD);
    return structures.getOrDefault(id, only);
  }

  String prepared() {
    return prepared;
  }

  String zone() {
    return zone;
  }

  String action() {
    return action;
  }
}
