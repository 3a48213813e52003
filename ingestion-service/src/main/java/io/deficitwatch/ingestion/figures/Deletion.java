package io.deficitwatch.ingestion.figures;

import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.List;
import java.util.Optional;

/**
 * Some of what was published before is taken out again: SDMX action D.
 *
 * @param codes for every dimension in order; empty: whatever code it is
 * @param period which one; empty: all
 * @param place where the release says so
 */
public record Deletion(List<Optional<String>> codes, Optional<TimePeriod> period, String place) {
  public Deletion {
    codes = List.copyOf(codes);
  }

  /** The one series that it is about, unless a dimension is open. */
  public Optional<SeriesKey> key() {
    return codes.stream().allMatch(Optional::isPresent)
        ? Optional.of(new SeriesKey(codes.stream().map(Optional::get).toList()))
        : Optional.empty();
  }

  public boolean concerns(SeriesKey key) {
    for (int i = 0; i < codes.size(); i++) {
      String code = key.codes().get(i);
      if (codes.get(i).filter(wanted -> !wanted.equals(code)).isPresent()) {
        return false;
      }
    }
    return true;
  }
}
