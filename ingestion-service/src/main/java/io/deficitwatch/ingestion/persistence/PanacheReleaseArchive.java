package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.ReleaseArchive;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Releases and their bytes as rows. */
@ApplicationScoped
class PanacheReleaseArchive
    implements ReleaseArchive, PanacheRepositoryBase<ReleaseEntity, String> {
  private static final int CHUNK = 1 << 20;

  // A violated constraint would end the transaction; "do nothing" also waits for one that is just
  // adding the same.
  private static final String INSERT =
      """
      insert into release
        (id, dataflow, sha256, released_at, received_at, stage, format, media_type, bytes,
         series_count, observation_count)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      on conflict do nothing
      """;

  @Override
  public boolean add(ArchivedRelease release, Content content) {
    var envelope = release.envelope();
    int added =
        getSession()
            .createNativeMutationQuery(INSERT)
            .setParameter(1, release.id())
            .setParameter(2, release.vintage().dataflow().toString())
            .setParameter(3, release.archive().sha256())
            .setParameter(4, release.vintage().releasedAt())
            .setParameter(5, release.archive().receivedAt())
            .setParameter(6, release.stage().name())
            .setParameter(7, envelope.format().name())
            .setParameter(8, envelope.mediaType())
            .setParameter(9, envelope.bytes())
            .setParameter(10, release.extent().series())
            .setParameter(11, release.extent().observations())
            .executeUpdate();
    if (added == 1) {
      addChunks(release.id(), content);
    }
    return added == 1;
  }

  private void addChunks(String releaseId, Content content) {
    try (InputStream bytes = content.open()) {
      int number = 0;
      byte[] next = bytes.readNBytes(CHUNK);
      while (next.length > 0) {
        ReleaseChunkEntity chunk = new ReleaseChunkEntity();
        chunk.releaseId = releaseId;
        chunk.number = number;
        chunk.bytes = next;
        add(chunk);
        number++;
        next = bytes.readNBytes(CHUNK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void addPart(ReleasePublished part) {
    ReleasePartEntity entity = new ReleasePartEntity();
    entity.releaseId = part.vintage().releaseId();
    entity.refArea = part.refArea();
    entity.number = part.part().number();
    entity.seriesKeys =
        part.series().stream().map(series -> series.key().toString()).toArray(String[]::new);
    entity.event = PackedPart.pack(part);
    add(entity);
  }

  // Written, so not to be kept: together they are as large as the whole.
  private void add(PanacheEntityBase entity) {
    getEntityManager().persist(entity);
    getEntityManager().flush();
    getEntityManager().detach(entity);
  }

  @Override
  public Optional<ArchivedRelease> find(String id) {
    return findByIdOptional(id).map(ReleaseEntity::toRelease);
  }

  @Override
  public Optional<byte[]> findChunk(String id, int number) {
    return Optional.ofNullable(
            getEntityManager()
                .find(ReleaseChunkEntity.class, new ReleaseChunkEntity.Key(id, number)))
        .map(chunk -> chunk.bytes);
  }

  @Override
  public List<ArchivedRelease> list(Page page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> parameters = new HashMap<>();
    page.dataflow()
        .map(DataflowRef::toString)
        .ifPresent(
            dataflow -> {
              conditions.add("dataflow = :dataflow");
              parameters.put("dataflow", dataflow);
            });
    page.after()
        .ifPresent(
            last -> {
              conditions.add("(receivedAt, id) < (:receivedAt, :id)");
              parameters.put("receivedAt", last.receivedAt());
              parameters.put("id", last.id());
            });
    String query = String.join(" and ", conditions) + " order by receivedAt desc, id desc";
    return find(query, parameters).page(0, page.size()).stream()
        .map(ReleaseEntity::toRelease)
        .toList();
  }
}
