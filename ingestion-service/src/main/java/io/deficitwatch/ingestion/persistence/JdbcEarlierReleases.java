package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.release.EarlierReleases;
import io.deficitwatch.ingestion.release.PartName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What counts of the releases that were taken, read in short queries without entities. */
@ApplicationScoped
class JdbcEarlierReleases implements EarlierReleases {
  private static final String PARTS =
      """
      select p.release_id, p.ref_area, p.number, r.released_at, p.series_keys
      from release r join release_part p on p.release_id = r.id
      where r.dataflow = ? and p.ref_area = ? and r.released_at <= ? and r.state = 'PUBLISHED'
        and r.retracts is null
      order by r.released_at desc, r.received_at desc, r.id desc, p.number
      limit ?
      """;
  private static final String PARTS_WITH =
      """
      select p.release_id, p.ref_area, p.number, r.released_at, p.series_keys
      from release r join release_part p on p.release_id = r.id
      where r.dataflow = ? and p.ref_area = ?
        and (r.state = 'PUBLISHED' and r.retracts is null or r.id = ?)
      order by r.released_at desc, r.received_at desc, r.id desc, p.number
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
  public List<Part> listParts(DataflowRef dataflow, String refArea, Instant upTo, int most) {
    return sql.query(PARTS, JdbcEarlierReleases::part, dataflow.toString(), refArea, upTo, most);
  }

  @Override
  public List<Part> listPartsWith(String releaseId, DataflowRef dataflow, String refArea) {
    return sql.query(
        PARTS_WITH, JdbcEarlierReleases::part, dataflow.toString(), refArea, releaseId);
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

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        new PartName(row.getString(1), row.getString(2), row.getInt(3)),
        Sql.moment(row, 4),
        texts(row, 5));
  }

  private static Set<String> texts(ResultSet row, int column) throws SQLException {
    return Set.of((String[]) row.getArray(column).getArray());
  }
}
