package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.catalogue.Publication;
import io.deficitwatch.ingestion.catalogue.Unit;
import io.deficitwatch.ingestion.catalogue.Validity;
import io.deficitwatch.ingestion.fetch.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of the catalogue.
 *
 * @param version of the file, counted up with each change of a mapping
 * @param source where releases are fetched from; without one they are only handed in
 */
record DataflowDocument(
    DataflowRef dataflow,
    int version,
    Publication publication,
    List<Dimension> dimensions,
    List<Mapping> mappings,
    Optional<SourceDocument> source) {

  /**
   * Series of one unit and one validity.
   *
   * @param manual the edition of the balance of payments manual that the codes follow
   * @param series keys by the publisher's codes
   */
  record Mapping(
      String manual,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      Unit unit,
      Map<String, SeriesKey> series) {
    Stream<CodedSeries> coded() {
      Validity validity = new Validity(validFrom, validTo);
      return series.entrySet().stream()
          .map(entry -> new CodedSeries(entry.getKey(), entry.getValue(), unit, validity));
    }
  }

  CataloguedDataflow toDataflow() {
    return new CataloguedDataflow(dataflow, publication, dimensions, series());
  }

  Optional<Source> toSource() {
    return source.map(one -> one.toSource(toDataflow(), series()));
  }

  private List<CodedSeries> series() {
    return mappings.stream().flatMap(Mapping::coded).toList();
  }
}
