package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.subscription.ApiKey;
import io.deficitwatch.alerting.subscription.ApiKeyStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PanacheApiKeyStore implements ApiKeyStore, PanacheRepositoryBase<ApiKeyEntity, String> {
  @Override
  @Transactional
  public void add(ApiKey key, byte[] hash) {
    var entity = new ApiKeyEntity();
    entity.id = key.id();
    entity.subscriberId = key.subscriberId();
    entity.hash = hash;
    entity.hint = key.hint();
    entity.createdAt = key.createdAt();
    persistAndFlush(entity);
  }

  @Override
  @Transactional
  public Optional<String> findSubscriber(byte[] hash) {
    return find("hash", (Object) hash).firstResultOptional().map(entity -> entity.subscriberId);
  }

  @Override
  @Transactional
  public List<ApiKey> list(String subscriberId) {
    return list("subscriberId = ?1 order by createdAt, id", subscriberId).stream()
        .map(entity -> new ApiKey(entity.id, entity.subscriberId, entity.hint, entity.createdAt))
        .toList();
  }

  @Override
  @Transactional
  public boolean revoke(String subscriberId, String id) {
    return delete("subscriberId = ?1 and id = ?2", subscriberId, id) > 0;
  }
}
