package io.deficitwatch.ingestion.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Checks;
import io.deficitwatch.ingestion.catalogue.CodedSeries;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.catalogue.Flags;
import io.deficitwatch.ingestion.catalogue.Publication;
import io.deficitwatch.ingestion.catalogue.ReferenceArea;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.catalogue.Structure;
import io.deficitwatch.ingestion.catalogue.Table;
import io.deficitwatch.ingestion.catalogue.Translation;
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
import java.util.stream.Collectors;
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
    List<DimensionDocument> dimensions,
    Optional<Flags> flags,
    Optional<ChecksDocument> checks,
    Optional<TableDocument> table,
    List<Mapping> mappings,
    Optional<SourceDocument> source) {

  /**
   * @param scope SELECTION by default
   */
  record PublicationDocument(
      Optional<String> database,
      LocalTime time,
      ZoneId zone,
      Optional<Scope> scope,
      Optional<Integer> multiplier) {
    Publication toPublication() {
      return new Publication(database, time, zone, scope.orElse(Scope.SELECTION), multiplier);
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

  /**
   * @param translate ours by the published codes, or the name of a translation that is known
   */
  record DimensionDocument(
      String id,
      Optional<Set<String>> codes,
      Optional<Set<String>> names,
      Optional<JsonNode> translate) {
    Dimension toDimension() {
      return new Dimension(
          id,
          codes.orElse(Set.of()),
          names.orElse(Set.of()),
          translate
              // Jackson makes a null node of what is left out
              .filter(document -> !document.isNull())
              .map(DimensionDocument::translation)
              .orElse(Translation.NONE));
    }

    private static Translation translation(JsonNode document) {
      if (document.isObject()) {
        return new Translation(
            document.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText())));
      }
      if (document.asText().equals("ISO_3166_ALPHA_3")) {
        return Translation.ISO_3166_ALPHA_3;
      }
      throw new IllegalArgumentException(
          "translate is a map of codes or ISO_3166_ALPHA_3, not " + document);
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

  /** The same as {@link Table}, with what is left out left to the format. */
  record TableDocument(
      Optional<Unit> unit,
      Optional<Table.Headings> headings,
      Optional<List<Table.Continuation>> continuations) {
    Table toTable() {
      return new Table(unit, headings, continuations.orElse(List.of()));
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
            dimensions.stream().map(DimensionDocument::toDimension).toList(),
            refArea
                .map(AreaDocument::toReferenceArea)
                .orElseGet(() -> new ReferenceArea.OfDimension("REF_AREA")),
            structures.orElse(Set.of()),
            flags),
        series(),
        checks.map(ChecksDocument::toChecks).orElse(Checks.NONE),
        table.map(TableDocument::toTable).orElse(Table.NONE));
  }

  Optional<Source> toSource() {
    return source.map(one -> one.toSource(toDataflow(), series()));
  }

  private List<CodedSeries> series() {
    return mappings.stream().flatMap(Mapping::coded).toList();
  }
}
