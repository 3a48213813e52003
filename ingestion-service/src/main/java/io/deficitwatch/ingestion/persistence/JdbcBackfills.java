package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.backfill.Backfill;
import io.deficitwatch.ingestion.backfill.Backfill.Particulars;
import io.deficitwatch.ingestion.backfill.Backfill.Progress;
import io.deficitwatch.ingestion.backfill.BackfillItem;
import io.deficitwatch.ingestion.backfill.BackfillItem.Result;
import io.deficitwatch.ingestion.backfill.Backfills;
import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.ChunkStream;
import io.deficitwatch.ingestion.release.FormatName;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Backfills as rows, and their files in chunks. */
@ApplicationScoped
class JdbcBackfills implements Backfills {
  private static final int CHUNK = 1 << 20;
  private static final String BACKFILLS =
      """
      select b.id, b.dataflow, b.format, b.stage, b.created_at, b.finished_at,
             count(*) filter (where i.state = 'PENDING'), count(*) filter (where i.state = 'TAKEN'),
             count(*) filter (where i.state = 'REFUSED'),
             count(*) filter (where i.state = 'CANCELLED')
      from backfill b left join backfill_item i on i.backfill_id = b.id
      """;
  private static final String ITEM =
      "number, name, released_at, bytes, i.state, release_id, faults, fault_count";
  private final Sql sql;

  JdbcBackfills(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Backfill backfill) {
    Particulars particulars = backfill.particulars();
    sql.update(
        "insert into backfill (id, dataflow, format, stage, created_at) values (?, ?, ?, ?, ?)",
        backfill.id(),
        particulars.dataflow().toString(),
        particulars.format().map(FormatName::name).orElse(null),
        particulars.stage().map(Stage::name).orElse(null),
        backfill.createdAt());
  }

  @Override
  public void addItem(String backfillId, BackfillItem item, InputStream bytes) {
    sql.update(
        """
        insert into backfill_item (backfill_id, number, name, released_at, bytes, state)
        values (?, ?, ?, ?, ?, 'PENDING')
        """,
        backfillId,
        item.number(),
        item.name(),
        item.releasedAt(),
        item.bytes());
    long size = 0;
    try {
      byte[] chunk = bytes.readNBytes(CHUNK);
      for (int number = 0; chunk.length > 0; number++) {
        sql.update(
            "insert into backfill_chunk (backfill_id, item, number, bytes) values (?, ?, ?, ?)",
            backfillId,
            item.number(),
            number,
            chunk);
        size += chunk.length;
        chunk = bytes.readNBytes(CHUNK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (size != item.bytes()) {
      throw new UncheckedIOException(
          new IOException("%s changed while it was read".formatted(QuotedText.quote(item.name()))));
    }
  }

  @Override
  public Optional<Backfill> find(String id) {
    return sql
        .query(BACKFILLS + "where b.id = ? group by b.id", JdbcBackfills::backfill, id)
        .stream()
        .findFirst();
  }

  @Override
  public List<Backfill> list(int most) {
    return sql.query(
        BACKFILLS + "group by b.id order by b.created_at desc, b.id limit ?",
        JdbcBackfills::backfill,
        most);
  }

  @Override
  public List<BackfillItem> listItems(String backfillId, int after, int most) {
    return sql.query(
        "select "
            + ITEM
            + " from backfill_item i where backfill_id = ? and number > ? order by number limit ?",
        row -> item(row, 0),
        backfillId,
        after,
        most);
  }

  @Override
  public Optional<Due> findDue() {
    return sql
        .query(
            "select b.id, b.dataflow, b.format, b.stage, "
                + ITEM
                + """
                 from backfill b join backfill_item i on i.backfill_id = b.id
                where b.finished_at is null and i.state = 'PENDING'
                order by b.created_at, b.id, i.number
                limit 1
                """,
            row -> new Due(row.getString(1), particulars(row), item(row, 4)))
        .stream()
        .findFirst();
  }

  @Override
  public InputStream open(String backfillId, int number) {
    return new ChunkStream(
        chunk ->
            sql
                .query(
                    """
                    select bytes from backfill_chunk
                    where backfill_id = ? and item = ? and number = ?
                    """,
                    row -> row.getBytes(1),
                    backfillId,
                    number,
                    chunk)
                .stream()
                .findFirst());
  }

  @Override
  public void record(String backfillId, BackfillItem done, Instant at) {
    Result result = done.result();
    sql.update(
        """
        update backfill_item set state = ?, release_id = ?, faults = ?, fault_count = ?
        where backfill_id = ? and number = ?
          and (state = 'PENDING' or state = 'CANCELLED' and ? = 'TAKEN')
        """,
        done.state().name(),
        result.releaseId().orElse(null),
        JsonList.write(result.faults()),
        result.faultCount(),
        backfillId,
        done.number(),
        done.state().name());
    sql.update(
        "delete from backfill_chunk where backfill_id = ? and item = ?", backfillId, done.number());
    sql.update(
        """
        update backfill set finished_at = ? where id = ? and finished_at is null and not exists (
          select from backfill_item where backfill_id = backfill.id and state = 'PENDING')
        """,
        at,
        backfillId);
  }

  @Override
  public void cancel(String backfillId, Instant at) {
    sql.update(
        "update backfill_item set state = 'CANCELLED' where backfill_id = ? and state = 'PENDING'",
        backfillId);
    sql.update("delete from backfill_chunk where backfill_id = ?", backfillId);
    sql.update(
        "update backfill set finished_at = ? where id = ? and finished_at is null", at, backfillId);
  }

  private static Backfill backfill(ResultSet row) throws SQLException {
    return new Backfill(
        row.getString(1),
        particulars(row),
        Sql.moment(row, 5),
        row.getObject(6) == null ? Optional.empty() : Optional.of(Sql.moment(row, 6)),
        new Progress(row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10)));
  }

  private static Particulars particulars(ResultSet row) throws SQLException {
    return new Particulars(
        DataflowRef.parse(row.getString(2)),
        Optional.ofNullable(row.getString(3)).map(FormatName::valueOf),
        Optional.ofNullable(row.getString(4)).map(Stage::valueOf));
  }

  private static BackfillItem item(ResultSet row, int before) throws SQLException {
    return new BackfillItem(
        row.getInt(before + 1),
        row.getString(before + 2),
        Sql.moment(row, before + 3),
        row.getLong(before + 4),
        BackfillItem.State.valueOf(row.getString(before + 5)),
        new Result(
            Optional.ofNullable(row.getString(before + 6)),
            JsonList.read(row.getString(before + 7), Finding.class),
            row.getInt(before + 8)));
  }
}
