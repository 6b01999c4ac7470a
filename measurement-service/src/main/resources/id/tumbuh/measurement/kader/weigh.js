// Timbang: one child after the other, the result while typing, and a question before a figure that can hardly be.
import { ageText, date, h, language, nameOf, number, sexText, status, t, zText } from './dom.js';
import { measuredStanding, tooYoungToStand, ageOfDays, daysBetween } from './who.js';
import { doubts } from './marks.js';
import { inOrder, lastText, measuredOf } from './day.js';
import * as store from './store.js';
import { send } from './sender.js';

const NUMBERS = ['weightKg', 'lengthHeightCm', 'armCircumferenceCm', 'headCircumferenceCm'];
const SHOWN = ['weightForAge', 'lengthHeightForAge', 'weightForLengthHeight', 'headCircumferenceForAge', 'armCircumferenceForAge'];

/** Comma and point alike; null when nothing is written, NaN when it is no number. */
export function parse(text) {
  const written = text.trim();
  if (written === '') return null;
  return /^\d{1,4}([.,]\d{0,3})?$/.test(written) && Number(written.replace(',', '.')) > 0
    ? Number(written.replace(',', '.')) : NaN;
}

/** As a person would type it, so that it can be read again. */
const written = (value) => (value == null ? '' : String(value).replace('.', language() === 'en' ? '.' : ','));

export function weighScreen(app, main, childId, recordId) {
  const record = app.records.find((one) => (recordId ? one.id === recordId
    : one.childId === childId && one.measuredOn === app.roster?.day));
  const child = app.roster?.children.find((one) => one.id === (record?.childId ?? childId)) ?? record?.child;
  if (!child) {
    app.fill(main, h('p', {}, t('unknownChild')), h('a', { class: 'button', href: '#hari' }, t('back')));
    return;
  }
  const day = record?.measuredOn ?? app.roster.day;
  const age = ageOfDays(daysBetween(child.birthDate, day));
  const head = [
    h('a', { class: 'back', href: recordId ? '#kirim' : '#hari' }, `‹ ${t('back')}`),
    h('h1', {}, nameOf(child)),
    h('p', { class: 'muted' }, `${sexText(child.sex)}, ${ageText(child.birthDate, day)}, ${t('born', { date: date(child.birthDate) })}`),
    day !== app.roster?.day && h('p', { class: 'warning' }, t('earlier', { date: date(day) })),
  ];
  const server = child.thisMonth;
  if (record?.state === 'sent' || record?.state === 'sending' || (!record && server?.measuredOn === day)) {
    const why = record ? t(record.state === 'sent' ? 'alreadySent' : 'beingSent') : t('weighedToday', { kg: number(server.weightKg) });
    app.fill(main, ...head, h('p', { class: 'warning' }, why), resultOf(app, child, record ?? server));
    return;
  }
  form(app, main, { child, record, day, age, head });
}

function form(app, main, { child, record, day, age, head }) {
  const error = (name) => h('span', { class: 'error', id: `${name}-error` });
  const numberField = (name, label) => h('label', { class: 'field' }, label,
    h('input', {
      name, id: name, inputmode: 'decimal', autocomplete: 'off', enterkeyhint: name === 'weightKg' ? 'next' : 'done',
      value: written(record?.[name]), 'aria-describedby': `${name}-error`, maxlength: 8,
    }), error(name));
  const radio = (value, label) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: 'position', value, checked: (record?.position ?? (measuredStanding(age) ? 'STANDING' : 'LYING')) === value }), label);
  const conflict = h('p', { class: 'hint', id: 'position-hint' });
  const result = h('div', { class: 'result', id: 'result', 'aria-live': 'polite' });
  const fields = h('form', { novalidate: true, class: 'weigh' },
    h('p', { class: 'muted' }, [lastText(child, day), !record && placeText(app, child)].filter(Boolean).join(' · ')),
    child.thisMonth && child.thisMonth.measuredOn !== day && h('p', { class: 'warning' },
      t('weighedOn', { date: date(child.thisMonth.measuredOn), kg: number(child.thisMonth.weightKg) })),
    numberField('weightKg', t('weight')), numberField('lengthHeightCm', t('height')),
    h('fieldset', {}, h('legend', {}, t('position')), radio('LYING', t('lying')), radio('STANDING', t('standing'))),
    conflict,
    h('details', { open: Boolean(record?.armCircumferenceCm || record?.headCircumferenceCm || record?.oedema) },
      h('summary', {}, t('more')),
      numberField('armCircumferenceCm', t('arm')), numberField('headCircumferenceCm', t('head')),
      h('label', { class: 'choice' }, h('input', { type: 'checkbox', name: 'oedema', checked: Boolean(record?.oedema) }), t('oedema'))),
    result,
    h('button', { class: 'primary', type: 'submit' }, t(record ? 'save' : 'saveNext')));

  const read = () => {
    const measured = { measuredOn: day };
    for (const name of NUMBERS) {
      const value = parse(fields.elements[name].value);
      if (value !== null) measured[name] = value;
    }
    if (measured.lengthHeightCm) measured.position = fields.elements.position.value;
    if (fields.elements.oedema.checked) measured.oedema = true;
    return measured;
  };
  const show = () => {
    const measured = read();
    const believable = Object.fromEntries(Object.entries(measured).filter(([, value]) => !Number.isNaN(value)));
    const judged = app.judge(child, believable);
    conflict.textContent = conflictText(age, measured, judged);
    result.replaceChildren(...lines(judged, believable));
  };
  fields.addEventListener('input', show);
  fields.addEventListener('keydown', (event) => {
    // Enter saves; but a weight alone goes on to the height first, where a second Enter saves without one.
    if (event.key === 'Enter' && event.target.name === 'weightKg' && fields.elements.lengthHeightCm.value === '') {
      event.preventDefault();
      fields.elements.lengthHeightCm.focus();
    }
  });
  fields.addEventListener('submit', (event) => {
    event.preventDefault();
    const measured = read();
    if (complain(fields, measured)) return;
    const doubt = app.context() ? doubts(app.context(), child, measured) : [];
    if (doubt.length === 0) keep(app, child, record, measured);
    else ask(main, fields, doubt, measured, (settled) => keep(app, child, record, settled), show);
  });
  app.fill(main, ...head, fields);
  if (record?.state === 'failed') showReasons(fields, record);
  show();
  fields.elements.weightKg.focus();
}

/** Which weighing of the day this is. */
function placeText(app, child) {
  const others = app.roster.children.filter((one) => one !== child && measuredOf(app, one));
  return t('place', { n: others.length + 1, all: app.roster.children.length });
}

function showReasons(fields, record) {
  for (const { field, title } of record.reasons ?? []) {
    const place = fields.querySelector(`#${CSS.escape(field)}-error`);
    if (place) place.textContent = title;
  }
}

/** Says what can't be saved, and goes there. */
function complain(fields, measured) {
  let first = null;
  for (const name of NUMBERS) {
    const input = fields.elements[name];
    const wrong = Number.isNaN(measured[name]) ? 'numberWrong' : name === 'weightKg' && !measured[name] ? 'weightMissing' : null;
    fields.querySelector(`#${name}-error`).textContent = wrong ? t(wrong) : '';
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    if (wrong && !first) first = input;
  }
  if (first?.closest('details')) first.closest('details').open = true;
  first?.focus();
  return Boolean(first);
}

function conflictText(age, measured, judged) {
  if (!(measured.lengthHeightCm > 0) || !measured.position) return '';
  const standing = measured.position === 'STANDING';
  if (standing && tooYoungToStand(age)) return t('standingBaby');
  if (standing === measuredStanding(age)) return '';
  const cm = number(judged?.adjustedCm ?? measured.lengthHeightCm + (standing ? 0.7 : -0.7), 1);
  return t(standing ? 'standingYoung' : 'lyingOld', { cm });
}

const resultOf = (app, child, measured) => h('div', { class: 'result' }, ...lines(app.judge(child, measured), measured));

function lines(judged, measured) {
  if (!judged) return [h('p', { class: 'muted' }, t('noContext'))];
  const any = SHOWN.filter((index) => judged.indices[index]);
  if (!judged.card && any.length === 0) return [h('p', { class: 'muted' }, t('resultEmpty'))];
  const { card } = judged;
  const markName = judged.twice ? '2T' : card?.mark;
  return [
    h('h2', {}, t('result')),
    card && h('p', { class: 'mark' }, status(markName, t(`mark.${markName}`)), card.gain !== undefined && h('span', { class: 'muted' }, ' ', t(
      card.gain < 0 ? 'lost' : 'needed', { gain: number(Math.abs(card.gain) / 1000), needed: number(card.needed / 1000) }))),
    judged.belowRedLine && h('p', {}, status('BGM', t('mark.BGM'))),
    h('dl', {}, ...any.map((index) => indexLine(index, judged.indices[index]))),
    any.length === 0 && measured.lengthHeightCm > 0 && h('p', { class: 'muted' }, t('outside')),
    judged.refer.length > 0
      ? h('p', { class: 'refer' }, t('advice'), h('small', {}, judged.refer.map(reasonText).join(', ')))
      : card && h('p', { class: 'muted' }, t('noAdvice')),
  ].filter(Boolean);
}

/** A reason to refer, in its official words. */
export function reasonText(reason) {
  const index = { SEVERELY_WASTED: 'weightForLengthHeight', SEVERELY_STUNTED: 'lengthHeightForAge', SEVERELY_UNDERWEIGHT: 'weightForAge' }[reason];
  return t(index ? `${index}.${reason}` : `mark.${reason}`);
}

function indexLine(index, { z, category, implausible }) {
  return h('div', {}, h('dt', {}, t(`index.${index}`)),
    h('dd', {}, h('b', { 'data-index': index }, z === null ? '–' : zText(z)), ' ',
      implausible ? status('DOUBTFUL', t('doubtful')) : category && status(category, t(`${index}.${category}`))));
}

const amount = (field, measured) => t(field === 'weightKg' ? 'kg' : 'cm', { n: number(measured[field]) });

function ask(main, fields, doubt, measured, settle, show) {
  const swapped = doubt[0] === 'SWAPPED';
  const answer = (label, act, primary) => h('button', {
    type: 'button', class: primary && 'primary', click: () => { dialog.close(); dialog.remove(); act(); },
  }, t(label));
  const mend = () => fields.elements[swapped ? 'weightKg' : doubt[0]].focus();
  const dialog = h('dialog', { 'aria-labelledby': 'question', 'aria-describedby': 'question-hint' },
    h('h2', { id: 'question' }, swapped ? t('askSwapped') : t('ask', { what: doubt.map((field) => amount(field, measured)).join(t('and')) })),
    h('p', { id: 'question-hint' }, swapped
      ? t('swappedHint', { kg: number(measured.weightKg), cm: number(measured.lengthHeightCm) }) : t('askHint')),
    h('div', { class: 'buttons' },
      swapped && answer('swap', () => {
        fields.elements.weightKg.value = written(measured.lengthHeightCm);
        fields.elements.lengthHeightCm.value = written(measured.weightKg);
        show();
        fields.elements.weightKg.focus();
      }, true),
      answer('mend', mend, !swapped),
      answer('yes', () => settle(measured))));
  dialog.addEventListener('cancel', () => { dialog.remove(); mend(); });
  main.append(dialog);
  dialog.showModal();
}

async function keep(app, child, record, measured) {
  const outcome = await store.save({
    id: record?.id ?? crypto.randomUUID(),
    childId: child.id,
    posyanduId: record?.posyanduId ?? app.roster?.posyandu.id,
    source: 'POSYANDU',
    savedAt: new Date().toISOString(),
    ...measured,
  });
  if (outcome === 'SENT') {
    app.say(t('alreadySent'), true);
    app.render();
    return;
  }
  await app.reload();
  const to = next(app, child, record);
  app.say(`${t('saved', { name: nameOf(child) })} ${to === 'hari' && !record ? t('allDone') : ''}`);
  send();
  app.go(to);
}

/** The next in the order of the list that is not weighed yet, from here on and then from the beginning. */
function next(app, child, record) {
  if (record || !app.roster) return record?.state === 'failed' ? 'kirim' : 'hari';
  const all = inOrder(app.roster.children);
  const at = all.findIndex((one) => one.id === child.id);
  const open = [...all.slice(at + 1), ...all.slice(0, at)].find((one) => !measuredOf(app, one));
  return open ? `timbang/${open.id}` : 'hari';
}
