package io.deficitwatch.ingestion.release;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What releases said that count: those that were published, not those that are held back, were
 * turned away or taken back. Nor those that take others back: they only repeat what the others say.
 */
public interface EarlierReleases {
  /**
   * Parts of releases of an area up to a moment, the latest release first and its parts in order.
   *
   * @param most how many at most
   */
  List<Part> listParts(DataflowRef dataflow, String refArea, Instant upTo, int most);

  /**
   * The same of all times, and the parts of one release whether it counts or not.
   *
   * @param releaseId of that one
   */
  List<Part> listPartsWith(String releaseId, DataflowRef dataflow, String refArea);

  /** Areas of one release, whether it counts or not. */
  Set<String> listAreasOf(String releaseId);

  /** The part with its figures. */
  ReleasePublished getPart(PartName name);

  /** Areas of every release up to a moment, the latest release first. */
  List<Areas> listAreas(DataflowRef dataflow, Instant upTo, int most);

  /** Every series that was ever published. */
  List<SeriesKey> listSeries(DataflowRef dataflow);

  /** Which series a part has some figures of. */
  record Part(PartName name, Instant releasedAt, Set<String> seriesKeys) {
    public Part {
      seriesKeys = Set.copyOf(seriesKeys);
    }

    /** Parts of one release together, the releases in the order in which they come. */
    static List<List<Part>> byRelease(List<Part> parts) {
      Map<String, List<Part>> releases =
          parts.stream()
              .collect(groupingBy(part -> part.name().releaseId(), LinkedHashMap::new, toList()));
      return List.copyOf(releases.values());
    }
  }

  /** Which areas a release is about. */
  record Areas(String releaseId, Instant releasedAt, Set<String> refAreas) {
    public Areas {
      refAreas = Set.copyOf(refAreas);
    }
  }
}
