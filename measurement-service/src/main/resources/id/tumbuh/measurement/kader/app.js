// The page: which screen, what the header says, and what happens when the day or the program changes.
import { h, language, t, today } from './dom.js';
import * as store from './store.js';
import * as sender from './sender.js';
import { load } from './who.js';
import { judge } from './marks.js';
import { chooseScreen, dayScreen, signInScreen } from './day.js';
import { weighScreen } from './weigh.js';
import { boxScreen, closeScreen, counts } from './report.js';

const main = document.getElementById('isi');
const notice = document.getElementById('notice');
let tables;
let fresh = false; // whether the notice was said on the way to the screen that comes now

const app = {
  roster: null,
  records: [],
  today,
  context: () => (app.roster && tables ? { tables, rules: app.roster.rules } : null),
  judge: (child, measured) => (app.context() ? judge(app.context(), child, measured) : null),
  go: (where) => {
    if (location.hash === `#${where}`) render();
    else location.hash = where;
  },
  isAt: (where) => location.hash.slice(1).split('/')[0] === where,
  fill: (place, ...children) => place.replaceChildren(...children.filter(Boolean)),
  say: (text, wrong = false) => {
    fresh = true;
    notice.replaceChildren(h('p', { class: wrong ? 'warning' : 'said' }, text));
  },
  render: () => render(),
  async reload() {
    [app.roster, app.records] = await Promise.all([store.roster(), store.records()]);
  },
  async start() {
    await app.reload();
    app.go(app.roster ? 'hari' : 'posyandu');
  },
};

function render() {
  const [screen, id] = location.hash.slice(1).split('/');
  document.body.dataset.screen = screen;
  for (const link of document.querySelectorAll('#screens a')) {
    if (link.hash === `#${screen}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  header();
  const withoutRoster = { masuk: () => signInScreen(app, main, id === 'lama'), posyandu: () => chooseScreen(app, main),
    kirim: () => boxScreen(app, main), betul: () => weighScreen(app, main, null, id) };
  const withRoster = { hari: () => dayScreen(app, main), timbang: () => weighScreen(app, main, id), tutup: () => closeScreen(app, main) };
  if (withoutRoster[screen]) withoutRoster[screen]();
  else if (app.roster && withRoster[screen]) withRoster[screen]();
  else app.go(app.roster ? 'hari' : 'posyandu');
  document.title = `${main.querySelector('h1')?.textContent ?? t('day')} · Tumbuh`;
}

function header() {
  document.documentElement.lang = language();
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  document.getElementById('screens').setAttribute('aria-label', t('screens'));
  document.getElementById('place').textContent = app.roster?.posyandu.name ?? (app.roster ? t('unnamedPosyandu', { area: app.roster.posyandu.area }) : '');
  const other = document.getElementById('language');
  other.textContent = language() === 'en' ? 'Indonesia' : 'English';
  other.lang = language() === 'en' ? 'id' : 'en';
  const { onPhone, sent, failed } = counts(app.records);
  const counters = [
    h('span', { 'data-count': 'onPhone' }, t('onPhone', { n: onPhone })),
    h('span', { 'data-count': 'sent' }, t('sent', { n: sent })),
    h('span', { 'data-count': 'failed', class: failed > 0 && 'bad' }, t('failed', { n: failed }))];
  const place = document.getElementById('counters'); // read out when it changes, so it is left alone when it does not
  if (place.textContent !== counters.map((one) => one.textContent).join('')) place.replaceChildren(...counters);
  const again = sender.state === 'SIGN_IN' && onPhone > 0;
  const asked = document.getElementById('sign-in-again');
  const text = again ? t('signInToSend', { n: onPhone }) : '';
  if (asked.querySelector('.warning')?.textContent !== (text || undefined)) asked.replaceChildren(...(again ? [h('p', { class: 'warning' }, text),
    document.body.dataset.issuer && h('p', {}, h('a', { href: '/kader/sign-in' }, t('signIn')))].filter(Boolean) : []));
}

/** The form is left alone while somebody types in it; lists show what changed, and keep what is open and focused. */
async function refresh() {
  await app.reload();
  const { activeElement } = document;
  const focused = main.contains(activeElement) ? activeElement : null;
  if (!['hari', 'tutup', 'kirim'].some(app.isAt) || focused?.type === 'search') {
    header();
    return;
  }
  const opened = [...main.querySelectorAll('details[open]')].map((one) => one.dataset.list);
  const same = ['id', 'href', 'data-tab'].filter((name) => focused?.hasAttribute(name))
    .map((name) => `[${name}="${CSS.escape(focused.getAttribute(name))}"]`)[0];
  render();
  opened.forEach((list) => { main.querySelector(`details[data-list=${list}]`).open = true; });
  if (same) main.querySelector(same)?.focus();
}

async function endOfDay() {
  if (app.roster && app.roster.keptOn !== today()) {
    await store.forget({ names: true });
    await app.reload();
    app.say(t('dayOver'));
    app.go('posyandu');
  }
}

/** A new version takes over at an opening, never in the middle of the work. */
async function work() {
  if (!('serviceWorker' in navigator)) return;
  const policy = globalThis.trustedTypes?.createPolicy('tumbuh', { createScriptURL: () => '/kader/sw.js' });
  const known = Boolean(navigator.serviceWorker.controller);
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL('') ?? '/kader/sw.js', { scope: '/kader' });
  if (known && registration.waiting) {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('TAKE_OVER');
  }
}

async function begin() {
  const wanted = new URLSearchParams(location.search).get('lang');
  if (wanted) localStorage.setItem('language', wanted === 'en' ? 'en' : 'id');
  header();
  if (!navigator.locks || !globalThis.DecompressionStream || !globalThis.indexedDB) {
    app.say(t('oldBrowser'), true);
    return;
  }
  app.ready = load(new URL('./who-2006.lms', import.meta.url)).then((loaded) => { tables = loaded; });
  await store.open();
  navigator.storage?.persist?.(); // so that the browser does not clear unsent records when the phone is full
  await app.reload();
  store.onChange(refresh);
  sender.onState(refresh);
  addEventListener('hashchange', () => {
    if (!fresh) notice.replaceChildren();
    fresh = false;
    render();
    scrollTo(0, 0);
    if (!main.contains(document.activeElement)) main.focus({ preventScroll: true });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') endOfDay().then(() => sender.send());
  });
  setInterval(endOfDay, 60000);
  document.getElementById('language').addEventListener('click', () => {
    localStorage.setItem('language', language() === 'en' ? 'id' : 'en');
    notice.replaceChildren();
    render();
  });
  document.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault(); // the hash names the screen
    main.focus();
  });
  if (!app.roster) render(); // choosing needs no tables, and they are a quarter of the first visit
  await app.ready;
  await endOfDay();
  if (app.roster || app.isAt('betul')) render();
  document.body.dataset.ready = 'true';
  sender.send();
  // Last, so that what the worker fetches does not keep the first screen waiting. Without it the page needs a network to open.
  work().catch(() => {});
}

begin();
