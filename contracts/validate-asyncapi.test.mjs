// The validation is validated: each broken copy of the document must be refused.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { validate } from './validate-asyncapi.mjs';

let directory;
let document;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'asyncapi-'));
  document = await readFile(new URL('asyncapi.yaml', import.meta.url), 'utf8');
  await cp(new URL('src/main/resources', import.meta.url), join(directory, 'src/main/resources'), {
    recursive: true,
  });
});

after(() => rm(directory, { recursive: true }));

async function validated(text) {
  const file = join(directory, 'asyncapi.yaml');
  await writeFile(file, text);
  return validate(file);
}

test('accepts the document, with every message', async () => {
  const { valid, findings, messages } = await validated(document);
  assert.deepEqual(findings, []);
  assert.equal(valid, true);
  const named = new Set(document.match(/#\/components\/messages\/\w+/g));
  assert.equal(messages, named.size);
});

for (const [fault, found, planted] of [
  ['a channel that an operation names does not exist', "'#/channels/alerts'", "'#/channels/alarms'"],
  ['an unknown action', 'action: send', 'action: publish'],
  ['a payload file that is missing', 'schemas/release.published.v1.json', 'schemas/nothing.json'],
  ['a number of partitions that is none', 'partitions: 12', 'partitions: twelve'],
  ['a missing title', 'title: Deficit Watch events', 'name: Deficit Watch events'],
  ['text that is no YAML', 'channels:', 'channels: ['],
]) {
  test(`refuses ${fault}`, async () => {
    assert.ok(document.includes(found));
    const { valid } = await validated(document.replace(found, planted));
    assert.equal(valid, false);
  });
}
