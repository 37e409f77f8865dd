/** `1234567` → `1,234,567`. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Divides, rounding half away from zero. */
export function divideRounded(value: bigint, by: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const rounded = (magnitude + by / 2n) / by;
  return value < 0n ? -rounded : rounded;
}

/** Integer `value` with `places` decimals, grouped: `(128000050n, 2)` → `1,280,000.50`. */
export function withDecimals(value: bigint, places: number): string {
  const sign = value < 0n ? '−' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const whole = groupDigits(digits.slice(0, digits.length - places));
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

/** Drops zeros behind the point: `12.30` → `12.3`, `128.00` → `128`. */
export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
