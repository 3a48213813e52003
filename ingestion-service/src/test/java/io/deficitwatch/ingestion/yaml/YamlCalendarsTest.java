package io.deficitwatch.ingestion.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.calendar.ReleaseCalendar;
import io.deficitwatch.ingestion.calendar.ScheduledRelease;
import io.deficitwatch.ingestion.calendar.ScheduledRelease.Basis;
import io.deficitwatch.ingestion.holiday.Holidays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlCalendarsTest {
  private static final DataflowRef FLOW = DataflowRef.parse("BOJ:BP01");
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-08", "2024-02-08", "2024-05-10", "2024-08-08", "2024-11-11", "2025-02-10",
        "2025-05-12", "2025-08-08", "2025-11-11", "2025-12-08", "2026-01-13", "2026-02-09",
        "2026-09-08", "2026-10-08", "2026-11-10", "2026-12-08", "2027-01-12", "2027-02-08"
      })
  void foreseesEveryReleaseThatIsKnown(LocalDate released) {
    Instant moment = released.atTime(8, 50).atZone(ZoneId.of("Asia/Tokyo")).toInstant();

    assertThat(list(Optional.empty(), moment, moment.plusNanos(1)))
        .extracting(release -> release.subject().rule() + " " + release.subject().covers())
        .contains("preliminary " + released.minusMonths(2).toString().substring(0, 7));
  }

  @Test
  void followsAMonthThroughTheLifeOfItsFigures() {
    assertThat(
            list(
                    Optional.empty(),
                    Instant.parse("2024-08-01T00:00:00Z"),
                    Instant.parse("2026-05-01T00:00:00Z"))
                .stream()
                .filter(ScheduledRelease::awaited)
                .filter(
                    release ->
                        List.of("2024-06", "2024-Q2", "2024")
                            .contains(release.subject().covers().toString()))
                .map(
                    release ->
                        LocalDate.ofInstant(release.at(), ZoneId.of("Asia/Tokyo"))
                            + " "
                            + release.stage()))
        .containsExactly(
            "2024-08-08 FIRST_PRELIMINARY",
            "2024-10-08 SECOND_PRELIMINARY",
            "2025-04-08 ANNUAL_REVISION",
            "2026-04-08 ANNUAL_REVISION");
  }

  @Test
  void showsReleasesByCountryWithoutWaitingForThem() {
    assertThat(
            list(
                    Optional.empty(),
                    Instant.parse("2025-05-01T00:00:00Z"),
                    Instant.parse("2025-06-01T00:00:00Z"))
                .stream()
                .filter(release -> !release.awaited())
                .map(release -> release.subject().rule() + " " + release.subject().covers()))
        .containsExactlyInAnyOrder(
            "regional 2024-Q4",
            "regional-first-annual-revision 2024",
            "regional-second-annual-revision 2023");
  }

  @Test
  void anOperatorsFileHoldsAgainstTheShippedDates() throws IOException {
    Path file =
        written(
            """
            dataflows:
              - dataflow: BOJ:BP01
                announced:
                  - {release: preliminary, covers: 2026-10, day: 2026-12-09, time: '10:00', announcedOn: 2026-12-01}
            """);

    List<ScheduledRelease> found =
        list(
            Optional.of(file),
            Instant.parse("2026-12-01T00:00:00Z"),
            Instant.parse("2026-12-31T00:00:00Z"));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().at()).isEqualTo(Instant.parse("2026-12-09T01:00:00Z"));
    assertThat(found.getFirst().schedule().basis()).isEqualTo(Basis.ANNOUNCED);
    assertThat(found.getFirst().schedule().sequence()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dataflows: [{dataflow: 'BOJ:XX', announced: []}]|no calendar is of BOJ:XX",
        "{dataflows: [], dataflow: []}|Unrecognized field \"dataflow\"",
        "dataflows: [{dataflow: 'BOJ:BP01', announced: [{release: x, covers: 2026-10, day: 2026-12-09, announcedOn: 2026-12-01}]}]"
            + "|no release is x",
        "dataflows: [{dataflow: 'BOJ:BP01', announced: [{release: preliminary, covers: 2026-10, day: 2026-12-32, announcedOn: 2026-12-01}]}]"
            + "|Invalid value for DayOfMonth"
      })
  void stopsAtAnOperatorsFileThatCannotBeUsed(String content, String fault) throws IOException {
    Path file = written(content);

    assertThatThrownBy(() -> calendar(Optional.of(file)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("announced.yaml")
        .hasMessageContaining(fault);
  }

  @Test
  void stopsIfTheOperatorsFileIsNotThere() {
    assertThatThrownBy(() -> calendar(Optional.of(folder.resolve("none.yaml"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "stranger, BOJ:STRANGE is not in the catalogue",
    "abroad,   no holidays are known of XX",
    "misspelt, Unrecognized field \"bussinessDay\"",
    "both,     preliminary has both businessDay and sameDayAs"
  })
  void stopsAtACalendarThatCannotBeUsed(String name, String fault) {
    assertThatThrownBy(
            () ->
                new YamlCalendars(
                    "faulty-calendars/" + name,
                    YamlCatalogueFiles.shipped(),
                    Holidays.shipped(),
                    Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("faulty-calendars/" + name + "/one.yaml")
        .hasMessageContaining(fault);
  }

  private Path written(String content) throws IOException {
    return Files.writeString(folder.resolve("announced.yaml"), content);
  }

  private static List<ScheduledRelease> list(Optional<Path> announced, Instant from, Instant to) {
    return calendar(announced).list(Optional.of(FLOW), from, to);
  }

  private static ReleaseCalendar calendar(Optional<Path> announced) {
    return new ReleaseCalendar(
        new YamlCalendars("calendar", YamlCatalogueFiles.shipped(), Holidays.shipped(), announced),
        Holidays.shipped());
  }
}
