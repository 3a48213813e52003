package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.format.text.XmlWalk;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * SDMX-ML data messages: 2.1 generic and structure-specific, 3.0 structure-specific; as time
 * series, flat, or with another dimension at the observations.
 */
public final class SdmxMlFormat implements ReleaseFormat {
  private static final Pattern ROOT =
      Pattern.compile(
          "<(\\w+:)?(GenericData|GenericTimeSeriesData|StructureSpecificData|StructureSpecificTimeSeriesData|CompactData|CrossSectionalData|UtilityData|Error|Structure)[\\s>]");

  @Override
  public FormatName name() {
    return FormatName.SDMX_ML;
  }

  /** Whether a text that begins so is one, in whatever character set. */
  public static boolean isBeginning(String text) {
    String plain = text.replaceAll("[^ -~\\s]", "").stripLeading();
    return plain.startsWith("<") && ROOT.matcher(plain).find();
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    try (Reader reader = Characters.open(content);
        XmlWalk walk = new XmlWalk(reader)) {
      return new SdmxMlMessage(walk, figures).read(releasedAt);
    } catch (XMLStreamException e) {
      figures.findings().add(XmlWalk.place(e), XmlWalk.words(e));
      return new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
