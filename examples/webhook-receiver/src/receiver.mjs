// A receiver of webhooks as docs/webhooks.md asks for: it believes nothing that is not signed, gives the challenge
// back, answers at once and recognises what it had before.
import { createServer } from "node:http";
import { Webhook, WebhookVerificationError } from "standardwebhooks";

const LARGEST_BODY = 1 << 20;
const CHALLENGE = "io.deficitwatch.endpoint.challenge.v1";

/**
 * @param {string} secret the endpoint's, whsec_…
 * @param {(webhook: {id: string, type: string, data: object}) => void} take is given each webhook once
 */
export function receiver(secret, take) {
  const verifier = new Webhook(secret);
  // A real one keeps the ids where a restart finds them, for as long as the sender repeats: 75 hours.
  const known = new Set();
  return createServer(async (request, response) => {
    if (request.method !== "POST") {
      return response.writeHead(405, { Allow: "POST" }).end();
    }
    const body = await read(request);
    if (body === undefined) {
      return response.writeHead(413, { Connection: "close" }).end();
    }
    let webhook;
    try {
      webhook = verifier.verify(body, request.headers);
    } catch (error) {
      return response.writeHead(error instanceof WebhookVerificationError ? 401 : 400).end();
    }
    if (webhook.type === CHALLENGE) {
      return response.writeHead(200, { "Content-Type": "text/plain" }).end(webhook.data.challenge);
    }
    // The answer first, the work afterwards.
    response.writeHead(204).end();
    const id = request.headers["webhook-id"];
    if (!known.has(id)) {
      known.add(id);
      take({ id, type: webhook.type, data: webhook.data });
    }
  });
}

async function read(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > LARGEST_BODY) {
      return undefined;
    }
    chunks.push(chunk);
  }
  // The bytes as they came: the signature is over them, and parsing and writing again would change digits.
  return Buffer.concat(chunks).toString("utf8");
}
