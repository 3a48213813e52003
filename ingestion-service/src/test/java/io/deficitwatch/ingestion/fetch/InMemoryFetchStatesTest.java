package io.deficitwatch.ingestion.fetch;

import java.util.function.Supplier;

class InMemoryFetchStatesTest extends FetchStatesContract {
  private final Fetches fetches = new InMemoryFetches();
  private final FetchStates states = new InMemoryFetchStates(fetches);

  @Override
  protected FetchStates states() {
    return states;
  }

  @Override
  protected Fetches fetches() {
    return fetches;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
