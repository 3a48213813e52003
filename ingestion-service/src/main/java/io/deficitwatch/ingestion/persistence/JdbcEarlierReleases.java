package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.release.EarlierReleases;
import io.deficitwatch.ingestion.release.PartName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** What counts of the releases that were taken, read in short queries without entities. */
@ApplicationScoped
class JdbcEarlierReleases implements EarlierReleases {
  private static final String PARTS =
      """
      select p.release_id, p.ref_area, p.number, r.released_at, p.series_keys
      from release r join release_part p on p.release_id = r.id
      where r.dataflow = ? and p.ref_area = ? and r.released_at <= ? and r.state = 'PUBLISHED'
      order by r.released_at desc, r.received_at desc, r.id desc, p.number
      limit ?
      """;
  private static final String PART =
      "select event from release_part where release_id = ? and ref_area = ? and number = ?";
  private static final String AREAS =
      """
      select r.id, r.released_at, array_agg(distinct p.ref_area)
      from (
        select id, released_at, received_at from release
        where dataflow = ? and released_at <= ? and state = 'PUBLISHED'
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
      where r.dataflow = ? and r.state = 'PUBLISHED'
      order by 1
      """;
  private final DataSource dataSource;

  JdbcEarlierReleases(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Override
  public List<Part> listParts(DataflowRef dataflow, String refArea, Instant upTo, int most) {
    return query(
        PARTS,
        row ->
            new Part(
                new PartName(row.getString(1), row.getString(2), row.getInt(3)),
                moment(row, 4),
                texts(row, 5)),
        dataflow.toString(),
        refArea,
        at(upTo),
        most);
  }

  @Override
  public ReleasePublished getPart(PartName name) {
    return query(
            PART,
            row -> PackedPart.unpack(row.getBytes(1)),
            name.releaseId(),
            name.refArea(),
            name.number())
        .getFirst();
  }

  @Override
  public List<Areas> listAreas(DataflowRef dataflow, Instant upTo, int most) {
    return query(
        AREAS,
        row -> new Areas(row.getString(1), moment(row, 2), texts(row, 3)),
        dataflow.toString(),
        at(upTo),
        most);
  }

  @Override
  public List<SeriesKey> listSeries(DataflowRef dataflow) {
    return query(SERIES, row -> SeriesKey.parse(row.getString(1)), dataflow.toString());
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(reader.read(found));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new StorageException("reading earlier releases", e);
    }
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Set<String> texts(ResultSet row, int column) throws SQLException {
    return Set.of((String[]) row.getArray(column).getArray());
  }
}
