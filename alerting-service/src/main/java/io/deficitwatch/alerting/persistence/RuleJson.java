package io.deficitwatch.alerting.persistence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.contracts.json.ContractsJson;
import java.io.UncheckedIOException;

/** What a rule looks for, as it is stored. */
final class RuleJson {
  private static final ObjectMapper MAPPER =
      ContractsJson.configure(JsonMapper.builder().build())
          .addMixIn(Condition.class, ConditionTypes.class)
          .addMixIn(Threshold.class, ThresholdTypes.class);

  private RuleJson() {}

  /** Condition and options. */
  record Specification(Condition condition, RuleOptions options) {}

  static String write(Rule rule) {
    try {
      return MAPPER.writeValueAsString(new Specification(rule.condition(), rule.options()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Specification read(String json) {
    try {
      return MAPPER.readValue(json, Specification.class);
    } catch (JsonProcessingException e) {
      throw new StorageException("reading a stored rule", e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.NewRecord.class, name = "NEW_RECORD"),
    @JsonSubTypes.Type(value = Condition.Crosses.class, name = "CROSSES"),
    @JsonSubTypes.Type(value = Condition.Ranges.class, name = "RANGES"),
    @JsonSubTypes.Type(value = Condition.ChangesBy.class, name = "CHANGES_BY"),
    @JsonSubTypes.Type(value = Condition.Ranks.class, name = "RANKS"),
    @JsonSubTypes.Type(value = Condition.RatioTo.class, name = "RATIO"),
    @JsonSubTypes.Type(value = Condition.Revised.class, name = "REVISED_BY"),
    @JsonSubTypes.Type(value = Condition.ProjectedToCross.class, name = "PROJECTED"),
    @JsonSubTypes.Type(value = Condition.ReleaseLate.class, name = "RELEASE_LATE"),
    @JsonSubTypes.Type(value = Condition.ReleaseHeld.class, name = "RELEASE_HELD"),
    @JsonSubTypes.Type(value = Condition.NoData.class, name = "NO_DATA"),
    @JsonSubTypes.Type(value = Condition.Expression.class, name = "EXPRESSION")
  })
  private abstract static class ConditionTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Threshold.Frozen.class, name = "FROZEN"),
    @JsonSubTypes.Type(value = Threshold.LiveRecord.class, name = "LIVE_RECORD"),
    @JsonSubTypes.Type(value = Threshold.LivePeriod.class, name = "LIVE_PERIOD")
  })
  private abstract static class ThresholdTypes {}
}
