package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.definition.DefinitionDocument;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario point as its file has it: anything may be missing. */
record ScenarioDocument(
    @Nullable String id,
    DefinitionDocument.@Nullable Text title,
    @Nullable String period,
    @Nullable BigDecimal value,
    @Nullable String publisher,
    @Nullable String published,
    @Nullable String basis,
    @Nullable List<String> source,
    @Nullable List<String> indicators) {}
