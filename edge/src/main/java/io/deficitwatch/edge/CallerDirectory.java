package io.deficitwatch.edge;

import java.util.Optional;

/** Knows the callers behind some bearer tokens. Every bean of this type is asked; it may block. */
public interface CallerDirectory {
  /** The caller that holds this token, if this directory knows it. The token must not be logged. */
  Optional<Caller> find(String token);
}
