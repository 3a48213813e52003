package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.alerting.subscription.Subscriber;
import io.deficitwatch.alerting.subscription.SubscriberStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PanacheSubscriberStore
    implements SubscriberStore, PanacheRepositoryBase<SubscriberEntity, String> {
  // A statement of its own: two requests at a time must not trip over one another.
  private static final String SAVE =
      """
      insert into subscriber as known (id, name, language) values (?1, ?2, ?3)
      on conflict (id) do update set name = excluded.name, language = excluded.language
      returning xmax = 0
      """;

  @Override
  @Transactional
  public boolean save(Subscriber subscriber) {
    return (boolean)
        getEntityManager()
            .createNativeQuery(SAVE, Boolean.class)
            .setParameter(1, subscriber.id())
            .setParameter(2, subscriber.name())
            .setParameter(3, subscriber.language().code())
            .getSingleResult();
  }

  @Override
  @Transactional
  public Optional<Subscriber> find(String id) {
    return findByIdOptional(id).map(PanacheSubscriberStore::subscriber);
  }

  @Override
  @Transactional
  public List<Subscriber> list() {
    return list("order by id").stream().map(PanacheSubscriberStore::subscriber).toList();
  }

  private static Subscriber subscriber(SubscriberEntity entity) {
    return new Subscriber(entity.id, entity.name, Language.parse(entity.language));
  }
}
