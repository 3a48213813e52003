package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.silence.Inhibition;
import io.deficitwatch.alerting.silence.Label;
import io.deficitwatch.alerting.silence.Silence;
import io.deficitwatch.alerting.silence.SilenceStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcSilenceStore implements SilenceStore {
  private static final String SAVE =
      """
      insert into silence
        (id, subscriber_id, matchers, starts_at, ends_at, author, comment, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update
      set matchers = excluded.matchers, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
          author = excluded.author, comment = excluded.comment
      """;

  private static final String FIND = "select * from silence where id = ? and subscriber_id = ?";

  private static final String LIST =
      "select * from silence where subscriber_id = ? order by number desc limit ?";

  private static final String SAVE_INHIBITION =
      """
      insert into inhibition (subscriber_id, id, source_matchers, target_matchers, equal_labels)
      values (?, ?, ?, ?, ?)
      on conflict (subscriber_id, id) do update
      set source_matchers = excluded.source_matchers, target_matchers = excluded.target_matchers,
          equal_labels = excluded.equal_labels
      returning xmax = 0 as added
      """;

  private final Statements statements;
  private final EntityManager entities;

  JdbcSilenceStore(DataSource database, EntityManager entities) {
    this.entities = entities;
    this.statements = new Statements(database, "silences");
  }

  @Override
  @Transactional
  public void holdOwner(String subscriberId) {
    OwnerLock.hold(entities, subscriberId);
  }

  @Override
  @Transactional
  public void save(Silence silence) {
    statements.update(
        SAVE,
        silence.id(),
        silence.subscriberId(),
        MatcherJson.write(silence.matchers()),
        silence.window().startsAt(),
        silence.window().endsAt(),
        silence.note().author(),
        silence.note().comment(),
        silence.createdAt());
  }

  @Override
  public Optional<Silence> find(String id, String subscriberId) {
    return statements.first(FIND, JdbcSilenceStore::silence, id, subscriberId);
  }

  @Override
  public List<Silence> list(String subscriberId, int most) {
    return statements.query(LIST, JdbcSilenceStore::silence, subscriberId, most);
  }

  @Override
  public int countLive(String subscriberId, Instant now) {
    return statements
        .first(
            "select count(*) as live from silence where subscriber_id = ? and ends_at > ?",
            row -> row.getInt("live"),
            subscriberId,
            now)
        .orElse(0);
  }

  static Silence silence(ResultSet row) throws SQLException {
    return new Silence(
        row.getString("id"),
        row.getString("subscriber_id"),
        MatcherJson.read(row.getString("matchers")),
        new Silence.Window(Statements.moment(row, "starts_at"), Statements.moment(row, "ends_at")),
        new Silence.Note(row.getString("author"), row.getString("comment")),
        Statements.moment(row, "created_at"));
  }

  @Override
  public int countOtherInhibitions(String subscriberId, String id) {
    return statements
        .first(
            "select count(*) as others from inhibition where subscriber_id = ? and id <> ?",
            row -> row.getInt("others"),
            subscriberId,
            id)
        .orElse(0);
  }

  @Override
  @Transactional
  public boolean save(Inhibition inhibition) {
    return statements
        .first(
            SAVE_INHIBITION,
            row -> row.getBoolean("added"),
            inhibition.subscriberId(),
            inhibition.id(),
            MatcherJson.write(inhibition.source()),
            MatcherJson.write(inhibition.target()),
            inhibition.equal().stream().map(Label::code).sorted().toList())
        .orElseThrow();
  }

  @Override
  public List<Inhibition> listInhibitions(String subscriberId) {
    return statements.query(
        "select * from inhibition where subscriber_id = ? order by id",
        JdbcSilenceStore::inhibition,
        subscriberId);
  }

  @Override
  @Transactional
  public void holdInhibitions(String subscriberId) {
    var _ =
        statements.query(
            SuppressionSql.INHIBITIONS, row -> row.getString("id"), List.of(subscriberId));
  }

  static Inhibition inhibition(ResultSet row) throws SQLException {
    String[] equal = (String[]) row.getArray("equal_labels").getArray();
    return new Inhibition(
        row.getString("subscriber_id"),
        row.getString("id"),
        MatcherJson.read(row.getString("source_matchers")),
        MatcherJson.read(row.getString("target_matchers")),
        Stream.of(equal).map(Label::parse).collect(Collectors.toSet()));
  }

  @Override
  @Transactional
  public boolean deleteInhibition(String subscriberId, String id) {
    return statements.update(
            "delete from inhibition where subscriber_id = ? and id = ?", subscriberId, id)
        > 0;
  }
}
