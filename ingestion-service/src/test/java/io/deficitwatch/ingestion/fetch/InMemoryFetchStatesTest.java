package io.deficitwatch.ingestion.fetch;

import java.util.function.Supplier;

class InMemoryFetchStatesTest extends FetchStatesContract {
  private final FetchStates states = new InMemoryFetchStates();

  @Override
  protected FetchStates states() {
    return states;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
