package io.deficitwatch.ingestion.release;

import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.ingestion.format.AcceptedFormats;
import io.deficitwatch.ingestion.yaml.YamlCatalogueFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Taking releases in without a database, for tests of other packages. */
public final class InMemoryIngestion {
  private final List<OutboundEvent> events = new ArrayList<>();
  private final ReadArchive archive;
  private final IngestRelease ingestRelease;

  public InMemoryIngestion(Clock clock) {
    InMemoryArchive releases = new InMemoryArchive();
    archive = new ReadArchive(releases);
    ingestRelease =
        new IngestRelease(
            YamlCatalogueFiles.shipped(),
            new AcceptedFormats(),
            archive,
            new ResolveDeletions(releases),
            new AssessRelease(releases),
            new AcceptRelease(
                releases,
                new StoreRelease(releases, new RecordingOutbox(events)),
                PlainReleases.renewal(YamlCatalogueFiles.shipped(), releases, events)),
            () -> true,
            () -> Path.of(System.getProperty("java.io.tmpdir")),
            clock);
  }

  public ReadArchive archive() {
    return archive;
  }

  public IngestRelease ingestRelease() {
    return ingestRelease;
  }

  public List<OutboundEvent> events() {
    return events;
  }
}
