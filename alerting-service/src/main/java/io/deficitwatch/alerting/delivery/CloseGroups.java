package io.deficitwatch.alerting.delivery;

import io.deficitwatch.alerting.delivery.GroupStore.DueGroup;
import io.deficitwatch.contracts.event.AlertGroupWebhook;
import io.deficitwatch.contracts.event.AlertWebhook;
import io.deficitwatch.contracts.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends what was gathered for an endpoint. */
@ApplicationScoped
public class CloseGroups {
  // A webhook of some 200 KB at the most.
  private static final int MOST_MEMBERS = 100;

  private final GroupStore groups;
  private final Clock clock;

  public CloseGroups(GroupStore groups, Clock clock) {
    this.groups = groups;
    this.clock = clock;
  }

  /**
   * Closes the group that has been due for longest, or sends the first members of a large one. One
   * alone is sent as if nothing had been grouped.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean closeNext() {
    Instant now = clock.instant();
    Optional<DueGroup> due = groups.holdDue(now, MOST_MEMBERS);
    due.ifPresent(
        group -> {
          switch (group.members().size()) {
            case 0 -> groups.close(group);
            case 1 -> groups.sendAlone(group, now);
            default -> groups.sendTogether(group, together(group, now), now);
          }
        });
    return due.isPresent();
  }

  private static Message together(DueGroup group, Instant now) {
    List<AlertGroupWebhook.Member> members =
        group.members().stream()
            .map(
                member ->
                    AlertGroupWebhook.Member.of(member.id(), AlertWebhook.parse(member.body())))
            .toList();
    int count = members.size();
    var webhook =
        AlertGroupWebhook.of(
            now,
            new AlertGroupWebhook.Group(
                group.endpoint().subscriberId(),
                group.endpoint().id(),
                new LocalizedText(
                    "%d changes of alerts.".formatted(count), "アラートの変化が%d件あります。".formatted(count)),
                members));
    // The first member is in no other group: the id is that of this group and no other.
    return Message.of(
        "group/%d/%s".formatted(group.number(), members.getFirst().webhookId()), webhook);
  }
}
