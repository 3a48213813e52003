package io.deficitwatch.alerting.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Vintage;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A vintage. */
@Embeddable
record VintageColumns(
    @Column(name = "release_id") String releaseId,
    @Column(name = "release_dataflow") String dataflow,
    @Column(name = "released_at") Instant releasedAt) {
  static VintageColumns of(Vintage vintage) {
    return new VintageColumns(
        vintage.releaseId(), vintage.dataflow().toString(), vintage.releasedAt());
  }

  Vintage vintage() {
    return new Vintage(releaseId, DataflowRef.parse(dataflow), releasedAt);
  }
}
