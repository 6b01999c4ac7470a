// Elements from text, never markup from text.
import { words } from './words.js';

export const language = () => (localStorage.getItem('language') === 'en' ? 'en' : 'id');

export function t(key, values = {}) {
  const text = words[language()][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** `h('a', { href: '#x', class: 'y' }, 'text', child)`; a function is a listener, false and null leave an attribute out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

const decimal = (text) => (language() === 'en' ? text : text.replace('.', ',')).replace('-', '\u2212');

/** With a true minus sign, as z-scores are printed: −1,20. */
export const zText = (z) => decimal(z.toFixed(2));

export const number = (value, digits = 3) => new Intl.NumberFormat(language() === 'en' ? 'en' : 'id-ID', {
  maximumFractionDigits: digits,
}).format(value).replace('-', '\u2212');

/** 21 November 2026 */
export function date(iso) {
  return new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'id-ID', {
    day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC',
  }).format(new Date(`${iso}T00:00:00Z`));
}

/** Today on this phone's calendar. */
export function today() {
  const now = new Date();
  const two = (part) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** 14 bulan 9 hari, by the calendar as mothers count. */
export function ageText(birthDate, day) {
  const [y, m, d] = birthDate.split('-').map(Number);
  const [year, month, date_] = day.split('-').map(Number);
  let months = 12 * (year - y) + month - m;
  let days = date_ - d;
  if (days < 0) {
    months -= 1;
    const lastOfMonthBefore = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
    days = lastOfMonthBefore - Math.min(d, lastOfMonthBefore) + date_;
  }
  return months === 0 ? t('ageDays', { days }) : t('age', { months, days });
}

export const sexText = (sex) => t(sex === 'L' ? 'boy' : 'girl');

export const nameOf = (child) => child.name || t('nameless', { sex: sexText(child.sex), birth: date(child.birthDate) });

const SHAPES = {
  SEVERELY_STUNTED: 'severe', SEVERELY_UNDERWEIGHT: 'severe', SEVERELY_WASTED: 'severe', BGM: 'severe', '2T': 'severe',
  STUNTED: 'low', UNDERWEIGHT: 'low', WASTED: 'low', MICROCEPHALY: 'low', T: 'low',
  NORMAL: 'good', N: 'good', TALL: 'tall', B: 'none', O: 'none',
};

/** Never colour alone: a shape and a word as well. */
export function status(kind, text) {
  return h('span', { class: `status ${SHAPES[kind] ?? 'risk'}` }, text);
}
