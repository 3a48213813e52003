package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.XmlWalk;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Reads a message: header, data sets and what the publisher says at its foot. */
final class SdmxMlMessage {
  private static final List<String> TAKEN =
      List.of(
          "GenericData",
          "GenericTimeSeriesData",
          "StructureSpecificData",
          "StructureSpecificTimeSeriesData");

  private final XmlWalk walk;
  private final Figures figures;
  private final Findings findings;
  private final SdmxFigures sdmx;
  private final SdmxMlFooter footer;

  SdmxMlMessage(XmlWalk walk, Figures figures) {
    this.walk = walk;
    this.figures = figures;
    this.findings = figures.findings();
    this.sdmx = new SdmxFigures(figures);
    this.footer = new SdmxMlFooter(walk);
  }

  Reading read(Optional<Instant> releasedAt) throws XMLStreamException {
    String root = walk.root();
    String place = walk.place();
    if (root.equals("Error")) {
      footer.read();
      return refuse(place, footer.words());
    }
    if (!TAKEN.contains(root)) {
      findings.add(
          place,
          "%s is no SDMX-ML data message of 2.1 or 3.0: %s"
              .formatted(QuotedText.quote(root), String.join(", ", TAKEN)));
      return new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE);
    }
    SdmxMlHeader header = new SdmxMlHeader(walk);
    SdmxMlData data = new SdmxMlData(walk, root.startsWith("Generic"), header, sdmx);
    walk.children(
        name -> {
          switch (name) {
            case "Header" -> header.read();
            case "DataSet" -> data.read();
            case "Footer" -> footer.read();
            default -> {}
          }
        });
    walk.end();
    if (footer.isRefusal() || (footer.isSaid() && data.isEmpty())) {
      return refuse(footer.place(), footer.words());
    }
    sdmx.requireAny(place);
    return SdmxMoment.finish(figures, releasedAt, header.prepared(), header.zone());
  }

  private Reading refuse(String place, String words) {
    findings.add(place, "the publisher answered " + words);
    return new Reading.Faulty(RefusalReason.PUBLISHER_ERROR);
  }
}
