package io.deficitwatch.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tables as their publishers lay them out, of the dataflows in {@code benchmarks/catalogue}.
 *
 * @param months of each of the 200 series; up to 300, as in one reply of the Bank of Japan
 * @param areas with figures of 60 years
 */
record PublisherTables(int months, int areas, long seed) {
  private static final int SERIES = 200;
  private static final int YEARS = 60;
  private static final YearMonth FIRST = YearMonth.of(2000, 1);
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  private static final String BOJ = "BENCHMARK:BOJ";

  Stream<MadeRelease> all() {
    long observations = (long) SERIES * months;
    return Stream.of(
        MadeRelease.of(
            "Bank of Japan, API, JSON", "boj-api-json", BOJ, 1, observations, this::bojJson),
        MadeRelease.of(
            "Bank of Japan, API, CSV", "boj-api-csv", BOJ, 1, observations, this::bojCsv),
        MadeRelease.of(
            "Bank of Japan, flat file", "boj-bulk-csv", BOJ, 1, observations, this::bojBulk),
        new MadeRelease(
            "Ministry of Finance, Shift_JIS",
            "mof-csv",
            "BENCHMARK:TREND",
            1,
            observations,
            SHIFT_JIS,
            this::trend),
        MadeRelease.of(
            "Federal Reserve", "fed-fx-csv", "BENCHMARK:FX", 1, observations, this::rates),
        MadeRelease.of(
            "World Bank, long",
            "wdi-csv",
            "BENCHMARK:WDI",
            areas,
            (long) areas * YEARS,
            this::indicator));
  }

  private void bojJson(Writer out) throws IOException {
    Random random = new Random(seed);
    out.write(
        """
        {"STATUS":200,"MESSAGEID":"M181000I","MESSAGE":"Successfully completed","DATE":"2026-01-01T10:00:00.000+09:00",
        "PARAMETER":{"FORMAT":"JSON","LANG":"EN","DB":"BM01","STARTDATE":"","ENDDATE":"","STARTPOSITION":""},"NEXTPOSITION":null,"RESULTSET":[
        """);
    String dates = eachMonth().map(PublisherTables::number).collect(Collectors.joining(","));
    for (int i = 0; i < SERIES; i++) {
      out.write(
          """
          %s{"SERIES_CODE":"BM%03d","NAME_OF_TIME_SERIES":"Series %d","UNIT":"100 million Yen","FREQUENCY":"MONTHLY","CATEGORY":"Benchmark","LAST_UPDATE":20260101,
          "VALUES":{"SURVEY_DATES":[%s],"VALUES":[%s]}}
          """
              .formatted(
                  i == 0 ? "" : ",",
                  i,
                  i,
                  dates,
                  eachMonth().map(_ -> decimal(random)).collect(Collectors.joining(","))));
    }
    out.write("]}\n");
  }

  private void bojCsv(Writer out) throws IOException {
    Random random = new Random(seed);
    out.write(
        """
        STATUS,200
        MESSAGEID,M181000I
        MESSAGE,Successfully completed
        DATE,2026-01-01T10:00:00.000+09:00
        PARAMETER,FORMAT,CSV
        PARAMETER,DB,BM01
        PARAMETER,STARTDATE,
        PARAMETER,ENDDATE,
        PARAMETER,STARTPOSITION,
        NEXTPOSITION,
        SERIES_CODE,NAME_OF_TIME_SERIES,UNIT,FREQUENCY,CATEGORY,LAST_UPDATE,SURVEY_DATES,VALUES
        """);
    for (int i = 0; i < SERIES; i++) {
      for (YearMonth month : eachMonth().toList()) {
        out.write(
            "BM%03d,Series %d,100 million Yen,MONTHLY,Benchmark,20260101,%s,%s\n"
                .formatted(i, i, number(month), decimal(random)));
      }
    }
  }

  private void bojBulk(Writer out) throws IOException {
    Random random = new Random(seed);
    out.write(
        ",,,," + eachMonth().map(PublisherTables::number).collect(Collectors.joining(",")) + "\n");
    for (int i = 0; i < SERIES; i++) {
      out.write(
          "BM%03d,Series %d,Benchmark,100 million Yen,%s\n"
              .formatted(
                  i, i, eachMonth().map(_ -> decimal(random)).collect(Collectors.joining(","))));
    }
  }

  private void trend(Writer out) throws IOException {
    Random random = new Random(seed);
    String rest = ",".repeat(SERIES + 1);
    out.write("月別推移,最終更新日  令和8年1月1日" + rest + "\n");
    out.write("（単位：億円）," + rest + "\n");
    out.write(
        ",,,"
            + IntStream.range(0, SERIES)
                .mapToObj("品目%03d"::formatted)
                .collect(Collectors.joining(","))
            + "\n");
    for (YearMonth month : eachMonth().toList()) {
      Month name = month.getMonth();
      out.write(
          "%s,%d月,%s,%s\n"
              .formatted(
                  name == Month.JANUARY ? Integer.toString(month.getYear()) : "",
                  month.getMonthValue(),
                  name.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                  IntStream.range(0, SERIES)
                      .mapToObj(_ -> "\"%,d\"".formatted(random.nextInt(-99_999, 99_999)))
                      .collect(Collectors.joining(","))));
    }
  }

  private void rates(Writer out) throws IOException {
    Random random = new Random(seed);
    out.write("Date,Country,Exchange rate\n");
    for (int i = 0; i < SERIES; i++) {
      for (YearMonth month : eachMonth().toList()) {
        out.write("%s-01,Country %03d,%s\n".formatted(month, i, decimal(random)));
      }
    }
  }

  private void indicator(Writer out) throws IOException {
    Random random = new Random(seed);
    out.write("Country Name,Country Code,Year,Value\n");
    for (int area = 0; area < areas; area++) {
      for (int year = 2026 - YEARS; year < 2026; year++) {
        out.write(
            "\"Area, %d\",%s,%d,%d.%09d\n"
                .formatted(
                    area,
                    letters(area),
                    year,
                    random.nextInt(1_000_000),
                    random.nextInt(1_000_000_000)));
      }
    }
  }

  private Stream<YearMonth> eachMonth() {
    return IntStream.range(0, months).mapToObj(FIRST::plusMonths);
  }

  private static String letters(int number) {
    return ""
        + (char) ('A' + number / 676)
        + (char) ('A' + number / 26 % 26)
        + (char) ('A' + number % 26);
  }

  private static String number(YearMonth month) {
    return "%d%02d".formatted(month.getYear(), month.getMonthValue());
  }

  private static String decimal(Random random) {
    return random.nextInt(1, 10_000) + ".%04d".formatted(random.nextInt(10_000));
  }
}
