package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.definition.StoredDefinition.WrittenBy;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes what the files define into the store; what is new is to be computed. */
@ApplicationScoped
public class RegisterDefinitions {
  private final DefinitionFiles files;
  private final DefinitionStore store;
  private final StoredDefinitions definitions;
  private final JobStore jobs;
  private final Clock clock;

  public RegisterDefinitions(
      DefinitionFiles files,
      DefinitionStore store,
      StoredDefinitions definitions,
      JobStore jobs,
      Clock clock) {
    this.files = files;
    this.store = store;
    this.definitions = definitions;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param recorded versions that are new
   * @param passedOver files of the service whose version is kept with another meaning, because the
   *     operator took the number first
   * @param builtOnEnded files of the service with a new ratio of what the operator has ended
   */
  public record Registration(
      List<Head> recorded, List<String> passedOver, List<String> builtOnEnded) {}

  /**
   * Every instance may do so at its start.
   *
   * @throws IllegalStateException naming every fault of every file; then nothing is recorded
   */
  @Transactional
  public Registration register() {
    store.lockForChange();
    List<DefinitionFile> own = files.listOwn().stream().map(this::tied).toList();
    List<DefinitionFile> shipped =
        files.listShipped().stream()
            .map(this::tied)
            .filter(file -> own.stream().noneMatch(file::isOfSameVersionAs))
            .toList();
    Registration registration =
        new Registration(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<String> faults = new ArrayList<>();
    FiledDefinition.read(Stream.concat(shipped.stream(), own.stream()).toList(), this::kept)
        .forEach(filed -> register(filed, own.contains(filed.file()), registration, faults));
    FiledDefinition.requireNone(faults);
    return registration;
  }

  // What has ended, or another definition, since a ratio was recorded must not keep its file from
  // being read
  private DefinitionFile tied(DefinitionFile file) {
    return file.document()
        .flatMap(
            document -> kept(document).map(known -> file.with(RatioVersions.asIn(document, known))))
        .orElse(file);
  }

  private Optional<DefinitionDocument> kept(DefinitionDocument document) {
    String id = document.id();
    Integer version = document.version();
    return id == null || version == null || !DefinitionReader.isId(id)
        ? Optional.empty()
        : store.find(id, version).map(StoredDefinition::document);
  }

  private Optional<IndicatorDefinition> kept(String id, Optional<Integer> version) {
    return version.or(() -> newest(id)).flatMap(number -> definitions.find(id, number));
  }

  private void register(
      FiledDefinition filed, boolean own, Registration registration, List<String> faults) {
    IndicatorDefinition definition = filed.definition();
    Head head = new Head(definition.id(), definition.version(), clock.instant());
    WrittenBy writtenBy = own ? WrittenBy.FILE : WrittenBy.SERVICE;
    Optional<StoredDefinition> kept = store.find(head.id(), head.version());
    if (kept.isEmpty()) {
      Faults ended = Faults.none();
      RatioVersions.addEnded(filed.document(), ended, id -> definitions.findEnded(id).isPresent());
      if (ended.found().isEmpty()) {
        record(filed, head, writtenBy);
        registration.recorded().add(head);
      } else if (own) {
        ended.found().forEach(fault -> faults.add(filed.file().name() + ": " + fault));
      } else {
        registration.builtOnEnded().add(filed.file().name());
      }
      return;
    }
    DefinitionDocument document = filed.document();
    if (document.equals(kept.get().document())) {
      return;
    }
    if (document.computesLike(kept.get().document())) {
      store.reword(new StoredDefinition(head, writtenBy, document, kept.get().ends()));
    } else if (own) {
      faults.add(
          "%s: version %d of %s %s"
              .formatted(filed.file().name(), head.version(), head.id(), taken(kept.get())));
    } else {
      registration.passedOver().add(filed.file().name());
    }
  }

  private String taken(StoredDefinition kept) {
    return kept.ends()
        ? "is its end; begin with version "
            + (store.listVersions(kept.head().id()).getFirst().head().version() + 1)
        : "is kept with another meaning; a change is another version";
  }

  private void record(FiledDefinition filed, Head head, WrittenBy writtenBy) {
    StoredDefinition definition =
        new StoredDefinition(
            head,
            writtenBy,
            RatioVersions.newest(filed.document(), id -> newest(id).orElseThrow()));
    boolean newest =
        store.listVersions(definition.head().id()).stream()
            .noneMatch(other -> other.head().version() > definition.head().version());
    store.add(definition);
    if (newest) {
      jobs.start(definitions.definition(definition), definition.head().recordedAt());
    }
  }

  /** The newest with values. */
  private Optional<Integer> newest(String id) {
    return store.listVersions(id).stream()
        .filter(version -> !version.ends())
        .map(version -> version.head().version())
        .findFirst();
  }
}
