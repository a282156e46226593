/** A decimal fraction, exactly: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/**
 * What a counter holds: a safe integer as a plain number, which is the fast and usual case, else a decimal.
 * Binary floating point would lose small steps on large sums, and with them the cap.
 */
export type Amount = number | Decimal;

/** Whether a value can be counted: a finite number, zero or more. */
export const isCountable = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;

/** The decimal that a number's shortest text stands for: the number as it was written in JSON. */
function decimalOf(amount: Amount): Decimal {
  if (typeof amount !== 'number') return amount;
  const [mantissa = '', exponent = '0'] = String(amount).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

const atScale = ({ digits, scale }: Decimal, wanted: number): bigint =>
  digits * 10n ** BigInt(wanted - scale);

function combine(a: Amount, b: Amount, sign: 1n | -1n): Decimal {
  const left = decimalOf(a);
  const right = decimalOf(b);
  const scale = Math.max(left.scale, right.scale);
  return { digits: atScale(left, scale) + sign * atScale(right, scale), scale };
}

const simple = (amount: Amount): amount is number => Number.isSafeInteger(amount);

/** The exact sum. Two safe integers must not add up beyond 2^53 - 1; `fits` sees to that. */
export const add = (a: Amount, b: Amount): Amount => (simple(a) && simple(b) ? a + b : combine(a, b, 1n));

/** The exact difference. */
export const subtract = (a: Amount, b: Amount): Amount =>
  simple(a) && simple(b) ? a - b : combine(a, b, -1n);

/** Whether `step` more still fits: counted + step <= max, exactly. `max` is a safe integer. */
export function fits(counted: Amount, step: number, max: number): boolean {
  if (simple(counted) && Number.isInteger(step)) return step <= max - counted;
  const sum = combine(counted, step, 1n);
  return sum.digits <= atScale({ digits: BigInt(max), scale: 0 }, sum.scale);
}

/** The amount as plain decimal digits, such as `0.3`. */
export function amountText(amount: Amount): string {
  const { digits, scale } = decimalOf(amount);
  const text = digits.toString().padStart(scale + 1, '0');
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  const whole = text.slice(0, text.length - scale);
  return scale > 0 && fraction !== '' ? `${whole}.${fraction}` : whole;
}
