package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleFault;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

@ApplicationScoped
class PanacheRuleStore implements RuleStore, PanacheRepositoryBase<RuleEntity, RuleEntity.Key> {
  // What was given a number and is not committed yet counts as before the rule.
  private static final String ARRIVED =
      "select case when is_called then last_value else 0 end from arrival";

  private final Clock clock;

  PanacheRuleStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  @Transactional
  public void save(Rule rule) {
    var key = new RuleEntity.Key(rule.id().subscriberId(), rule.id().id());
    Optional<RuleEntity> known = findByIdOptional(key);
    RuleEntity entity = known.orElseGet(RuleEntity::new);
    if (known.isEmpty() || entity.edition != rule.edition()) {
      entity.since =
          (long) getEntityManager().createNativeQuery(ARRIVED, Long.class).getSingleResult();
      entity.savedAt = clock.instant();
      entity.fault = null;
      entity.faultDetail = null;
    }
    entity.key = key;
    entity.name = rule.name();
    entity.severity = rule.severity().code();
    entity.series = SeriesColumns.of(rule.series());
    entity.specification = RuleJson.write(rule);
    entity.otherIndicatorId = rule.condition().otherIndicator().orElse(null);
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
    return count(
            "(series.indicatorId = ?1 or otherIndicatorId = ?1)"
                + " and series.refArea = ?2 and series.frequency = ?3",
            series.indicatorId(),
            series.refArea(),
            series.frequency().name())
        > 0;
  }

  @Override
  @Transactional
  public List<WatchedSeries> listWatchedOver(Collection<WatchedSeries> touched) {
    Set<WatchedSeries> watched = new TreeSet<>(Comparator.comparing(WatchedSeries::toString));
    for (WatchedSeries series : touched) {
      getEntityManager()
          .createQuery(
              "select distinct r.series.indicatorId from RuleEntity r"
                  + " where (r.series.indicatorId = ?1 or r.otherIndicatorId = ?1)"
                  + " and r.series.refArea = ?2 and r.series.frequency = ?3",
              String.class)
          .setParameter(1, series.indicatorId())
          .setParameter(2, series.refArea())
          .setParameter(3, series.frequency().name())
          .getResultStream()
          .map(id -> new WatchedSeries(id, series.refArea(), series.frequency()))
          .forEach(watched::add);
    }
    return List.copyOf(watched);
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
  public int count(String subscriberId) {
    return Math.toIntExact(count("key.subscriberId = ?1", subscriberId));
  }

  @Override
  @Transactional
  public List<Watching> listWatching(WatchedSeries series) {
    return list(
            "series.indicatorId = ?1 and series.refArea = ?2 and series.frequency = ?3"
                + " order by key.subscriberId, key.id",
            series.indicatorId(),
            series.refArea(),
            series.frequency().name())
        .stream()
        .map(entity -> new Watching(rule(entity), entity.since, entity.savedAt, fault(entity)))
        .toList();
  }

  @Override
  @Transactional
  public Map<RuleId, RuleFault> listFaults(String subscriberId) {
    return list("key.subscriberId = ?1 and fault is not null", subscriberId).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                entity -> new RuleId(entity.key.subscriberId(), entity.key.id()),
                entity -> fault(entity).orElseThrow()));
  }

  @Override
  @Transactional
  public void noteFault(RuleId id, Optional<RuleFault> fault) {
    update(
        "fault = ?1, faultDetail = ?2 where key.subscriberId = ?3 and key.id = ?4",
        fault.map(RuleFault::reason).map(Enum::name).orElse(null),
        fault.map(RuleFault::detail).orElse(null),
        id.subscriberId(),
        id.id());
  }

  private static Optional<RuleFault> fault(RuleEntity entity) {
    return Optional.ofNullable(entity.fault)
        .map(RuleFault.Reason::valueOf)
        .map(reason -> new RuleFault(reason, String.valueOf(entity.faultDetail)));
  }

  @Override
  @Transactional
  public boolean delete(RuleId id) {
    return deleteById(new RuleEntity.Key(id.subscriberId(), id.id()));
  }

  private static Rule rule(RuleEntity entity) {
    RuleJson.Specification specification = RuleJson.read(entity.specification);
    return new Rule(
        new RuleId(entity.key.subscriberId(), entity.key.id()),
        entity.name,
        Severity.parse(entity.severity),
        entity.series.series(),
        specification.condition(),
        specification.options(),
        entity.edition);
  }
}
