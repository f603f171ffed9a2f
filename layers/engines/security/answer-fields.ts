/** Fields of answers that nobody may see, or that nobody declared. */
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Operation, SchemaView } from '#engines/contract/model';
import type { Answer } from '#engines/security/answer';
import type { Scan } from '#engines/security/family';
import type { CheckId } from '#engines/security/registry';
import type { Field } from '#engines/security/values';
import type { Working } from '#engines/security/workbench';

const SECRET_FIELD =
  /^(?:pass_?word|pass_?wd|pwd|pass_?phrase|(?:hashed|encrypted)_?pass_?word|pass_?word_?(?:hash|digest|salt)|pw_?hash|cvv2?|cvc2?|card_?(?:cvv|cvc|number)|credit_?card(?:_?number)?|ssn|social_?security(?:_?number)?|private_?key|secret_?key|client_?secret|otp_?secret|totp_?secret|mfa_?secret|security_?answer)$/iu;
const MASKED = /^[*•x#.\s-]*(?:\d{0,4})$/iu;

const DEPTH_MAX = 7;

interface Walked {
  readonly secret: Set<string>;
  readonly undeclared: Set<string>;
}

const isShown = (value: Json): boolean =>
  (typeof value === 'string' && value !== '' && !MASKED.test(value)) || typeof value === 'number';

/** Goes through an answer beside its schema; where the schema says nothing any more, only names that speak for themselves count. */
const walk = (scan: Scan, value: Json, view: SchemaView | undefined, path: string, walked: Walked): void => {
  if (path.split('/').length > DEPTH_MAX) return;
  if (Array.isArray(value)) {
    const items = view === undefined ? undefined : scan.values.itemView(view);
    for (const item of (value as Json[]).slice(0, 50)) walk(scan, item, items, `${path}/*`, walked);
    return;
  }
  if (!isJsonObject(value)) return;
  const fields = view === undefined ? undefined : scan.values.fieldsOf(view);
  const known: ReadonlyMap<string, Field> = new Map((fields ?? []).map((field) => [field.name, field]));
  for (const [name, item] of Object.entries(value)) {
    const at = `${path}/${name}`;
    const field = known.get(name);
    if (SECRET_FIELD.test(name) && isShown(item)) walked.secret.add(at);
    else if (fields !== undefined && field === undefined) walked.undeclared.add(at);
    walk(
      scan,
      item,
      view === undefined || field === undefined ? undefined : { ...view, schema: field.schema },
      at,
      walked,
    );
  }
};

const schemaOfAnswer = (operation: Operation, answer: Answer): SchemaView | undefined => {
  const status = String(answer.status);
  const response =
    operation.responses.find((one) => one.status === status) ??
    operation.responses.find((one) => one.status.toUpperCase() === `${status.charAt(0)}XX`) ??
    operation.responses.find((one) => one.status === 'default');
  return response?.content.find(({ mediaType }) => /[/+]json\b/iu.test(mediaType))?.schema;
};

export const lookAtFields = (scan: Scan, operation: Operation, { answer }: Working): void => {
  if (answer.json === undefined) return;
  const walked: Walked = { secret: new Set(), undeclared: new Set() };
  walk(scan, answer.json, schemaOfAnswer(operation, answer), '', walked);
  const tell = (check: CheckId, places: ReadonlySet<string>, what: string): void => {
    if (!scan.wants(check)) return;
    scan.clear(check, operation.id);
    for (const place of [...places].slice(0, 20))
      scan.found(check, {
        operation: operation.id,
        place: `answer ${place}`,
        message: `expected ${what}, got ${place}`,
        exchange: answer.exchange,
      });
  };
  tell('excessive-data', walked.secret, 'an answer without passwords, card data and the like');
  tell('undeclared-field', walked.undeclared, 'no field that the document does not declare');
};
