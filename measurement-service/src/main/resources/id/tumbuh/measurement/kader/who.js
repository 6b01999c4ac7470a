// The WHO Child Growth Standards (2006), as package `growth` of the server has them: the same bytes, the same arithmetic,
// the same two decimals. What belongs to the standard itself stands here; every cut-off comes with the roster.

const NAMES = ['length', 'weight', 'bmi', 'head', 'arm', 'triceps', 'subscapular', 'weightForLength'];
const DAYS_A_MONTH = 30.4375;
const STANDING_FROM_DAY = 731;
const MONTHS_COVERED = 60;
const YOUNGEST_STANDING_MONTHS = 9;
// Lengths are micrometres: in binary fractions 103.1 - 0.7 falls just below 102.4 and lands in the wrong row.
const MICROMETRES_A_CM = 10000;
const HEIGHT_TO_LENGTH = 7000;
const STEP = 1000;
const SHORTEST_LENGTH = 450000;
const LONGEST_LENGTH = 1100000;
const SHORTEST_HEIGHT = 650000;
const TALLEST_HEIGHT = 1200000;
const ASSUMED_STANDING_FROM = 870000;

/** Decodes the tables: for each, boys then girls: first key, rows, and L, M, S as second differences in zigzag varints. */
export function decode(buffer) {
  const bytes = new Uint8Array(buffer);
  let at = 0;
  const short = () => (bytes[at++] << 8) | bytes[at++];
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
  };
  const column = (size, unit) => {
    const values = new Float64Array(size);
    let previous = 0;
    let slope = 0;
    for (let row = 0; row < size; row++) {
      const zigzag = varint();
      slope += (zigzag >>> 1) ^ -(zigzag & 1);
      previous += slope;
      values[row] = previous / unit;
    }
    return values;
  };
  const tables = { L: {}, P: {} };
  for (const name of NAMES) {
    for (const sex of ['L', 'P']) {
      const first = short();
      const size = short();
      tables[sex][name] = { first, l: column(size, 10000), m: column(size, 10000), s: column(size, 100000) };
    }
  }
  return tables;
}

export async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the tables answer ${answer.status}`);
  const plain = answer.body.pipeThrough(new DecompressionStream('gzip'));
  return decode(await new Response(plain).arrayBuffer());
}

/** Two decimals, as every figure that is compared with a cut-off; never -0. */
export const rounded = (z) => (Number.isNaN(z) ? null : Math.round(z * 100) / 100 + 0);

function ageOf(days) {
  const whole = Math.floor(days);
  const months = days / DAYS_A_MONTH;
  return { days: days - whole >= 0.5 ? whole + 1 : whole, months };
}

export const ageOfDays = ageOf;

export function ageOfMonths(months) {
  return { days: ageOf(months * DAYS_A_MONTH).days, months };
}

const day = (iso) => Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10)) / 86400000;

export const daysBetween = (from, to) => day(to) - day(from);

export const tooYoungToStand = (age) => age.months < YOUNGEST_STANDING_MONTHS;
export const measuredStanding = (age) => age.days >= STANDING_FROM_DAY;

function atSd(l, m, s, deviations) {
  return m * Math.pow(1 + l * s * deviations, 1 / l);
}

function restricted(l, m, s, value, z) {
  if (z > 3) {
    const sd3 = atSd(l, m, s, 3);
    return 3 + (value - sd3) / (sd3 - atSd(l, m, s, 2));
  }
  if (z < -3) {
    const sd3 = atSd(l, m, s, -3);
    return -3 + (value - sd3) / (atSd(l, m, s, -2) - sd3);
  }
  return z;
}

const covers = (table, row) => row >= 0 && row < table.m.length;

/** Length and head: L is 1 throughout, so no power and no restricted tails. */
function normal(table, onDay, value) {
  const row = onDay - table.first;
  if (!covers(table, row) || !(value > 0)) return NaN;
  return (value - table.m[row]) * (1 / (table.m[row] * table.s[row]));
}

function power(table, onDay, value) {
  const row = onDay - table.first;
  if (!covers(table, row) || !(value > 0)) return NaN;
  const l = table.l[row];
  const m = table.m[row];
  const s = table.s[row];
  const z = (Math.pow(value * (1 / m), l) - 1) * (1 / (s * l));
  return restricted(l, m, s, value, z);
}

function forLength(table, beyondShortest, weight) {
  if (!(weight > 0)) return NaN;
  const row = Math.floor(beyondShortest / STEP);
  const rest = beyondShortest % STEP;
  let l = table.l[row];
  let m = table.m[row];
  let s = table.s[row];
  if (rest > 0) { // between two rows the figures are interpolated; the last row never has a rest
    const share = rest / STEP;
    l += share * (table.l[row + 1] - l);
    m += share * (table.m[row + 1] - m);
    s += share * (table.s[row + 1] - s);
  }
  const z = (Math.pow(weight / m, l) - 1) / (s * l);
  return restricted(l, m, s, weight, z);
}

function weightForLengthHeight(table, standing, length, weight) {
  if (standing) {
    return length < SHORTEST_HEIGHT || length > TALLEST_HEIGHT
      ? NaN : forLength(table, length + HEIGHT_TO_LENGTH - SHORTEST_LENGTH, weight);
  }
  return length < SHORTEST_LENGTH || length > LONGEST_LENGTH
    ? NaN : forLength(table, length - SHORTEST_LENGTH, weight);
}

function adjusted(age, measures) {
  if (!(measures.lengthHeightCm > 0)) return 0;
  const length = Math.round(measures.lengthHeightCm * MICROMETRES_A_CM);
  const { position } = measures;
  if (!age || !position || (tooYoungToStand(age) && position === 'STANDING')) return length;
  if (position === 'STANDING') return measuredStanding(age) ? length : length + HEIGHT_TO_LENGTH;
  return measuredStanding(age) ? length - HEIGHT_TO_LENGTH : length;
}

function isStanding(age, position, length) {
  if (age) return measuredStanding(age);
  return position ? position === 'STANDING' : length >= ASSUMED_STANDING_FROM;
}

/**
 * z-scores on two decimals, null where there is none. Without an age only weight for length/height is possible.
 * Measures that were not taken are undefined or null.
 */
export function assess(tables, sex, age, measures) {
  const own = tables[sex];
  const length = adjusted(age, measures);
  const lengthCm = length > 0 ? length / MICROMETRES_A_CM : NaN;
  const weight = measures.weightKg ?? NaN;
  const metres = lengthCm / 100;
  const bmi = weight >= 0 ? weight / (metres * metres) : NaN;
  const covered = Boolean(age) && age.months < MONTHS_COVERED;
  const onDay = covered ? age.days : -1; // a day no table has
  const oedema = Boolean(measures.oedema);
  const standing = isStanding(age, measures.position, length);
  const z = {
    lengthHeightForAge: normal(own.length, onDay, lengthCm),
    weightForAge: oedema ? NaN : power(own.weight, onDay, weight),
    weightForLengthHeight: oedema || (age && !covered)
      ? NaN : weightForLengthHeight(own.weightForLength, standing, length, weight),
    bmiForAge: oedema ? NaN : power(own.bmi, onDay, bmi),
    headCircumferenceForAge: normal(own.head, onDay, measures.headCircumferenceCm ?? NaN),
    armCircumferenceForAge: power(own.arm, onDay, measures.armCircumferenceCm ?? NaN),
    tricepsForAge: power(own.triceps, onDay, measures.tricepsMm ?? NaN),
    subscapularForAge: power(own.subscapular, onDay, measures.subscapularMm ?? NaN),
  };
  return {
    adjustedCm: Number.isNaN(lengthCm) ? null : lengthCm,
    oedema: oedema && (!age || covered),
    z: Object.fromEntries(Object.entries(z).map(([index, value]) => [index, rounded(value)])),
  };
}

/** The class and the flag of every index by the classification that came with the roster. */
export function classify(assessment, classification) {
  const found = {};
  for (const [index, z] of Object.entries(assessment.z)) {
    const rule = classification[index];
    if (z !== null) {
      const below = rule.below.find(([, cutOff]) => z < cutOff);
      const above = rule.above.find(([, cutOff]) => z > cutOff);
      found[index] = {
        z,
        implausible: z < rule.plausible[0] || z > rule.plausible[1],
        category: below?.[0] ?? above?.[0] ?? rule.within,
      };
    } else if (assessment.oedema && ['weightForAge', 'weightForLengthHeight', 'bmiForAge'].includes(index)) {
      found[index] = { z, implausible: false, category: rule.below[0]?.[0] ?? null }; // severe whatever the scales say
    }
  }
  return found;
}
