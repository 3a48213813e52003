package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.ingestion.calendar.Calendars;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.fetch.Sources;
import io.deficitwatch.ingestion.holiday.Holidays;
import java.util.Optional;

/** The catalogue that the service has, and others, for tests of other packages. */
public final class YamlCatalogueFiles {
  private static final YamlCatalogue SHIPPED = new YamlCatalogue("catalogue");

  private YamlCatalogueFiles() {}

  public static Catalogue shipped() {
    return SHIPPED;
  }

  public static Sources shippedSources() {
    return SHIPPED;
  }

  public static Calendars shippedCalendars() {
    return new YamlCalendars("calendar", SHIPPED, Holidays.shipped(), Optional.empty());
  }
}
