package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.Vintage;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes each vintage of an answer once and then repeats its text: thousands of observations share
 * some dozen of them.
 */
final class VintageJson extends JsonSerializer<Vintage> {
  private static final Object TEXTS = new Object();

  /** What has been written so far, for one answer. */
  private static final class Texts {
    private final Map<Vintage, SerializedString> known = new IdentityHashMap<>();

    SerializedString of(Vintage vintage) throws IOException {
      SerializedString text = known.get(vintage);
      if (text == null) {
        text = new SerializedString(ContractsJson.mapper().writeValueAsString(vintage));
        known.put(vintage, text);
      }
      return text;
    }
  }

  @Override
  public void serialize(Vintage vintage, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (!(provider.getAttribute(TEXTS) instanceof Texts)) {
      provider.setAttribute(TEXTS, new Texts());
    }
    json.writeRawValue(((Texts) provider.getAttribute(TEXTS)).of(vintage));
  }
}
