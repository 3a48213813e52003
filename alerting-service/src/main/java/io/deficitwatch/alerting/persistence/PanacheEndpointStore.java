package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PanacheEndpointStore implements EndpointStore, PanacheRepositoryBase<EndpointEntity, Long> {
  private static final String OF_ID = "subscriberId = ?1 and id = ?2";

  private static final String FORGET_ATTEMPTS =
      """
      delete from delivery_attempt a using delivery d, endpoint e
      where a.delivery_number = d.number and d.endpoint_number = e.number
        and e.subscriber_id = ?1 and e.id = ?2
      """;

  private final EndpointRows rows;

  PanacheEndpointStore(EndpointRows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional
  public void save(Endpoint endpoint) {
    EndpointEntity entity = findEntity(endpoint.id()).orElseGet(EndpointEntity::new);
    rows.write(entity, endpoint);
    persistAndFlush(entity);
  }

  @Override
  @Transactional
  public Optional<Endpoint> find(EndpointId id) {
    return findEntity(id).map(rows::read);
  }

  @Override
  @Transactional
  public Optional<Endpoint> findForUpdate(EndpointId id) {
    OwnerLock.hold(getEntityManager(), id.subscriberId());
    return find(OF_ID, id.subscriberId(), id.id())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(rows::read);
  }

  @Override
  @Transactional
  public List<Endpoint> list(String subscriberId) {
    return list("subscriberId = ?1 order by id", subscriberId).stream().map(rows::read).toList();
  }

  @Override
  @Transactional
  public boolean delete(EndpointId id) {
    // The attempt log has no foreign key that would do it.
    var _ =
        getEntityManager()
            .createNativeQuery(FORGET_ATTEMPTS)
            .setParameter(1, id.subscriberId())
            .setParameter(2, id.id())
            .executeUpdate();
    return delete(OF_ID, id.subscriberId(), id.id()) > 0;
  }

  /**
   * Encrypts anew what lies under a former key, of the endpoints after that number.
   *
   * @return how far it came
   */
  @Transactional
  Renewed renewSecrets(long after, int most) {
    List<EndpointEntity> step =
        find("number > ?1 order by number", after)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .page(Page.ofSize(most))
            .list();
    int renewed = (int) step.stream().filter(rows::renew).count();
    return new Renewed(renewed, step.isEmpty() ? 0 : step.getLast().number);
  }

  /**
   * @param last number of the last endpoint of the step; 0 if there was none
   */
  record Renewed(int count, long last) {}

  private Optional<EndpointEntity> findEntity(EndpointId id) {
    return find(OF_ID, id.subscriberId(), id.id()).firstResultOptional();
  }
}
