package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Checks;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.catalogue.Publication;
import io.deficitwatch.ingestion.catalogue.ReferenceArea;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.catalogue.Structure;
import io.deficitwatch.ingestion.catalogue.Unit;
import io.deficitwatch.ingestion.catalogue.Validity;
import io.deficitwatch.ingestion.fetch.Source;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    PublicationDocument publication,
    Optional<AreaDocument> refArea,
    Optional<Set<String>> structures,
    List<Dimension> dimensions,
    Optional<ChecksDocument> checks,
    List<Mapping> mappings,
    Optional<SourceDocument> source) {

  /**
   * @param scope SELECTION by default
   */
  record PublicationDocument(
      Optional<String> database, LocalTime time, ZoneId zone, Optional<Scope> scope) {
    Publication toPublication() {
      return new Publication(database, time, zone, scope.orElse(Scope.SELECTION));
    }
  }

  /** One of the two: the dimension that says the area, or the area of all series. */
  record AreaDocument(Optional<String> dimension, Optional<String> code) {
    ReferenceArea toReferenceArea() {
      if (dimension.isPresent() == code.isPresent()) {
        throw new IllegalArgumentException("refArea has either a dimension or a code");
      }
      return dimension
          .<ReferenceArea>map(ReferenceArea.OfDimension::new)
          .orElseGet(() -> new ReferenceArea.Always(code.orElseThrow()));
    }
  }

  /** The same as {@link Checks}, with what is left out left to nothing. */
  record ChecksDocument(
      Optional<Checks.Magnitude> magnitude,
      Optional<Checks.Balance> balance,
      Optional<List<Checks.Total>> totals,
      Optional<Checks.Revision> revision,
      Optional<Severity> hold) {
    Checks toChecks() {
      return new Checks(
          magnitude.orElse(Checks.NONE.magnitude()),
          balance,
          totals.orElse(List.of()),
          revision,
          hold);
    }
  }

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
    return new CataloguedDataflow(
        dataflow,
        publication.toPublication(),
        new Structure(
            dimensions,
            refArea
                .map(AreaDocument::toReferenceArea)
                .orElseGet(() -> new ReferenceArea.OfDimension("REF_AREA")),
            structures.orElse(Set.of())),
        series(),
        checks.map(ChecksDocument::toChecks).orElse(Checks.NONE));
  }

  Optional<Source> toSource() {
    return source.map(one -> one.toSource(toDataflow(), series()));
  }

  private List<CodedSeries> series() {
    return mappings.stream().flatMap(Mapping::coded).toList();
  }
}
