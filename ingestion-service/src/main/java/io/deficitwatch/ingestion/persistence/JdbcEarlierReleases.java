package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.release.EarlierReleases;
import io.deficitwatch.ingestion.release.PartName;
import io.deficitwatch.ingestion.release.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What counts of the releases that were taken, read in short queries without entities. */
@ApplicationScoped
class JdbcEarlierReleases implements EarlierReleases {
  private static final String PLACES =
      """
      select r.released_at, r.received_at, r.id from release r
      where r.dataflow = ? and (r.released_at, r.received_at, r.id) %s (?, ?, ?)
        and r.state = 'PUBLISHED' and r.retracts is null
        and exists (select from release_part p where p.release_id = r.id and p.ref_area = ?)
      order by %s
      limit ?
      """;
  private static final String LATEST_FIRST = "r.released_at desc, r.received_at desc, r.id desc";
  private static final String BEFORE = PLACES.formatted("<", LATEST_FIRST);
  private static final String AFTER = PLACES.formatted(">", "r.released_at, r.received_at, r.id");
  private static final String LATEST =
      """
      select r.released_at, r.received_at, r.id from release r
      where r.dataflow = ? and r.state = 'PUBLISHED' and r.retracts is null
      order by r.released_at desc, r.received_at desc, r.id desc
      limit 1
      """;
  private static final String LATEST_RETRACTION =
      """
      select r.released_at, r.received_at, r.id from release r
      where r.dataflow = ? and r.retracts is not null
      order by r.released_at desc, r.received_at desc, r.id desc
      limit 1
      """;
  // Whatever became of it later: what it said stays said.
  private static final String RETRACTIONS_OVER =
      """
      select own.ref_area, r.id
      from release r
      join release_part p on p.release_id = r.id
      join release_part own on own.ref_area = p.ref_area and own.series_keys && p.series_keys
      where r.dataflow = ? and r.retracts is not null
        and (r.released_at, r.received_at, r.id) > (?, ?, ?) and own.release_id = ?
      group by own.ref_area, r.id, r.released_at, r.received_at
      order by r.released_at desc, r.received_at desc, r.id desc
      """;
  private static final String PARTS =
      """
      select release_id, ref_area, number, series_keys from release_part
      where release_id = ? and ref_area = ?
      order by number
      """;
  private static final String AREAS_OF =
      "select distinct ref_area from release_part where release_id = ?";
  private static final String PART =
      "select event from release_part where release_id = ? and ref_area = ? and number = ?";
  private static final String AREAS =
      """
      select r.id, r.released_at, array_agg(distinct p.ref_area)
      from (
        select id, released_at, received_at from release
        where dataflow = ? and released_at <= ? and state = 'PUBLISHED' and retracts is null
        order by released_at desc, received_at desc, id desc
        limit ?
      ) r join release_part p on p.release_id = r.id
      group by r.id, r.released_at, r.received_at
      order by r.released_at desc, r.received_at desc, r.id desc
      """;
  private static final String SERIES =
      """
      select distinct unnest(p.series_keys)
      from release r join release_part p on p.release_id = r.id
      where r.dataflow = ? and r.state = 'PUBLISHED' and r.retracts is null
      order by 1
      """;
  private final Sql sql;

  JdbcEarlierReleases(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Place> listBefore(DataflowRef dataflow, String refArea, Place place, int most) {
    return list(BEFORE, dataflow, refArea, place, most);
  }

  @Override
  public List<Place> listAfter(DataflowRef dataflow, String refArea, Place place, int most) {
    return list(AFTER, dataflow, refArea, place, most);
  }

  private List<Place> list(
      String query, DataflowRef dataflow, String refArea, Place from, int most) {
    return sql.query(
        query,
        JdbcEarlierReleases::place,
        dataflow.toString(),
        from.releasedAt(),
        from.receivedAt(),
        from.releaseId(),
        refArea,
        most);
  }

  @Override
  public Optional<Place> findLatest(DataflowRef dataflow) {
    return sql.query(LATEST, JdbcEarlierReleases::place, dataflow.toString()).stream().findFirst();
  }

  @Override
  public Optional<Place> findLatestRetraction(DataflowRef dataflow) {
    return sql.query(LATEST_RETRACTION, JdbcEarlierReleases::place, dataflow.toString()).stream()
        .findFirst();
  }

  @Override
  public Map<String, String> listRetractionsOver(DataflowRef dataflow, Place place) {
    Map<String, String> latest = new LinkedHashMap<>();
    sql.query(
            RETRACTIONS_OVER,
            row -> Map.entry(row.getString(1), row.getString(2)),
            dataflow.toString(),
            place.releasedAt(),
            place.receivedAt(),
            place.releaseId(),
            place.releaseId())
        .forEach(one -> latest.putIfAbsent(one.getKey(), one.getValue()));
    return latest;
  }

  @Override
  public List<Part> listParts(String releaseId, String refArea) {
    return sql.query(PARTS, JdbcEarlierReleases::part, releaseId, refArea);
  }

  @Override
  public Set<String> listAreasOf(String releaseId) {
    return Set.copyOf(sql.query(AREAS_OF, row -> row.getString(1), releaseId));
  }

  @Override
  public ReleasePublished getPart(PartName name) {
    return sql.query(
            PART,
            row -> PackedPart.unpack(row.getBytes(1)),
            name.releaseId(),
            name.refArea(),
            name.number())
        .getFirst();
  }

  @Override
  public List<Areas> listAreas(DataflowRef dataflow, Instant upTo, int most) {
    return sql.query(
        AREAS,
        row -> new Areas(row.getString(1), Sql.moment(row, 2), texts(row, 3)),
        dataflow.toString(),
        upTo,
        most);
  }

  @Override
  public List<SeriesKey> listSeries(DataflowRef dataflow) {
    return sql.query(SERIES, row -> SeriesKey.parse(row.getString(1)), dataflow.toString());
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(Sql.moment(row, 1), Sql.moment(row, 2), row.getString(3));
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(new PartName(row.getString(1), row.getString(2), row.getInt(3)), texts(row, 4));
  }

  private static Set<String> texts(ResultSet row, int column) throws SQLException {
    return Set.of((String[]) row.getArray(column).getArray());
  }
}
