import type { MessageParams } from '../row-file-error.js';
import type { RowRuleId } from './import-messages.js';

/** Why a row is refused. */
export interface RowFault {
  column: string | null;
  rule: string;
  params: MessageParams;
}

/** Reads one row's values and keeps the first fault; after it every answer is void. */
export class RowReader {
  fault: RowFault | null = null;

  constructor(private readonly values: Record<string, unknown>) {}

  refuse(column: string, rule: RowRuleId, params: MessageParams = {}): null {
    this.fault ??= { column, rule, params };
    return null;
  }

  /** Trimmed text; null when absent or empty. Numbers of a sheet or JSON are taken as written. */
  text(column: string, max: number): string | null {
    return this.clean(column, this.values[column], max);
  }

  required(column: string, max: number, rule: RowRuleId): string {
    return this.text(column, max) ?? this.refuse(column, rule) ?? '';
  }

  /** A JSON array, or one cell with entries between `;`, `，` and the like; without repetitions. */
  list(column: string, maxEntries: number, maxLength: number): string[] {
    const value = this.values[column];
    const entries: unknown[] = typeof value === 'string' ? value.split(/[;；,，、|\n]/) : asList(value);
    const texts = entries
      .map((entry) => this.clean(column, entry, maxLength))
      .filter((text) => text !== null);
    if (texts.length > maxEntries) this.refuse(column, 'ROW-TOO-MANY', { max: maxEntries });
    return [...new Set(texts)];
  }

  private clean(column: string, value: unknown, max: number): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    if (typeof value !== 'string') return this.refuse(column, 'ROW-TEXT');
    const text = value.trim();
    if (text.includes('\u0000') || !text.isWellFormed()) return this.refuse(column, 'ROW-TEXT');
    // the cheap length first: characters are counted only where it could matter
    if (text.length > max && [...text].length > max) return this.refuse(column, 'ROW-TOO-LONG', { max });
    return text === '' ? null : text;
  }
}

const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
