// node src/main.mjs whsec_… [port]
import { receiver } from "./receiver.mjs";

const [secret, port = "8099"] = process.argv.slice(2);
if (!secret) {
  console.error("usage: node src/main.mjs whsec_… [port]");
  process.exit(2);
}
receiver(secret, ({ id, type, data }) => console.log(id, type, data.summary?.en ?? "")).listen(Number(port), "127.0.0.1", () =>
  console.log(`listening on http://127.0.0.1:${port}/`),
);
