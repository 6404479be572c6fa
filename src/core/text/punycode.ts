/**
 * Length of a domain label in its ASCII form (RFC 3492, `xn--` included), as the limits of domain names are stated.
 * A label may hold ideographic full stops; they separate, as the reference encoder treats them.
 */
export function punycodeLength(label: string): number {
  if (label.length > MAX_LABEL * 2) return label.length;
  return label
    .split(/[\u3002\uFF0E\uFF61]/)
    .reduce((sum, part, index) => sum + (index === 0 ? 0 : 1) + encodedLength(part), 0);
}

const MAX_LABEL = 63;
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;

function encodedLength(label: string): number {
  const points = [...label].map((char) => char.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 0x80).length;
  if (basic === points.length) return label.length;
  let length = 'xn--'.length + basic + (basic > 0 ? 1 : 0);
  let n = 0x80;
  let delta = 0;
  let bias = 72;
  let handled = basic;
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta += 1;
      if (point !== n) continue;
      length += digits(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    n += 1;
  }
  return length;
}

/** Digits of one variable-length integer. */
function digits(delta: number, bias: number): number {
  let rest = delta;
  let count = 1;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (rest < threshold) return count;
    rest = Math.floor((rest - threshold) / (BASE - threshold));
    count += 1;
  }
}

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  while (rest > 455) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + 38));
}
