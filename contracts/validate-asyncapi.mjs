// Validates AsyncAPI documents: node validate-asyncapi.mjs [file...]
// Exit code 1 if a document has an error, or cannot be read.
import { fileURLToPath } from 'node:url';
import { Parser, fromFile } from '@asyncapi/parser';

const ERROR = 0;
const SEVERITIES = ['error', 'warning', 'info', 'hint'];
// 3.0 is what tools read today; 3.1 adds nothing that we use.
const ACCEPTED = new Set(['asyncapi-latest-version']);

export async function validate(file) {
  const { document, diagnostics } = await fromFile(new Parser(), file).parse();
  const findings = diagnostics
    .filter(({ code }) => !ACCEPTED.has(code))
    .map(({ severity, path, message, code }) => ({
      severity: SEVERITIES[severity] ?? 'error',
      text: `${path.join('.')}: ${message} (${code})`,
    }));
  const valid = document !== undefined && !diagnostics.some(({ severity }) => severity === ERROR);
  return { valid, findings, messages: valid ? document.messages().all().length : 0 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2);
  if (files.length === 0) {
    files.push(fileURLToPath(new URL('asyncapi.yaml', import.meta.url)));
  }
  for (const file of files) {
    const { valid, findings, messages } = await validate(file);
    findings.forEach(({ severity, text }) => console.log(`${severity} ${text}`));
    console.log(`${file}: ${valid ? `valid, ${messages} messages` : 'INVALID'}`);
    if (!valid) {
      process.exitCode = 1;
    }
  }
}
