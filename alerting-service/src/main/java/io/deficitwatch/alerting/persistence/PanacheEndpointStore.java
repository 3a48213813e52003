package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.subscription.DisabledReason;
import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointState;
import io.deficitwatch.alerting.subscription.EndpointStore;
import io.deficitwatch.alerting.subscription.Standing;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Objects;
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

  private final SecretCipher cipher;

  PanacheEndpointStore(SecretCipher cipher) {
    this.cipher = cipher;
  }

  @Override
  @Transactional
  public void save(Endpoint endpoint) {
    EndpointEntity entity = findEntity(endpoint.id()).orElseGet(EndpointEntity::new);
    entity.subscriberId = endpoint.id().subscriberId();
    entity.id = endpoint.id().id();
    entity.url = endpoint.url().toString();
    entity.description = endpoint.description();
    entity.secret = cipher.encrypt(endpoint.id(), endpoint.secret());
    write(entity, endpoint.standing());
    entity.createdAt = endpoint.createdAt();
    persistAndFlush(entity);
  }

  @Override
  @Transactional
  public Optional<Endpoint> find(EndpointId id) {
    return findEntity(id).map(this::endpoint);
  }

  @Override
  @Transactional
  public Optional<Endpoint> findForUpdate(EndpointId id) {
    OwnerLock.hold(getEntityManager(), id.subscriberId());
    return find(OF_ID, id.subscriberId(), id.id())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(this::endpoint);
  }

  @Override
  @Transactional
  public List<Endpoint> list(String subscriberId) {
    return list("subscriberId = ?1 order by id", subscriberId).stream()
        .map(this::endpoint)
        .toList();
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

  private Optional<EndpointEntity> findEntity(EndpointId id) {
    return find(OF_ID, id.subscriberId(), id.id()).firstResultOptional();
  }

  private static void write(EndpointEntity entity, Standing standing) {
    entity.state = standing.state().name();
    entity.disabledReason = standing.disabled().map(why -> why.reason().name()).orElse(null);
    entity.disabledAt = standing.disabled().map(Standing.Disabled::at).orElse(null);
    if (standing.failingSince().isEmpty()) {
      entity.failingSince = null;
      entity.lastFailedAt = null;
    }
  }

  private static Standing standing(EndpointEntity entity) {
    return new Standing(
        EndpointState.valueOf(entity.state),
        Optional.ofNullable(entity.disabledReason)
            .map(
                reason ->
                    new Standing.Disabled(
                        DisabledReason.valueOf(reason), Objects.requireNonNull(entity.disabledAt))),
        Optional.ofNullable(entity.failingSince));
  }

  private Endpoint endpoint(EndpointEntity entity) {
    var id = new EndpointId(entity.subscriberId, entity.id);
    return new Endpoint(
        id,
        URI.create(entity.url),
        entity.description,
        cipher.decrypt(id, entity.secret),
        standing(entity),
        entity.createdAt);
  }
}
