package io.deficitwatch.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.json.ContractsJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check is checked: every kind of breaking change, planted once, must be found. */
class SchemaCompatibilityTest {
  private static final String PUBLISHED =
      """
      {
        "$id": "urn:x", "type": "object", "required": ["id", "period"],
        "properties": {
          "id": {"type": "string", "minLength": 1, "maxLength": 64},
          "period": {"$ref": "#/$defs/period"},
          "status": {"type": "string", "enum": ["A", "P"]},
          "value": {"type": "number", "minimum": -10, "maximum": 10},
          "count": {"type": "integer"},
          "at": {"type": "string", "format": "date-time"},
          "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}, "minItems": 1},
          "free": {"description": "anything"}
        },
        "$defs": {
          "period": {"type": "string", "pattern": "^[0-9]{4}$"},
          "part": {"type": "object", "required": ["number"], "properties": {"number": {"type": "integer"}}}
        }
      }""";

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'status':                      | 'state':                            | /properties/status: removed",
        "'number': {'type': 'integer'}  |                                     | /properties/parts/items/properties/number: removed",
        "['id', 'period']               | ['id', 'period', 'status']          | /required: status is required now",
        "['id', 'period']               | ['id']                              | /required: period was promised",
        "['number']                     | ['number', 'of']                    | /properties/parts/items/required: of is required now",
        "'value': {'type': 'number'     | 'value': {'type': 'integer'         | /properties/value/type: narrowed",
        "'value': {'type': 'number'     | 'value': {'type': 'string'          | /properties/value/type: narrowed",
        "'free': {                      | 'free': {'type': 'string',          | /properties/free/type: restricted now",
        "'free': {                      | 'free': {'enum': ['a'],             | /properties/free/enum: restricted now",
        "'free': {                      | 'free': {'items': {},               | /properties/free/items: items are restricted",
        "'count': {'type': 'integer'}   | 'count': {}                         | /properties/count/type: no longer described",
        "['A', 'P']                     | ['A']                               | /properties/status/enum: narrowed",
        "['A', 'P']                     | ['A', 'Q']                          | /properties/status/enum: narrowed",
        "^[0-9]{4}$                     | ^20[0-9]{2}$                        | /properties/period/pattern: ",
        "'free': {                      | 'free': {'pattern': 'a',            | /properties/free/pattern: ",
        "'minimum': -10                 | 'minimum': -9.5                     | /properties/value/minimum: tightened",
        "'maximum': 10                  | 'maximum': 9                        | /properties/value/maximum: tightened",
        "'minLength': 1                 | 'minLength': 2                      | /properties/id/minLength: tightened",
        "'maxLength': 64                | 'maxLength': 63                     | /properties/id/maxLength: tightened",
        "'minItems': 1                  | 'minItems': 2                       | /properties/parts/minItems: tightened",
        "'count': {                     | 'count': {'minimum': 0,             | /properties/count/minimum: tightened",
        "'format': 'date-time'          | 'format': 'date'                    | /properties/at/format: ",
        ", 'format': 'date-time'        |                                     | /properties/at/format: ",
        "'items': {'$ref': '#/$defs/part'}, |                                 | /properties/parts/items: items are no longer",
        "'type': 'object', 'required': ['id' | 'additionalProperties': false, 'type': 'object', 'required': ['id' | /additionalProperties: ",
        "'count': {                     | 'count': {'multipleOf': 2,          | /properties/count/multipleOf: ",
        "'count': {                     | 'count': {'const': 2,               | /properties/count/const: ",
        "'count': {                     | 'count': {'not': {'const': 2},      | /properties/count/not: ",
        "'$defs': {                     | 'if': {'required': ['at']}, 'then': {'required': ['value']}, '$defs': { | /then: ",
        "'$defs': {                     | 'dependentRequired': {'at': ['value']}, '$defs': { | /dependentRequired: ",
        "urn:x                          | urn:y                               | /$id: "
      })
  void findsABreakingChange(String found, String planted, String message)
      throws JsonProcessingException {
    assertThat(breaksAfter(found, planted)).anySatisfy(one -> assertThat(one).startsWith(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'free': {                 | 'added': {'type': 'string'}, 'free': {",
        "['A', 'P']                | ['A', 'P', 'E']",
        "'count': {'type': 'integer' | 'count': {'type': 'number'",
        "'type': 'number'          | 'type': ['number', 'null']",
        "'minimum': -10, 'maximum': 10 | 'minimum': -11, 'maximum': 11",
        "'minimum': -10, 'maximum': 10 | 'description': 'no bounds'",
        ", 'pattern': '^[0-9]{4}$' |",
        "'description': 'anything' | 'description': 'said better', 'examples': [1]",
        "'type': 'object', 'required': ['number'] | 'required': ['number'], 'type': 'object'",
        "'period': {'$ref': '#/$defs/period'} | 'period': {'type': 'string', 'pattern': '^[0-9]{4}$'}"
      })
  void letsACompatibleChangePass(String found, String planted) throws JsonProcessingException {
    assertThat(breaksAfter(found, planted)).isEmpty();
  }

  @Test
  void refusesAReferenceThatLeavesTheSchema() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> breaksAfter("#/$defs/part", "other.json#/part"))
        .withMessageContaining("other.json");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> breaksAfter("'#/$defs/part'", "'#/$defs/nothing'"))
        .withMessageContaining("nothing at");
  }

  private static List<String> breaksAfter(String found, String planted)
      throws JsonProcessingException {
    String from = found.replace('\'', '"');
    assertThat(PUBLISHED).contains(from);
    String to = planted == null ? "" : planted.replace('\'', '"');
    return SchemaCompatibility.breaks(read(PUBLISHED), read(PUBLISHED.replace(from, to)));
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return ContractsJson.mapper().readTree(json);
  }
}
