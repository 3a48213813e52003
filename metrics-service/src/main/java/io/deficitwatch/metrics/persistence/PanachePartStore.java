package io.deficitwatch.metrics.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.observation.PartStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Keeps waiting parts as the JSON they came in. */
@ApplicationScoped
class PanachePartStore
    implements PartStore, PanacheRepositoryBase<ReleasePartEntity, ReleasePartEntity.Key> {
  private static final String OF_AREA = "releaseId = ?1 and refArea = ?2";

  @Override
  public List<ReleasePublished> keep(ReleasePublished part) {
    String releaseId = part.vintage().releaseId();
    String refArea = part.refArea();
    var key = new ReleasePartEntity.Key(releaseId, refArea, part.part().number());
    if (findByIdOptional(key).isEmpty()) {
      persistAndFlush(entity(part));
    }
    if (count(OF_AREA, releaseId, refArea) < part.part().of()) {
      return List.of();
    }
    List<ReleasePublished> parts =
        list(OF_AREA + " order by number", releaseId, refArea).stream()
            .map(PanachePartStore::read)
            .toList();
    delete(OF_AREA, releaseId, refArea);
    return parts;
  }

  private static ReleasePartEntity entity(ReleasePublished part) {
    try {
      ReleasePartEntity entity = new ReleasePartEntity();
      entity.releaseId = part.vintage().releaseId();
      entity.refArea = part.refArea();
      entity.number = part.part().number();
      entity.payload = ContractsJson.mapper().writeValueAsBytes(part);
      return entity;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReleasePublished read(ReleasePartEntity entity) {
    try {
      return ContractsJson.mapper().readValue(entity.payload, ReleasePublished.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
