// What a weighing means: the mark of the card, what the measures are called, and whether to refer. No cut-off stands here:
// the rules come with the roster.
import { ageOfDays, assess, classify, daysBetween } from './who.js';

const monthNumber = (iso) => 12 * Number(iso.slice(0, 4)) + Number(iso.slice(5, 7));
const grams = (kg) => Math.round(kg * 1000);

/** Of the last column that is not beyond this one; before the first, the first one's. */
function leastGain(steps, column) {
  return (steps.filter(([from]) => from <= column).at(-1) ?? steps[0])[1];
}

/** The mark of a weighing, decided in this order: B no earlier month, O none in the month before, N enough gain, T not. */
export function mark(child, measuredOn, weightKg, card) {
  const { last } = child;
  const month = monthNumber(measuredOn);
  const column = month - monthNumber(child.birthDate);
  if (column < 0 || column > card.lastColumn) return null;
  if (!last) return { mark: 'B', tInARow: 0 };
  if (monthNumber(last.month) + 1 !== month) return { mark: 'O', tInARow: card.missedMonth === 'SKIPPED' ? last.tInARow : 0 };
  const gain = grams(weightKg) - grams(last.weightKg);
  const needed = leastGain(card.minimumGainGrams[child.sex], column);
  return gain >= needed
    ? { mark: 'N', tInARow: 0, gain, needed }
    : { mark: 'T', tInARow: last.tInARow + 1, gain, needed };
}

/** Everything the page says about one measurement of a child. One that came from the server brings its mark along. */
export function judge({ tables, rules }, child, measured) {
  const age = ageOfDays(daysBetween(child.birthDate, measured.measuredOn));
  const assessment = assess(tables, child.sex, age, measured);
  const indices = classify(assessment, rules['growth.classification'].value);
  const cardRule = rules['kms.growth-card'].value;
  let card = null;
  if (measured.mark) card = { mark: measured.mark, tInARow: measured.tInARow };
  else if (measured.weightKg > 0) card = mark(child, measured.measuredOn, measured.weightKg, cardRule);
  const believed = (index) => (indices[index] && !indices[index].implausible ? indices[index].category : null);
  const height = believed('lengthHeightForAge');
  const weight = indices.weightForAge;
  const belowRedLine = weight?.z != null && !weight.implausible && weight.z < cardRule.redLineZ;
  const twice = card?.mark === 'T' && card.tInARow >= cardRule.notGainedInARow;
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
