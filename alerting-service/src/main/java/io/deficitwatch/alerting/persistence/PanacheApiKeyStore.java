package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.subscription.ApiKey;
import io.deficitwatch.alerting.subscription.ApiKeyStore;
import io.deficitwatch.alerting.subscription.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    entity.scopes = key.scopes().stream().map(Scope::code).sorted().toArray(String[]::new);
    entity.createdAt = key.createdAt();
    entity.expiresAt = key.expiresAt().orElse(null);
    persistAndFlush(entity);
  }

  @Override
  @Transactional
  public Optional<ApiKey> find(byte[] hash) {
    return find("hash", (Object) hash).firstResultOptional().map(PanacheApiKeyStore::key);
  }

  @Override
  @Transactional
  public Optional<ApiKey> findForUpdate(String subscriberId, String id) {
    return find("subscriberId = ?1 and id = ?2", subscriberId, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(PanacheApiKeyStore::key);
  }

  @Override
  @Transactional
  public List<ApiKey> list(String subscriberId) {
    return list("subscriberId = ?1 order by createdAt, id", subscriberId).stream()
        .map(PanacheApiKeyStore::key)
        .toList();
  }

  @Override
  @Transactional
  public void expire(String id, Instant at) {
    findById(id).expiresAt = at;
  }

  @Override
  @Transactional
  public boolean revoke(String subscriberId, String id) {
    return delete("subscriberId = ?1 and id = ?2", subscriberId, id) > 0;
  }

  private static ApiKey key(ApiKeyEntity entity) {
    return new ApiKey(
        entity.id,
        entity.subscriberId,
        entity.hint,
        Stream.of(entity.scopes).map(Scope::parse).collect(Collectors.toUnmodifiableSet()),
        entity.createdAt,
        Optional.ofNullable(entity.expiresAt));
  }
}
