/** What looks like a secret in a text that is about to be shared: keys and tokens that say by their form what they are. */
const FORMS: readonly (readonly [name: string, form: RegExp])[] = [
  ['a key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{22,}/],
  ['a key of an AI service', /\bsk-[A-Za-z0-9_-]{20,}/],
  ['a key of Stripe', /\b[rs]k_live_[A-Za-z0-9]{16,}/],
  ['a token of Slack', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ['a JSON Web Token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a bearer token', /\bbearer\s+[\w.~+/-]{20,}/i],
];

/** The kinds of secrets that a text seems to hold. A form that is not listed is not found. */
export const secretsIn = (text: string): string[] =>
  FORMS.filter(([, form]) => form.test(text)).map(([name]) => name);
