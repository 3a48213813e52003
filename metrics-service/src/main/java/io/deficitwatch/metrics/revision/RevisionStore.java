package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.util.Collection;
import java.util.List;

/** Reads what the store keeps of vintages a stretch at a time: the whole may not fit in memory. */
public interface RevisionStore {
  /** For every period that ever had a value, the vintage that first gave it one. */
  FirstFigures firstFigures(Revised subject);

  /** Every figure of the periods from the first to the last, in order of period. */
  List<FigureHistory> list(Revised subject, TimePeriod first, TimePeriod last);

  /** Which releases spoke for which periods of the series, in vintage order. */
  List<SpokenRun> listRuns(Collection<SeriesRef> series);
}
