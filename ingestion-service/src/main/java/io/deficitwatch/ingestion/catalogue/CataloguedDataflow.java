package io.deficitwatch.ingestion.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of one dataflow: its publication, its dimensions, the codes of its series. */
public final class CataloguedDataflow {
  /** Dimension that says the frequency, coded as {@link Frequency} is. */
  public static final String FREQ = "FREQ";

  private final DataflowRef ref;
  private final Publication publication;
  private final Structure structure;
  private final Map<String, List<CodedSeries>> seriesByCode;
  private final Set<SeriesKey> keys;
  private final int frequencyPosition;
  private final int refAreaPosition;
  private final Checks checks;
  private final Table table;

  /** Without a table of its publisher's own. */
  public CataloguedDataflow(
      DataflowRef ref,
      Publication publication,
      Structure structure,
      List<CodedSeries> series,
      Checks checks) {
    this(ref, publication, structure, series, checks, Table.NONE);
  }

  /**
   * @param series those the publisher has codes of its own for; empty where the dimensions alone
   *     say which series there are
   * @throws IllegalArgumentException if these contradict one another
   */
  public CataloguedDataflow(
      DataflowRef ref,
      Publication publication,
      Structure structure,
      List<CodedSeries> series,
      Checks checks,
      Table table) {
    this.ref = ref;
    this.publication = publication;
    this.structure = structure;
    this.seriesByCode = series.stream().collect(groupingBy(CodedSeries::code));
    this.keys = series.stream().map(CodedSeries::key).collect(toUnmodifiableSet());
    this.frequencyPosition = positionOf(FREQ);
    this.refAreaPosition =
        structure.refArea() instanceof ReferenceArea.OfDimension(String id) ? positionOf(id) : -1;
    this.checks = checks;
    this.table = table;
    keys.forEach(this::requireFitting);
    seriesByCode.values().forEach(CataloguedDataflow::requireOneMeaningADay);
    table.continuations().forEach(continuation -> requireFitting(continuation.key()));
    codesOf(table).forEach(this::requireKnown);
  }

  public DataflowRef ref() {
    return ref;
  }

  public Publication publication() {
    return publication;
  }

  public List<Dimension> dimensions() {
    return structure.dimensions();
  }

  /** By which its publisher marks observations instead of OBS_STATUS. */
  public Optional<Flags> flags() {
    return structure.flags();
  }

  /** Whether an SDMX message that names this structure is of the dataflow. */
  public boolean isNamed(String name) {
    return structure.names().contains(name) || isRef(name);
  }

  private boolean isRef(String name) {
    try {
      return DataflowRef.parse(name).equals(ref);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Whether anything is known of this code, at whatever time. */
  public boolean knows(String code) {
    return seriesByCode.containsKey(code);
  }

  /** The series that the publisher's code means in a release of that day. */
  public Optional<CodedSeries> find(String code, LocalDate releasedOn) {
    return seriesByCode.getOrDefault(code, List.of()).stream()
        .filter(series -> series.validity().contains(releasedOn))
        .findFirst();
  }

  /** Whether the dataflow may have a series of this key, whose codes fit the dimensions. */
  public boolean mayHave(SeriesKey key) {
    return keys.isEmpty() || keys.contains(key);
  }

  /** The area that the series is about. */
  public String refAreaOf(SeriesKey key) {
    return switch (structure.refArea()) {
      case ReferenceArea.OfDimension _ -> key.codes().get(refAreaPosition);
      case ReferenceArea.Always(String code) -> code;
    };
  }

  /** What is demanded of its figures. */
  public Checks checks() {
    return checks;
  }

  /** How its publisher's own table is to be read. */
  public Table table() {
    return table;
  }

  /**
   * Place of a dimension in the keys, from 0.
   *
   * @throws IllegalArgumentException if there is no such dimension
   */
  public int positionOf(String dimension) {
    int position = dimensions().stream().map(Dimension::id).toList().indexOf(dimension);
    if (position < 0) {
      throw new IllegalArgumentException(ref + " has no dimension " + dimension);
    }
    return position;
  }

  public Frequency frequencyOf(SeriesKey key) {
    return Frequency.parse(key.codes().get(frequencyPosition));
  }

  private void requireFitting(SeriesKey key) {
    boolean fits = key.codes().size() == dimensions().size();
    for (int i = 0; fits && i < dimensions().size(); i++) {
      fits = dimensions().get(i).takes(key.codes().get(i));
    }
    if (!fits) {
      throw new IllegalArgumentException(key + " does not fit the dimensions of " + ref);
    }
  }

  private static Stream<String> codesOf(Table table) {
    return Stream.concat(
        table.continuations().stream().map(Table.Continuation::code),
        table.headings().stream().flatMap(headings -> headings.columns().values().stream()));
  }

  private void requireKnown(String code) {
    if (!knows(code)) {
      throw new IllegalArgumentException(
          "the table has the code %s without a series".formatted(code));
    }
  }

  private static void requireOneMeaningADay(List<CodedSeries> meanings) {
    for (int i = 1; i < meanings.size(); i++) {
      Validity validity = meanings.get(i).validity();
      if (meanings.subList(0, i).stream().anyMatch(one -> one.validity().overlaps(validity))) {
        throw new IllegalArgumentException(meanings.get(i).code() + " has two meanings at a time");
      }
    }
  }
}
