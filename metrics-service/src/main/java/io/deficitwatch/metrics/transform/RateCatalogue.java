package io.deficitwatch.metrics.transform;

import java.util.List;

/** Which series give exchange rates, the preferred ones first. */
@FunctionalInterface
public interface RateCatalogue {
  List<ExchangeRate> list();
}
