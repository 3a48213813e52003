package io.deficitwatch.ingestion.persistence;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.event.ReleaseRemarks;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.PartName;
import io.deficitwatch.ingestion.release.ReleaseArchive;
import io.deficitwatch.ingestion.release.Standing;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
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

  // Any number will do, as long as nothing else in the service's database uses it.
  private static final int DATAFLOW_LOCKS = 0x0DEF_1C17;

  // A violated constraint would end the transaction; "do nothing" also waits for one that is just
  // adding the same.
  private static final String INSERT =
      """
      insert into release
        (id, dataflow, sha256, released_at, received_at, stage, format, media_type, bytes,
         series_count, observation_count, state, reason, decided_at, corrects, retracts, findings,
         finding_count)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
      on conflict do nothing
      """;

  @Override
  public boolean add(ArchivedRelease release, Content content) {
    var envelope = release.envelope();
    Standing standing = release.standing();
    ReleaseRemarks remarks = standing.remarks();
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
            .setParameter(12, standing.state().name())
            .setParameter(13, standing.reason().orElse(null), String.class)
            .setParameter(14, standing.decidedAt().orElse(null), Instant.class)
            .setParameter(15, remarks.corrects().orElse(null), String.class)
            .setParameter(16, remarks.retracts().orElse(null), String.class)
            .setParameter(17, JsonList.write(remarks.findings()))
            .setParameter(18, remarks.findingCount())
            .executeUpdate();
    if (added == 1) {
      addChunks(release.id(), content);
    }
    return added == 1;
  }

  @Override
  public void share(DataflowRef dataflow) {
    lock("pg_advisory_xact_lock_shared", dataflow);
  }

  @Override
  public void reserve(DataflowRef dataflow) {
    lock("pg_advisory_xact_lock", dataflow);
  }

  private void lock(String function, DataflowRef dataflow) {
    getSession()
        .createNativeQuery(
            "select cast(%s(%d, hashtext(?1)) as text)".formatted(function, DATAFLOW_LOCKS),
            String.class)
        .setParameter(1, dataflow.toString())
        .getSingleResultOrNull();
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
        add(List.of(chunk));
        number++;
        next = bytes.readNBytes(CHUNK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void addParts(List<ReleasePublished> parts) {
    add(parts.stream().map(PanacheReleaseArchive::entity).toList());
  }

  private static ReleasePartEntity entity(ReleasePublished part) {
    ReleasePartEntity entity = new ReleasePartEntity();
    entity.releaseId = part.vintage().releaseId();
    entity.refArea = part.refArea();
    entity.number = part.part().number();
    entity.seriesKeys =
        part.series().stream().map(series -> series.key().toString()).toArray(String[]::new);
    entity.event = PackedPart.pack(part);
    return entity;
  }

  @Override
  public List<PartName> listParts(String releaseId) {
    return getEntityManager()
        .createQuery(
            "select new io.deficitwatch.ingestion.release.PartName(releaseId, refArea, number)"
                + " from ReleasePartEntity where releaseId = :id order by refArea, number",
            PartName.class)
        .setParameter("id", releaseId)
        .getResultList();
  }

  @Override
  public ReleasePublished getPart(PartName name) {
    ReleasePartEntity part =
        getEntityManager()
            .find(
                ReleasePartEntity.class,
                new ReleasePartEntity.Key(name.releaseId(), name.refArea(), name.number()));
    getEntityManager().detach(part);
    return PackedPart.unpack(part.event);
  }

  @Override
  public Optional<ArchivedRelease> lock(String id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(ReleaseEntity::toRelease);
  }

  @Override
  public ArchivedRelease decide(String id, Standing standing) {
    ReleaseEntity release = findByIdOptional(id).orElseThrow();
    release.state = standing.state().name();
    release.reason = standing.reason().orElse(null);
    release.decidedAt = standing.decidedAt().orElse(null);
    return release.toRelease();
  }

  // Written, so not to be kept: together they are as large as the whole.
  private void add(List<? extends PanacheEntityBase> entities) {
    entities.forEach(getEntityManager()::persist);
    getEntityManager().flush();
    entities.forEach(getEntityManager()::detach);
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
  public long countHeld() {
    return count("state", Standing.State.HELD.name());
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
    page.state()
        .ifPresent(
            state -> {
              conditions.add("state = :state");
              parameters.put("state", state.name());
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
