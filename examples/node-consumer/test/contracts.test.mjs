import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faultsOf, readExactly } from '../src/contracts.mjs';

const SAMPLES = new URL('../../../contracts/src/main/resources/samples/', import.meta.url);

function goldenEvent(name) {
  const schema = name.startsWith('alert.')
    ? 'alert.changed.v1'
    : name.replace(/^release\.(held|approved|rejected)\./, 'release.reviewed.');
  return {
    key: 'the key',
    headers: {
      ce_specversion: '1.0',
      ce_id: 'an id',
      ce_type: `io.deficitwatch.${name}`,
      ce_source: '/somewhere',
      ce_subject: 'something',
      ce_time: '2025-02-09T23:50:00Z',
      ce_dataschema: `urn:deficitwatch:schema:${schema}`,
      ce_partitionkey: 'the key',
      'content-type': 'application/json',
    },
    value: readFileSync(new URL(`${name}.json`, SAMPLES), 'utf8'),
  };
}

for (const file of readdirSync(SAMPLES)) {
  test(`takes the golden sample ${file}`, () => {
    assert.deepEqual(faultsOf(goldenEvent(file.replace(/\.json$/, ''))), []);
  });
}

test('takes a field that it does not know', () => {
  const event = goldenEvent('indicator.recomputed.v1');
  assert.deepEqual(faultsOf({ ...event, value: event.value.replace('{', '{"later": 1,') }), []);
});

for (const [fault, found, planted] of [
  ['a number written as text', '-6850000000000', '"-6850000000000"'],
  ['a period that does not exist', '"2024"', '"2024-13"'],
  ['a missing field', '"first"', '"First"'],
  ['a moment that is none', '2025-04-29T15:00:00Z', 'yesterday'],
  ['text that is no JSON', '{', '['],
]) {
  test(`refuses ${fault}`, () => {
    const event = goldenEvent('indicator.recomputed.v1');
    assert.ok(event.value.includes(found));
    assert.notDeepEqual(faultsOf({ ...event, value: event.value.replace(found, planted) }), []);
  });
}

for (const [fault, header, value] of [
  ['a missing attribute', 'ce_id', undefined],
  ['a schema that is not that of its type', 'ce_dataschema', 'urn:deficitwatch:schema:release.published.v1'],
  ['a type that was never published', 'ce_type', 'io.deficitwatch.rumour.heard.v1'],
  ['a partition key that is not the key', 'ce_partitionkey', 'another'],
  ['another version of CloudEvents', 'ce_specversion', '0.3'],
]) {
  test(`refuses ${fault}`, () => {
    const event = goldenEvent('indicator.recomputed.v1');
    assert.notDeepEqual(faultsOf({ ...event, headers: { ...event.headers, [header]: value } }), []);
  });
}

test('keeps every digit of a number that a double cannot hold', () => {
  const digits = '-123456789012345678901234567890.123456789';
  assert.equal(readExactly(`{"value": ${digits}}`).value.toString(), digits);
  assert.notEqual(JSON.parse(`{"value": ${digits}}`).value.toString(), digits);
});
