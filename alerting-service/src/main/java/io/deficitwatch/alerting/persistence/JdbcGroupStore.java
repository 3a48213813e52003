package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.GroupStore;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.subscription.EndpointId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcGroupStore implements GroupStore {
  private final Statements statements;

  JdbcGroupStore(DataSource database) {
    this.statements = new Statements(database, "groups of messages");
  }

  @Override
  @Transactional
  public Optional<DueGroup> holdDue(Instant now, int most) {
    return statements
        .first(
            GroupSql.HOLD_DUE,
            row ->
                new DueGroup(
                    row.getLong("number"),
                    new EndpointId(row.getString("subscriber_id"), row.getString("id")),
                    List.of()),
            now)
        .map(
            group -> new DueGroup(group.number(), group.endpoint(), members(group.number(), most)));
  }

  private List<Member> members(long group, int most) {
    return statements.query(
        GroupSql.MEMBERS,
        row -> new Member(row.getLong("number"), row.getString("id"), row.getString("body")),
        group,
        most);
  }

  @Override
  @Transactional
  public void sendAlone(DueGroup group, Instant now) {
    statements.update(
        GroupSql.SEND_ALONE, group.members().getFirst().number(), now, now, group.number());
    sent(group, group.members().getFirst().number());
  }

  @Override
  @Transactional
  public void sendTogether(DueGroup group, Message together, Instant now) {
    long number =
        statements
            .first(
                GroupSql.SEND_TOGETHER,
                row -> row.getLong("message_number"),
                together.id(),
                together.eventId(),
                together.subscriberId(),
                together.type(),
                together.body(),
                now,
                group.number())
            .orElseThrow();
    sent(group, number);
  }

  @Override
  @Transactional
  public void close(DueGroup group) {
    statements.update(GroupSql.CLOSE, group.number(), group.number());
  }

  private void sent(DueGroup group, long message) {
    statements.update(GroupSql.SENT, message, group.number(), group.members().getLast().number());
    close(group);
  }
}
