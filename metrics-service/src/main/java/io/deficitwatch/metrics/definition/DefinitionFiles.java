package io.deficitwatch.metrics.definition;

import java.util.List;

/** The files that definitions are written in. */
public interface DefinitionFiles {
  /** Those that came with the service. */
  List<DefinitionFile> listShipped();

  /** The operator's own. */
  List<DefinitionFile> listOwn();
}
