package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IncompleteStoryIT {
  @BeforeAll
  static void trainStartUpCaches() throws Exception {
    FirstRun.ended();
  }

  @Test
  void theRunFailsAndNamesTheStepThatWasNotSeen() throws Exception {
    try (var launcher =
        RunningLauncher.start(FirstRun.OTHER_DATA, FirstRun.PORTS, "--once", "--fresh")) {
      // Given
      launcher.awaitOutput("all healthy", 1);
      handInAFiscalYearThatTakesTheRecordFromTheOneOfTheStory();

      // When
      int exit = launcher.awaitExit();

      // Then
      assertThat(exit).as(launcher.output()).isEqualTo(1);
      assertThat(launcher.output())
          .contains("The story is not complete")
          .containsPattern("Not seen: JP-DIGITAL-5, fiscal year 2024 .* as a record");
    }
  }

  private static void handInAFiscalYearThatTakesTheRecordFromTheOneOfTheStory() throws Exception {
    Connection connection = Connection.of(FirstRun.OTHER_DATA);
    var answer =
        Connection.post(
            connection.get("INGESTION_URL")
                + "/v1/releases?dataflow=MOF:DIGITAL_BALANCE&format=sdmx-csv"
                + "&releasedAt=2021-05-12T00:00:00Z&status=UNSPECIFIED",
            connection.get("PUBLISHER_TOKEN"),
            "text/csv",
            """
            STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ACCOUNTING_ENTRY,\
            ACCOUNT_ITEM,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,\
            REPORTING_YEAR_START_DAY
            dataflow,MOF:DIGITAL_BALANCE(1.0),I,A,JP,W1,N,DIGITAL_5,JPY,2020-A1,-99999,A,8,--04-01
            """);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }
}
