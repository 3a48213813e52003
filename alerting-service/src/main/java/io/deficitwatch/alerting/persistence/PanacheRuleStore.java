package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.persistence.RuleEntity.ThresholdColumns;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheRuleStore implements RuleStore, PanacheRepositoryBase<RuleEntity, RuleEntity.Key> {
  private static final String OF_SERIES =
      "series.indicatorId = ?1 and series.refArea = ?2 and series.frequency = ?3";
  private static final String NEW_RECORD = "NEW_RECORD";
  private static final String CROSSES = "CROSSES_";
  private static final String FROZEN = "FROZEN";
  private static final String LIVE_RECORD = "LIVE_RECORD";

  @Override
  @Transactional
  public void save(Rule rule) {
    var key = new RuleEntity.Key(rule.id().subscriberId(), rule.id().id());
    RuleEntity entity = findByIdOptional(key).orElseGet(RuleEntity::new);
    entity.key = key;
    entity.name = rule.name();
    entity.severity = rule.severity().code();
    entity.series = SeriesColumns.of(rule.series());
    switch (rule.condition()) {
      case Condition.NewRecord() -> {
        entity.condition = NEW_RECORD;
        entity.threshold = null;
      }
      case Condition.Crosses(Condition.Direction direction, Threshold threshold) -> {
        entity.condition = CROSSES + direction;
        entity.threshold = columns(threshold);
      }
    }
    entity.edition = rule.edition();
    persistAndFlush(entity);
  }

  @Override
  @Transactional
  public Optional<Rule> find(RuleId id) {
    return findByIdOptional(new RuleEntity.Key(id.subscriberId(), id.id()))
        .map(PanacheRuleStore::rule);
  }

  @Override
  @Transactional
  public Optional<Rule> findForUpdate(RuleId id) {
    OwnerLock.hold(getEntityManager(), id.subscriberId());
    return find(id);
  }

  @Override
  @Transactional
  public boolean isWatched(WatchedSeries series) {
    return count(OF_SERIES, series.indicatorId(), series.refArea(), series.frequency().name()) > 0;
  }

  @Override
  @Transactional
  public List<Rule> list(String subscriberId) {
    return list("key.subscriberId = ?1 order by key.id", subscriberId).stream()
        .map(PanacheRuleStore::rule)
        .toList();
  }

  @Override
  @Transactional
  public List<Rule> listWatching(WatchedSeries series) {
    return list(
            OF_SERIES + " order by key.subscriberId, key.id",
            series.indicatorId(),
            series.refArea(),
            series.frequency().name())
        .stream()
        .map(PanacheRuleStore::rule)
        .toList();
  }

  @Override
  @Transactional
  public boolean delete(RuleId id) {
    return deleteById(new RuleEntity.Key(id.subscriberId(), id.id()));
  }

  private static ThresholdColumns columns(Threshold threshold) {
    return switch (threshold) {
      case Threshold.Frozen frozen ->
          new ThresholdColumns(FROZEN, frozen.value(), frozen.unit().orElse(null), frozen.label());
      case Threshold.LiveRecord() -> new ThresholdColumns(LIVE_RECORD, null, null, null);
    };
  }

  private static Rule rule(RuleEntity entity) {
    return new Rule(
        new RuleId(entity.key.subscriberId(), entity.key.id()),
        entity.name,
        Severity.parse(entity.severity),
        entity.series.series(),
        condition(entity.condition, entity.threshold),
        entity.edition);
  }

  private static Condition condition(String condition, @Nullable ThresholdColumns threshold) {
    return threshold == null
        ? new Condition.NewRecord()
        : new Condition.Crosses(
            Condition.Direction.valueOf(condition.substring(CROSSES.length())),
            threshold(threshold));
  }

  private static Threshold threshold(ThresholdColumns columns) {
    return columns.kind().equals(LIVE_RECORD)
        ? new Threshold.LiveRecord()
        : new Threshold.Frozen(
            Objects.requireNonNull(columns.value()),
            Optional.ofNullable(columns.unit()),
            Objects.requireNonNull(columns.label()));
  }
}
