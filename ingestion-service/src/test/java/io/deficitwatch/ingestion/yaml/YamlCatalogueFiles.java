package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.ingestion.catalogue.Catalogue;

/** The catalogue that the service has, for tests of other packages. */
public final class YamlCatalogueFiles {
  private static final Catalogue SHIPPED = new YamlCatalogue();

  private YamlCatalogueFiles() {}

  public static Catalogue shipped() {
    return SHIPPED;
  }
}
