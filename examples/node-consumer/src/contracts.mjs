// The published language as a Node app sees it: an event is read, and refused if it breaks its schema.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseExactly } from 'lossless-json';

export const TOPICS = ['releases.v1', 'operations.v1', 'indicators.v1', 'projections.v1', 'alerts.v1'];

const COMPACTED = ['indicators.v1', 'projections.v1'];

/** Whether the record takes its key off a compacted topic. It is no event, has no value and no headers of one. */
export function isTombstone({ topic, value }) {
  return COMPACTED.includes(topic) && value === undefined;
}

// In this repository; elsewhere unpack schemas/ from the contracts jar and name the folder.
const SCHEMAS =
  process.env.DEFICITWATCH_SCHEMAS ??
  fileURLToPath(new URL('../../../contracts/src/main/resources/schemas', import.meta.url));

// The five events of an alert share one schema, and so do the three of a release under review.
const SHARED = [
  [/^alert\./, 'alert.changed.v1'],
  [/^release\.(held|approved|rejected)\./, 'release.reviewed.v1'],
];
const ATTRIBUTES = [
  'ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_dataschema',
  'ce_partitionkey', 'content-type',
];

const ajv = new Ajv2020({ allErrors: true });
addFormats(ajv);
for (const file of readdirSync(SCHEMAS)) {
  ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')));
}

/** The schema that an event of this type must follow. */
function schemaOf(type) {
  const name = type.replace(/^io\.deficitwatch\./, '');
  const shared = SHARED.find(([events]) => events.test(name));
  return `urn:deficitwatch:schema:${shared ? shared[1] : name}`;
}

/**
 * What is wrong with a record: its CloudEvents headers, its key, its value. Empty if nothing is.
 *
 * @param {{ key: string, headers: Record<string, string>, value: string }} event
 * @returns {string[]}
 */
export function faultsOf({ key, headers, value }) {
  const faults = ATTRIBUTES.filter((name) => !headers[name]).map((name) => `header ${name} is missing`);
  if (faults.length > 0) {
    return faults;
  }
  const { ce_type: type, ce_dataschema: schema, ce_partitionkey: partitionKey } = headers;
  if (headers.ce_specversion !== '1.0') {
    faults.push(`ce_specversion is ${headers.ce_specversion}, not 1.0`);
  }
  if (schema !== schemaOf(type)) {
    faults.push(`${type} has the dataschema ${schema}, not ${schemaOf(type)}`);
  }
  if (partitionKey !== key) {
    faults.push(`ce_partitionkey ${partitionKey} is not the key ${key}`);
  }
  const validate = ajv.getSchema(schema);
  if (!validate) {
    return [...faults, `no published schema ${schema}`];
  }
  let data;
  try {
    data = JSON.parse(value);
  } catch (error) {
    return [...faults, `the value is no JSON: ${error.message}`];
  }
  if (!validate(data)) {
    faults.push(...validate.errors.map(({ instancePath, message }) => `${instancePath || '/'} ${message}`));
  }
  return faults;
}

/**
 * The value with every number kept as written. `JSON.parse` reads numbers into doubles: yen amounts up
 * to 9,007 trillion survive that, longer decimals do not. A `LosslessNumber` has the digits as text
 * (`toString()`), for a decimal type of your choice.
 */
export function readExactly(value) {
  return parseExactly(value);
}
