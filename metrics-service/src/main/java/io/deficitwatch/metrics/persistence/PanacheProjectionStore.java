package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.projection.ProjectionStore;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps projections as rows of points. They are never changed: a session that held on to them would
 * compare all of their points at every query.
 */
@ApplicationScoped
class PanacheProjectionStore
    implements ProjectionStore, PanacheRepositoryBase<ProjectionEntity, Long> {
  private static final String LATEST =
      """
      indicator.indicatorId = ?1 and indicator.refArea = ?2 and indicator.frequency = ?3
      and indicator.definitionVersion = ?4
      order by number desc
      """;
  private static final String ANNOUNCED =
      """
      indicator.indicatorId = ?1 and indicator.refArea = ?2 and indicator.frequency = ?3
      order by number desc
      """;
  private static final String CONFIRM =
      "engine = ?4 where number = (select max(other.number) from ProjectionEntity other"
          + " where other.indicator.indicatorId = ?1 and other.indicator.refArea = ?2"
          + " and other.indicator.frequency = ?3) and engine <> ?4";

  @Override
  @Transactional
  public Optional<ProjectionRecomputed> findLatest(IndicatorRef indicator) {
    return findFirst(
        indicator,
        find(
            LATEST,
            indicator.id(),
            indicator.refArea(),
            indicator.frequency().name(),
            indicator.definitionVersion()));
  }

  @Override
  @Transactional
  public Optional<ProjectionRecomputed> findAnnounced(IndicatorRef indicator) {
    return findFirst(
        indicator,
        find(ANNOUNCED, indicator.id(), indicator.refArea(), indicator.frequency().name()));
  }

  private Optional<ProjectionRecomputed> findFirst(
      IndicatorRef indicator, PanacheQuery<ProjectionEntity> found) {
    return found
        .page(0, 1)
        .firstResultOptional()
        .map(
            entity -> {
              getEntityManager().detach(entity);
              return projection(indicator, entity);
            });
  }

  @Override
  @Transactional
  public void confirm(IndicatorRef indicator, String engine) {
    update(CONFIRM, indicator.id(), indicator.refArea(), indicator.frequency().name(), engine);
  }

  @Override
  @Transactional
  public void add(ProjectionRecomputed projection, String engine, Instant madeAt) {
    ProjectionEntity entity = new ProjectionEntity();
    IndicatorRef indicator = projection.indicator();
    entity.indicator =
        new IndicatorColumns(
            indicator.id(),
            indicator.definitionVersion(),
            indicator.refArea(),
            indicator.frequency().name());
    entity.vintage = VintageColumns.of(projection.vintage());
    entity.lastObserved = projection.lastObserved().toString();
    entity.methodId = projection.method().id();
    entity.methodDescription = projection.method().description();
    entity.observations = projection.method().observations();
    entity.engine = engine;
    entity.madeAt = madeAt;
    entity.points.addAll(projection.points().stream().map(PointColumns::of).toList());
    persistAndFlush(entity);
    getEntityManager().detach(entity);
  }

  private static ProjectionRecomputed projection(IndicatorRef indicator, ProjectionEntity entity) {
    return new ProjectionRecomputed(
        new IndicatorRef(
            indicator.id(),
            entity.indicator.definitionVersion(),
            indicator.refArea(),
            indicator.frequency(),
            indicator.unit()),
        new ProjectionRecomputed.Method(
            entity.methodId, entity.methodDescription, entity.observations),
        entity.vintage.vintage(),
        TimePeriod.parse(entity.lastObserved),
        entity.points.stream().map(PointColumns::point).toList());
  }
}
