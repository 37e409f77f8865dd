import type { Language } from '../access/viewer.js';

export interface RefusalDetails {
  /** Input field at fault, dotted. */
  field?: string;
  /** Rule of the rulebook that refused. */
  ruleId?: string;
  /** Values for `{name}` in the message; never a secret. */
  params?: Record<string, string | number>;
}

/** An expected "no": a rule refused, nothing was changed. Reaches the person as a code and a sentence. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refused';
  }
}

/** What is stored and sent of a refusal. */
export interface StoredRefusal extends RefusalDetails {
  refused: string;
}

export interface RefusalMessage {
  zh: string;
  en: string;
}

const messages = new Map<string, RefusalMessage>();

/**
 * A domain's refusals. Both languages are required by the type, so the compiler finds the missing one;
 * the returned function throws with a code of this domain only.
 */
export function defineRefusals<Code extends string>(table: Record<Code, RefusalMessage>) {
  for (const [code, message] of Object.entries<RefusalMessage>(table)) messages.set(code, message);
  return (code: Code, details: RefusalDetails = {}): never => {
    throw new Refused(code, details);
  };
}

/** The sentence for the person. An unregistered code is a defect and says so. */
export function refusalMessage(
  code: string,
  language: Language,
  params: RefusalDetails['params'] = {},
): string {
  const message = messages.get(code);
  if (!message) throw new Error(`no message for refusal ${code}`);
  const template = language === 'en' ? message.en : message.zh;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params?.[name] ?? `{${name}}`));
}

/** The GraphQL `Refusal`. */
export function toRefusal(refusal: StoredRefusal, language: Language) {
  return {
    __typename: 'Refusal' as const,
    code: refusal.refused,
    ruleId: refusal.ruleId ?? null,
    field: refusal.field ?? null,
    message: refusalMessage(refusal.refused, language, refusal.params),
  };
}
