import { isMoney, isMoneyOrZero } from '../money/money.js';

/** One reason why a configuration is refused: the field (dotted path), the rule of the law, words for a person. */
export type Problem = { readonly field: string; readonly rule: string; readonly message: string };

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads one object of a configuration field by field and collects what is wrong. Null counts as absent (R7). Every
 * reader answers null for an absent field and for a wrong one; `problems` tells the two apart.
 */
export class FieldReader {
  readonly #known = new Set<string>();

  constructor(
    readonly object: Json,
    readonly problems: Problem[],
    readonly path = '',
  ) {}

  refuse(field: string, message: string, rule = 'R8'): null {
    this.problems.push({ field: this.path + field, rule, message });
    return null;
  }

  has(field: string): boolean {
    return Object.hasOwn(this.object, field) && this.object[field] != null;
  }

  /** Marks the field as known whether or not it is present; what is never taken is an unknown field. */
  take(field: string): unknown {
    this.#known.add(field);
    return this.has(field) ? this.object[field] : null;
  }

  refuseUnknown(): void {
    for (const field of Object.keys(this.object))
      if (this.has(field) && !this.#known.has(field))
        this.refuse(field, 'unknown field, or not allowed here');
  }

  required(field: string): void {
    if (!this.has(field)) this.refuse(field, 'required');
  }

  text(field: string): string | null {
    return this.#typed(
      field,
      (v): v is string => typeof v === 'string' && v !== '',
      'a text that is not empty',
    );
  }

  money(field: string): bigint | null {
    const text = this.#typed(field, isMoney, 'money: 1 to 18 digits, no leading zero (R1)');
    return text === null ? null : BigInt(text);
  }

  moneyOrZero(field: string): bigint | null {
    const text = this.#typed(field, isMoneyOrZero, 'money or "0" (R1)');
    return text === null ? null : BigInt(text);
  }

  integer(field: string, least = Number.MIN_SAFE_INTEGER): number | null {
    const wanted = least === Number.MIN_SAFE_INTEGER ? 'an integer' : `an integer of at least ${least}`;
    return this.#typed(field, (v): v is number => Number.isSafeInteger(v) && (v as number) >= least, wanted);
  }

  flag(field: string): boolean | null {
    return this.#typed(field, (v): v is boolean => typeof v === 'boolean', 'true or false');
  }

  oneOf<T extends string>(field: string, values: readonly T[]): T | null {
    return this.#typed(field, (v): v is T => values.includes(v as T), `one of ${values.join(', ')}`);
  }

  /** Reads a nested object with the given reader; unknown fields inside are refused as well (R8). */
  nested<T>(field: string, read: (inner: FieldReader) => T | null): T | null {
    const value = this.#typed(field, isObject, 'an object');
    return value === null ? null : this.#readNested(value, `${this.path}${field}.`, read);
  }

  list<T>(field: string, read: (inner: FieldReader) => T | null): T[] | null {
    const values = this.#typed(field, (v): v is unknown[] => Array.isArray(v), 'a list');
    if (values === null) return null;
    const items: T[] = [];
    values.forEach((value, index) => {
      const item = isObject(value)
        ? this.#readNested(value, `${this.path}${field}.${index}.`, read)
        : this.refuse(`${field}.${index}`, 'must be an object');
      if (item !== null) items.push(item);
    });
    return items;
  }

  #readNested<T>(value: Json, path: string, read: (inner: FieldReader) => T | null): T | null {
    const inner = new FieldReader(value, this.problems, path);
    const item = read(inner);
    inner.refuseUnknown();
    return item;
  }

  #typed<T>(field: string, fits: (value: unknown) => value is T, wanted: string): T | null {
    const value = this.take(field);
    if (value === null) return null;
    return fits(value) ? value : this.refuse(field, `must be ${wanted}`);
  }
}
