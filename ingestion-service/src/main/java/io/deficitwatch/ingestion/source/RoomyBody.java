package io.deficitwatch.ingestion.source;

import io.deficitwatch.ingestion.release.Scratch.Room;
import io.deficitwatch.ingestion.release.ScratchFull;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer on its way into a file, for which there has to be room. */
final class RoomyBody implements BodySubscriber<Path> {
  private final BodySubscriber<Path> file;
  private final Room room;
  private @Nullable Subscription subscription;
  private long received;
  private boolean full;

  RoomyBody(BodySubscriber<Path> file, Room room) {
    this.file = file;
    this.room = room;
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    file.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    if (full) {
      return;
    }
    received += bytes.stream().mapToLong(ByteBuffer::remaining).sum();
    try {
      room.reach(received);
    } catch (ScratchFull e) {
      full = true;
      if (subscription != null) {
        subscription.cancel();
      }
      file.onError(e);
      return;
    }
    file.onNext(bytes);
  }

  @Override
  public void onError(Throwable failure) {
    if (!full) {
      file.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    if (!full) {
      file.onComplete();
    }
  }

  @Override
  public CompletionStage<Path> getBody() {
    return file.getBody();
  }
}
