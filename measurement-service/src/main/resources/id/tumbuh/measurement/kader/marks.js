// What a weighing means: the mark of the card, what the measures are called, and whether to refer. No cut-off stands here:
// the rules come with the roster.
import { ageOfDays, assess, classify, daysBetween } from './who.js';

const monthNumber = (iso) => 12 * Number(iso.slice(0, 4)) + Number(iso.slice(5, 7));
const grams = (kg) => Math.round(kg * 1000);

/** The first gain is of the first month after birth, the last of every later one. */
function leastGain(gains, column) {
  return gains[Math.max(0, Math.min(gains.length, column) - 1)];
}

/** The mark of a weighing, decided in this order: B no earlier month, O none in the month before, N enough gain, T not. */
export function mark(child, measuredOn, weightKg, minimumGain) {
  const { last } = child;
  if (!last) return { mark: 'B', tInARow: 0 };
  const month = monthNumber(measuredOn);
  if (monthNumber(last.month) + 1 !== month) return { mark: 'O', tInARow: last.tInARow };
  const gain = grams(weightKg) - grams(last.weightKg);
  const needed = leastGain(minimumGain[child.sex], month - monthNumber(child.birthDate));
  return gain >= needed
    ? { mark: 'N', tInARow: 0, gain, needed }
    : { mark: 'T', tInARow: last.tInARow + 1, gain, needed };
}

/** Everything the page says about one measurement of a child. One that came from the server brings its mark along. */
export function judge({ tables, rules }, child, measured) {
  const age = ageOfDays(daysBetween(child.birthDate, measured.measuredOn));
  const assessment = assess(tables, child.sex, age, measured);
  const classification = rules['growth.classification'].value;
  const indices = classify(assessment, classification);
  let card = null;
  if (measured.mark) card = { mark: measured.mark, tInARow: measured.tInARow };
  else if (measured.weightKg > 0) card = mark(child, measured.measuredOn, measured.weightKg, rules['kms.minimum-gain'].value);
  const believed = (index) => (indices[index] && !indices[index].implausible ? indices[index].category : null);
  const height = believed('lengthHeightForAge');
  const belowRedLine = indices.weightForAge?.z != null
    && believed('weightForAge') === classification.weightForAge.below[0][0];
  const twice = card?.mark === 'T' && card.tInARow >= 2;
  const found = new Set(Object.keys(indices).map(believed));
  if (twice) found.add('2T');
  else if (card) found.add(card.mark);
  if (belowRedLine) found.add('BGM');
  return {
    age,
    adjustedCm: assessment.adjustedCm,
    indices,
    card,
    twice,
    belowRedLine,
    stunted: height === 'STUNTED' || height === 'SEVERELY_STUNTED' ? height : null,
    refer: rules['kader.refer-on'].value.filter((reason) => found.has(reason)),
    implausible: Object.keys(indices).filter((index) => indices[index].implausible),
  };
}

/**
 * What to ask before saving: `SWAPPED` when a child would weigh more kilograms than it has centimetres, else the measures
 * that make an index unbelievable, or nothing.
 */
export function doubts(context, child, measured) {
  if (measured.weightKg > measured.lengthHeightCm) return ['SWAPPED'];
  const { implausible } = judge(context, child, measured);
  if (implausible.length === 0) return [];
  const asked = Object.entries(BY_AGE).filter(([index]) => implausible.includes(index)).map(([, field]) => field);
  return asked.length > 0 ? asked : ['weightKg', 'lengthHeightCm'];
}

/** The measure behind each index by age; weight for height has two. */
const BY_AGE = {
  weightForAge: 'weightKg',
  lengthHeightForAge: 'lengthHeightCm',
  headCircumferenceForAge: 'headCircumferenceCm',
  armCircumferenceForAge: 'armCircumferenceCm',
};
