package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.ReleaseArchive;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Releases and their bytes as rows. */
@ApplicationScoped
class PanacheReleaseArchive
    implements ReleaseArchive, PanacheRepositoryBase<ReleaseEntity, String> {
  // A violated constraint would end the transaction; "do nothing" also waits for one that is just
  // adding the same.
  private static final String INSERT =
      """
      insert into release
        (id, dataflow, sha256, released_at, received_at, stage, format, bytes, series_count,
         observation_count)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      on conflict do nothing
      """;

  @Override
  public boolean add(ArchivedRelease release, Content content) {
    var extent = release.extent();
    int added =
        getSession()
            .createNativeMutationQuery(INSERT)
            .setParameter(1, release.id())
            .setParameter(2, release.vintage().dataflow().toString())
            .setParameter(3, release.archive().sha256())
            .setParameter(4, release.vintage().releasedAt())
            .setParameter(5, release.archive().receivedAt())
            .setParameter(6, release.stage().name())
            .setParameter(7, release.format().name())
            .setParameter(8, extent.bytes())
            .setParameter(9, extent.series())
            .setParameter(10, extent.observations())
            .executeUpdate();
    if (added == 1) {
      addContent(release, content);
    }
    return added == 1;
  }

  private void addContent(ArchivedRelease release, Content content) {
    ReleaseContentEntity entity = new ReleaseContentEntity();
    entity.releaseId = release.id();
    entity.mediaType = content.mediaType().orElse(release.format().mediaType());
    entity.content = content.bytes();
    getEntityManager().persist(entity);
  }

  @Override
  public Optional<ArchivedRelease> find(String id) {
    return findByIdOptional(id).map(ReleaseEntity::toRelease);
  }

  @Override
  public Optional<Content> findContent(String id) {
    return Optional.ofNullable(getEntityManager().find(ReleaseContentEntity.class, id))
        .map(entity -> new Content(entity.content, entity.mediaType));
  }

  @Override
  public List<ArchivedRelease> list(Page page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Parameters parameters = new Parameters();
    page.dataflow()
        .map(DataflowRef::toString)
        .ifPresent(
            dataflow -> {
              conditions.add("dataflow = :dataflow");
              parameters.and("dataflow", dataflow);
            });
    page.after()
        .ifPresent(
            last -> {
              conditions.add("(receivedAt, id) < (:receivedAt, :id)");
              parameters.and("receivedAt", last.receivedAt()).and("id", last.id());
            });
    String query = String.join(" and ", conditions) + " order by receivedAt desc, id desc";
    return find(query, parameters).page(0, page.size()).stream()
        .map(ReleaseEntity::toRelease)
        .toList();
  }
}
