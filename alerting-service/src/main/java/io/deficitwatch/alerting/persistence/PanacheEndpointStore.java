package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointState;
import io.deficitwatch.alerting.subscription.EndpointStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PanacheEndpointStore implements EndpointStore, PanacheRepositoryBase<EndpointEntity, Long> {
  private static final String OF_ID = "subscriberId = ?1 and id = ?2";

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
    entity.state = endpoint.state().name();
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
    return find(id);
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
    return delete(OF_ID, id.subscriberId(), id.id()) > 0;
  }

  private Optional<EndpointEntity> findEntity(EndpointId id) {
    return find(OF_ID, id.subscriberId(), id.id()).firstResultOptional();
  }

  private Endpoint endpoint(EndpointEntity entity) {
    var id = new EndpointId(entity.subscriberId, entity.id);
    return new Endpoint(
        id,
        URI.create(entity.url),
        entity.description,
        cipher.decrypt(id, entity.secret),
        EndpointState.valueOf(entity.state),
        entity.createdAt);
  }
}
