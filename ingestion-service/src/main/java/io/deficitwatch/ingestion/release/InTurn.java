package io.deficitwatch.ingestion.release;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.BiFunction;

/**
 * Releases one after the other. They are fetched a few at a time: mostly the first tells all, and
 * there may be thousands.
 */
final class InTurn implements Iterator<Place> {
  private static final int AT_ONCE = 16;
  private final BiFunction<Place, Integer, Iterable<Place>> fetch;
  private final Queue<Place> fetched = new ArrayDeque<>();
  private Place last;
  private boolean ended;

  /**
   * @param from behind which the first one is
   * @param fetch at most so many that are behind a place
   */
  InTurn(Place from, BiFunction<Place, Integer, Iterable<Place>> fetch) {
    this.last = from;
    this.fetch = fetch;
  }

  @Override
  public boolean hasNext() {
    if (fetched.isEmpty() && !ended) {
      fetch.apply(last, AT_ONCE).forEach(fetched::add);
      ended = fetched.size() < AT_ONCE;
    }
    return !fetched.isEmpty();
  }

  @Override
  public Place next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    last = fetched.remove();
    return last;
  }
}
