// signed.json is what alerting signs: SignedSamplesTest holds it against the code that does.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Webhook } from "standardwebhooks";
import { receiver } from "../src/receiver.mjs";

const samples = JSON.parse(readFileSync(new URL("signed.json", import.meta.url), "utf8"));
const OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const MINUTE = 60_000;
let server;
let taken;

function at(millisAfter) {
  mock.timers.enable({ apis: ["Date"], now: samples.timestamp * 1000 + millisAfter });
}

async function start(secret) {
  taken = [];
  server = receiver(secret, (webhook) => taken.push(webhook));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

function post(sample, changes = {}) {
  return fetch(`http://127.0.0.1:${server.address().port}/`, {
    method: "POST",
    headers: {
      "webhook-id": sample.id,
      "webhook-timestamp": `${samples.timestamp}`,
      "webhook-signature": sample.signature,
      ...changes.headers,
    },
    body: changes.body ?? sample.body,
  });
}

beforeEach(() => at(0));
afterEach(() => {
  mock.timers.reset();
  server?.close();
});

test("takes what is signed with its secret, once however often it comes", async () => {
  await start(samples.secret);

  assert.equal((await post(samples.alert)).status, 204);
  assert.equal((await post(samples.alert)).status, 204);

  assert.deepEqual(
    taken.map(({ id, type }) => [id, type]),
    [[samples.alert.id, "io.deficitwatch.alert.raised.v1"]],
  );
});

test("takes what is signed while secrets are rotated, by either of them", async () => {
  for (const secret of [samples.secret, samples.formerSecret]) {
    await start(secret);
    assert.equal((await post(samples.rotated)).status, 204);
    assert.equal(taken.length, 1);
    server.close();
  }
  await start(OTHER_SECRET);
  assert.equal((await post(samples.rotated)).status, 401);
});

test("passes over a signature of a kind that it does not know", () => {
  const headers = {
    "webhook-id": samples.withAsymmetric.id,
    "webhook-timestamp": `${samples.timestamp}`,
    "webhook-signature": samples.withAsymmetric.signature,
  };
  assert.match(samples.withAsymmetric.signature, /^v1a,\S+ v1,/);
  new Webhook(samples.secret).verify(samples.withAsymmetric.body, headers);
});

test("refuses what was tampered with", async () => {
  await start(samples.secret);

  assert.equal((await post(samples.alert, { body: samples.alert.body.replace("6650", "1000") })).status, 401);
  assert.equal((await post(samples.alert, { headers: { "webhook-id": "msg_other" } })).status, 401);
  assert.equal((await post(samples.alert, { headers: { "webhook-timestamp": `${samples.timestamp + 1}` } })).status, 401);
  assert.equal(taken.length, 0);
});

test("refuses what is stale, or ahead of its time", async () => {
  await start(samples.secret);

  for (const [minutes, status] of [[4, 204], [6, 401], [-6, 401]]) {
    mock.timers.reset();
    at(minutes * MINUTE);
    assert.equal((await post(samples.alert)).status, status, `${minutes} minutes`);
  }
});

test("gives a signed challenge back, and no other", async () => {
  await start(samples.secret);
  const answer = await post(samples.challenge);
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), JSON.parse(samples.challenge.body).data.challenge);

  assert.equal((await post(samples.challenge, { headers: { "webhook-signature": "v1,AAAA" } })).status, 401);
  assert.equal(taken.length, 0);
});
