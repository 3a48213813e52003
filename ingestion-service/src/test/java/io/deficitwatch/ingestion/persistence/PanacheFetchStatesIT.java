package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.fetch.FetchStates;
import io.deficitwatch.ingestion.fetch.FetchStatesContract;
import io.deficitwatch.ingestion.fetch.Fetches;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class PanacheFetchStatesIT extends FetchStatesContract {
  @Inject FetchStates states;
  @Inject Fetches fetches;

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
    return QuarkusTransaction.requiringNew().call(work::get);
  }
}
