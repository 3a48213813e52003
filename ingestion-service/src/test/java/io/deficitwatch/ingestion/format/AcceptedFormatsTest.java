package io.deficitwatch.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.sample.SharedData;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AcceptedFormatsTest {
  private final AcceptedFormats formats = new AcceptedFormats();

  @ParameterizedTest
  @CsvSource({
    "application/json,                          anything,           BOJ_API_JSON",
    "Application/JSON; charset=UTF-8,           anything,           BOJ_API_JSON",
    "text/csv;header=present,                   'STRUCTURE,',       SDMX_CSV",
    "text/csv,                                  'STATUS,200',       BOJ_API_CSV",
    "text/csv,                                  ',,,,199601',       BOJ_BULK_CSV",
    "application/vnd.sdmx.data+csv;version=2.0, anything,           SDMX_CSV",
    ",                                          ' {\"STATUS\":200', BOJ_API_JSON",
    "text/plain,                                'STRUCTURE[;],',    SDMX_CSV",
    "application/octet-stream,                  'STRUCTURE,',       SDMX_CSV",
    "text/csv,  'Country Name,Country Code,Year,Value',             WDI_CSV",
    "text/csv,  '\"Data Source\",\"World Development Indicators\",', WDI_CSV",
    "text/csv,  'Direction,Service type code,Service type,',        ONS_CSV",
    "text/csv,  'Date,USD,JPY,BGN,',                                ECB_HISTORY_CSV",
    "text/csv,  'Date, USD, JPY, ',                                 ECB_HISTORY_CSV",
    "text/csv,  'Date,Country,Exchange rate',                       FED_FX_CSV",
    "text/csv,  ',,,,,（単位：億円）',                                 MOF_CSV",
    "text/csv,                                  'DATAFLOW;FREQ',    SDMX_CSV",
    "application/vnd.sdmx.data+json;version=2.0.0, anything,        SDMX_JSON",
    "application/json,                          '{\"meta\": {',     SDMX_JSON",
    "application/json,                          '{ \"data\":{',     SDMX_JSON",
    ",                                          '{\"header\":{',    SDMX_JSON",
    "application/json,                          '{\"STATUS\":200',  BOJ_API_JSON",
    "application/vnd.sdmx.genericdata+xml;version=2.1, anything,    SDMX_ML",
    "application/vnd.sdmx.structurespecificdata+xml, anything,      SDMX_ML",
    "application/vnd.sdmx.data+xml;version=3.0.0, anything,         SDMX_ML",
    "application/xml,                           '<?xml version=\"1.0\"?><m:GenericData xmlns:m=\"x\">', SDMX_ML",
    "text/xml,                                  '<StructureSpecificData>', SDMX_ML",
    ",                                          '<!-- of today --><a:StructureSpecificTimeSeriesData a=\"b\">', SDMX_ML"
  })
  void tellsTheFormat(String mediaType, String beginning, FormatName format) {
    assertThat(formats.recognise(content(mediaType, beginning))).contains(format);
  }

  @ParameterizedTest
  @CsvSource({
    "application/xml, {",
    "image/png, STRUCTURE",
    "text/plain, hello",
    "text/csv, 'a,b'",
    ", <xml/>",
    "application/xml, <rss>",
    "text/csv, 'STRUCTURES,a'"
  })
  void doesNotGuess(String mediaType, String beginning) {
    assertThat(formats.recognise(content(mediaType, beginning))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mof-sjis/mof_securities_montha1.sjis.csv,         MOF_CSV",
    "wdi/bx.gsr.royl.cd_20260501.csv,                  WDI_CSV",
    "ons-uk/servicetypebycountry2020q4.timeseries.csv, ONS_CSV",
    "fx/eurofxref-hist.csv,                            ECB_HISTORY_CSV",
    "fx/fred_fx_monthly.csv,                           FED_FX_CSV",
    "boj-api/FM08_FXERM07_usdjpy_monthly_average.json, BOJ_API_JSON"
  })
  void tellsTheFormatOfRealFiles(String file, FormatName format) {
    Content content = Content.of(SharedData.bytes("data/" + file), Optional.of("text/csv"), UTF_8);

    assertThat(formats.recognise(content)).contains(format);
  }

  @Test
  void seesThroughTheByteOrderMark() {
    assertThat(formats.recognise(content(null, "\uFEFF{"))).contains(FormatName.BOJ_API_JSON);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RETRACTION")
  void readsEachFormat(FormatName name) {
    assertThat(formats.get(name).name()).isEqualTo(name);
  }

  private static Content content(@Nullable String mediaType, String beginning) {
    return Content.of(beginning.getBytes(UTF_8), Optional.ofNullable(mediaType), UTF_8);
  }
}
