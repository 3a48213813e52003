package io.deficitwatch.ingestion.yaml;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.BusinessDays;
import io.deficitwatch.ingestion.calendar.Calendars;
import io.deficitwatch.ingestion.calendar.DataflowCalendar;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import io.deficitwatch.ingestion.yaml.CalendarDocument.Announced;
import io.deficitwatch.ingestion.yaml.CalendarDocument.Overrides;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the calendars at start, and what an operator adds to them; a fault stops the service, with
 * its place.
 */
@Startup
@ApplicationScoped
public class YamlCalendars implements Calendars {
  private final Map<DataflowRef, DataflowCalendar> calendars = new LinkedHashMap<>();

  @Inject
  YamlCalendars(
      Catalogue catalogue,
      BusinessDays days,
      @ConfigProperty(name = "deficitwatch.calendar.announced") Optional<Path> announced) {
    this("calendar", catalogue, days, announced);
  }

  YamlCalendars(String folder, Catalogue catalogue, BusinessDays days, Optional<Path> announced) {
    Arrays.stream(YamlFiles.readResource(folder + "/index.yaml", String[].class))
        .forEach(file -> add(folder + "/" + file, catalogue, days));
    announced.ifPresent(this::override);
  }

  @Override
  public List<DataflowCalendar> list() {
    return List.copyOf(calendars.values());
  }

  private void add(String path, Catalogue catalogue, BusinessDays days) {
    DataflowCalendar calendar =
        YamlFiles.convert(
            path,
            YamlFiles.readResource(path, CalendarDocument.class),
            CalendarDocument::toCalendar);
    if (catalogue.find(calendar.dataflow()).isEmpty()) {
      throw new IllegalStateException(
          path + ": " + calendar.dataflow() + " is not in the catalogue");
    }
    if (!days.knows(calendar.office().country())) {
      throw new IllegalStateException(
          path + ": no holidays are known of " + calendar.office().country());
    }
    if (calendars.put(calendar.dataflow(), calendar) != null) {
      throw new IllegalStateException(path + ": a second file about " + calendar.dataflow());
    }
  }

  private void override(Path path) {
    for (Overrides.Dates dates : YamlFiles.readFile(path, Overrides.class).dataflows()) {
      DataflowCalendar calendar = calendars.get(dates.dataflow());
      if (calendar == null) {
        throw new IllegalStateException(path + ": no calendar is of " + dates.dataflow());
      }
      calendars.put(
          dates.dataflow(),
          YamlFiles.convert(
              path.toString(),
              dates.announced().stream().map(Announced::toAnnouncement).toList(),
              calendar::withAnnouncements));
    }
  }
}
