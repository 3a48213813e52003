package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The moments at which a period was released. A release that repeats the figure counts: that
 * nothing was revised is an observation too. Releases of one moment count once.
 */
final class ReleaseMoments {
  private final Revised subject;
  private final List<SpokenRun> runs;

  /**
   * @param runs in vintage order
   */
  ReleaseMoments(Revised subject, List<SpokenRun> runs) {
    this.subject = subject;
    this.runs = runs;
  }

  /** In order, from the first figure on. */
  List<Instant> of(FigureHistory history) {
    TreeSet<Instant> moments = new TreeSet<>();
    int next = 0;
    Optional<Basis> basis = Optional.empty();
    for (SpokenRun run : runs) {
      while (next < history.figures().size()
          && history.figures().get(next).known().compareTo(run.known()) <= 0) {
        basis = history.figures().get(next).basis();
        next++;
      }
      Set<SeriesRef> speaking = subject.seriesOf(basis);
      if (next > 0 && speaking.contains(run.series()) && run.reaches(history.period())) {
        moments.add(run.known().releasedAt());
      }
    }
    history.figures().forEach(figure -> moments.add(figure.known().releasedAt()));
    return List.copyOf(moments);
  }
}
