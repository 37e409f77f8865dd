import { uuidv7 } from 'uuidv7';

/** A time-ordered identity (UUIDv7). Never for what must not tell its age: use `randomCode`. */
export const newId = (): string => uuidv7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
