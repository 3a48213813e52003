package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What releases said that count: those that were published, not those that are held back, were
 * turned away or taken back. Nor those that take others back: they only repeat what the others say.
 */
public interface EarlierReleases {
  /** Those with something to say of an area that come before a place, the latest first. */
  List<Place> listBefore(DataflowRef dataflow, String refArea, Place place, int most);

  /** Those with something to say of an area that come after a place, the earliest first. */
  List<Place> listAfter(DataflowRef dataflow, String refArea, Place place, int most);

  /** The latest of all. */
  Optional<Place> findLatest(DataflowRef dataflow);

  /** Parts of one release of an area in order, whether it counts or not. */
  List<Part> listParts(String releaseId, String refArea);

  /** Areas of one release, whether it counts or not. */
  Set<String> listAreasOf(String releaseId);

  /** The part with its figures. */
  ReleasePublished getPart(PartName name);

  /** Areas of every release up to a moment, the latest release first. */
  List<Areas> listAreas(DataflowRef dataflow, Instant upTo, int most);

  /** Every series that was ever published. */
  List<SeriesKey> listSeries(DataflowRef dataflow);

  /** The latest of those that take others back. */
  Optional<Place> findLatestRetraction(DataflowRef dataflow);

  /**
   * Areas of a release of which one that takes another back speaks later, of the same series, with
   * the latest one that does.
   */
  Map<String, String> listRetractionsOver(DataflowRef dataflow, Place place);

  /** Which series a part has some figures of. */
  record Part(PartName name, Set<String> seriesKeys) {
    public Part {
      seriesKeys = Set.copyOf(seriesKeys);
    }
  }

  /** Which areas a release is about. */
  record Areas(String releaseId, Instant releasedAt, Set<String> refAreas) {
    public Areas {
      refAreas = Set.copyOf(refAreas);
    }
  }
}
