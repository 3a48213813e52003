package io.deficitwatch.ingestion.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Replies of the Bank of Japan's API, typed here in the shape that its manual gives. */
public final class Replies {
  private Replies() {}

  /** Two months of net services and of net computer services. */
  public static String twoSeries() {
    return reply(
        series("BPBP6JYNSN", "[202606,202607]", "[-1203.11020304,-5129.3460]"),
        series("BPBP6JYNSN9072", "[202606,202607]", "[-2000.5,null]"));
  }

  public static String reply(String... series) {
    return """
        {
        "STATUS":200,
        "MESSAGEID":"M181000I",
        "MESSAGE":"Successfully completed",
        "DATE":"2026-09-13T10:43:35.362+09:00",
        "PARAMETER":{"FORMAT":"JSON","LANG":"EN","DB":"BP01","STARTDATE":"","ENDDATE":"","STARTPOSITION":""},
        "NEXTPOSITION":null,
        "RESULTSET":[
        %s
        ]
        }
        """
        .formatted(String.join(",\n", series));
  }

  public static String series(String code, String dates, String values) {
    return """
        {"SERIES_CODE":"%s","NAME_OF_TIME_SERIES":"typed here","UNIT":"100 million Yen","FREQUENCY":"MONTHLY",
        "CATEGORY":"Balance of Payments (Data Based on the BPM6)","LAST_UPDATE":20260908,
        "VALUES":{"SURVEY_DATES":%s,"VALUES":%s}}"""
        .formatted(code, dates, values);
  }

  /** Bytes that no other test hands in, so that each test has a release of its own. */
  public static byte[] unique(String reply) {
    return (reply + " ".repeat((int) (System.nanoTime() % 5000))).getBytes(UTF_8);
  }
}
