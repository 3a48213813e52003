package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.format.text.XmlWalk;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** What the publisher says in words: an error, a warning, or that the answer is elsewhere. */
final class SdmxMlFooter {
  private static final int MOST_TEXTS = 10;
  // "Response too large", by the standard's code and by Eurostat's: not all of it is here.
  private static final Set<String> INCOMPLETE = Set.of("130", "413", "510");

  private final XmlWalk walk;
  private final List<String> texts = new ArrayList<>();
  private String code = "";
  private String place = "1:1";
  private boolean refusal;

  SdmxMlFooter(XmlWalk walk) {
    this.walk = walk;
  }

  void read() throws XMLStreamException {
    walk.children(
        name -> {
          if (name.equals("Message") || name.equals("ErrorMessage")) {
            readMessage();
          }
        });
  }

  private void readMessage() throws XMLStreamException {
    if (code.isEmpty()) {
      code = walk.attribute("code").orElse("without code");
      place = walk.place();
    }
    refusal |=
        walk.attribute("severity").filter(severity -> severity.equals("Error")).isPresent()
            || walk.attribute("code").filter(INCOMPLETE::contains).isPresent();
    walk.children(
        _ -> {
          String text = walk.text();
          if (texts.size() < MOST_TEXTS) {
            texts.add(text);
          }
        });
  }

  /** Whether it says that the data are not there or not all. */
  boolean isRefusal() {
    return refusal;
  }

  boolean isSaid() {
    return !code.isEmpty();
  }

  String place() {
    return place;
  }

  /** Code and texts. */
  String words() {
    return QuotedText.sentence(code) + ": " + QuotedText.sentence(String.join(" ", texts));
  }
}
