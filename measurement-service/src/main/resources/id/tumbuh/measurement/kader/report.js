// Tutup posyandu and Kotak kirim: what the day came to, and what of it is still on the phone.
import { date, h, nameOf, number, status, t } from './dom.js';
import { inOrder, measuredOf } from './day.js';
import { reasonText } from './weigh.js';
import * as store from './store.js';
import * as sender from './sender.js';

export function closeScreen(app, main) {
  const all = inOrder(app.roster.children).map((child) => {
    const measured = measuredOf(app, child);
    return { child, measured, judged: measured && app.judge(child, measured) };
  });
  const weighed = all.filter(({ judged }) => judged?.card);
  const withCard = all.filter(({ child, measured }) => child.last || measured);
  const gained = weighed.filter(({ judged }) => judged.card.mark === 'N');
  const percent = (part, whole) => (whole === 0 ? '–' : number((100 * part) / whole, 0));
  const figure = (letter, value) => h('div', {}, h('dt', {}, h('b', {}, letter), ' ', t(letter)), h('dd', { 'data-figure': letter }, value));
  const entry = ({ child, judged }, note) => h('li', {}, h('a', { class: 'row', href: `#timbang/${child.id}` },
    h('strong', {}, nameOf(child)), note && h('span', {}, note(judged, child))));
  const list = (key, some, note) => h('details', { 'data-list': key }, h('summary', {}, t('listOf', { title: t(key), n: some.length })),
    some.length > 0 ? h('ul', { class: 'list' }, ...some.map((one) => entry(one, note))) : h('p', { class: 'muted' }, t('nobody')));
  const stuntedText = (judged, child) => {
    const name = status(judged.stunted, t(`lengthHeightForAge.${judged.stunted}`));
    if (child.stunting === 'NORMAL') name.append(` (${t('newCase')})`);
    return name;
  };
  const referred = all.filter(({ judged }) => judged?.refer.length > 0);
  app.fill(main,
    h('h1', {}, t('close')),
    h('p', { class: 'muted' }, date(app.roster.day)),
    h('dl', { class: 'skdn' }, figure('S', all.length), figure('K', withCard.length), figure('D', weighed.length), figure('N', gained.length)),
    h('p', {}, `${t('participation', { n: percent(weighed.length, all.length) })} · ${t('success', { n: percent(gained.length, weighed.length) })}`),
    list('referrals', referred, (judged) => judged.refer.map(reasonText).join(', ')),
    list('twice', all.filter(({ judged }) => judged?.twice)),
    list('belowLine', all.filter(({ judged }) => judged?.belowRedLine)),
    list('short', all.filter(({ judged }) => judged?.stunted), stuntedText),
    list('absent', all.filter(({ measured }) => !measured)),
    h('p', { class: 'muted' }, t('closeHint')));
}

export const counts = (records) => ({
  onPhone: records.filter(({ state }) => state === 'waiting' || state === 'sending').length,
  sent: records.filter(({ state }) => state === 'sent').length,
  failed: records.filter(({ state }) => state === 'failed').length,
});

const STATES = { OFFLINE: 'offline', BUSY: 'busy', SENDING: 'sendingNow' };

function recordLine(app, record) {
  const child = app.roster?.children.find((one) => one.id === record.childId) ?? record.child;
  const measures = [record.weightKg && t('kg', { n: number(record.weightKg) }), record.lengthHeightCm && t('cm', { n: number(record.lengthHeightCm) })];
  const failed = record.state === 'failed';
  const why = record.outcome === 'CONFLICT' ? t('conflict')
    : [...new Set([record.title, ...(record.reasons ?? []).map(({ title }) => title)])].filter(Boolean).join(': ');
  return h('li', { class: 'record', 'data-state': record.state },
    h('strong', {}, child ? nameOf(child) : record.childId.slice(0, 8)),
    h('span', { class: 'muted' }, `${date(record.measuredOn)} · ${measures.filter(Boolean).join(', ')}`),
    h('span', {}, record.outcome === 'PENDING_CHILD' && record.state === 'sent' ? t('pendingChild') : t(`state.${record.state}`)),
    failed && h('span', { class: 'error' }, why),
    (failed || record.state === 'waiting') && h('a', { class: 'button', href: `#betul/${record.id}` }, t('repair')));
}

export function boxScreen(app, main) {
  const { onPhone, failed } = counts(app.records);
  const order = { failed: 0, waiting: 1, sending: 1, sent: 2 };
  const sorted = [...app.records].sort((one, other) => order[one.state] - order[other.state] || (one.savedAt < other.savedAt ? 1 : -1));
  const state = STATES[sender.state] ?? (onPhone + failed === 0 ? 'allSent' : null);
  app.fill(main,
    h('h1', {}, t('outbox')),
    h('p', {}, t('boxHint')),
    state && h('p', { class: 'muted', id: 'sender' }, t(state)),
    h('div', { class: 'buttons' },
      onPhone > 0 && h('button', { type: 'button', class: 'primary', id: 'send', click: () => sender.send() }, t('sendNow')),
      failed > 0 && h('button', { type: 'button', id: 'again', click: async () => { await store.again(); sender.send(); } }, t('sendAgain')),
      app.records.length > 0 && h('button', { type: 'button', id: 'export', click: () => exportFile(app) }, t('export'))),
    app.records.length > 0 && h('p', { class: 'muted' }, t('exportHint')),
    h('ul', { class: 'list' }, ...sorted.map((record) => recordLine(app, record))),
    h('p', { class: 'muted' }, t('keeping')),
    h('button', { type: 'button', id: 'sign-out', click: () => signOut(app) }, t('signOut')));
}

/** What the server's own endpoint takes, so that nothing has to read the file but it. */
function exportFile(app) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(app.records.map(store.wire), null, 1)], { type: 'application/json' }));
  h('a', { href: url, download: `tumbuh-${app.today()}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  app.say(t('exported'));
}

async function signOut(app) {
  await store.forget({ names: false });
  try {
    await fetch('/kader/sign-out', { method: 'POST', headers: sender.page() });
  } catch {
    // Without a network the cookie stays until it ends by itself; nothing it could show is on the phone any more.
  }
  if (document.body.dataset.issuer && navigator.onLine) {
    location.assign('/session/issuer/end');
    return;
  }
  await app.reload();
  const { onPhone, failed } = counts(app.records);
  app.say(onPhone + failed > 0 ? t('signedOutKept', { n: onPhone + failed }) : t('signedOut'));
  app.go('masuk');
}
