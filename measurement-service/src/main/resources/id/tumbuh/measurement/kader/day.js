// Hari posyandu: who is still to be weighed; before that, which posyandu, and the way in.
import { ageText, date, h, nameOf, number, sexText, status, t } from './dom.js';
import * as store from './store.js';
import { page } from './sender.js';

let shown = 'notYet';
let sought = '';

/** A child's weighing of this month: on this phone, or else on the server. */
export function measuredOf(app, child) {
  const own = app.records.filter((record) => record.childId === child.id && record.measuredOn === app.roster.day);
  return own[0] ?? child.thisMonth ?? null;
}

export function lastText(child, month) {
  if (!child.last) return t('neverWeighed');
  const [year, before] = month.split('-').map(Number);
  const monthBefore = new Date(Date.UTC(year, before - 2, 1)).toISOString().slice(0, 7);
  const kg = number(child.last.weightKg);
  return child.last.month === monthBefore
    ? t('lastMonth', { kg }) : t('lastTime', { month: date(child.last.measuredOn).replace(/^\d+ /, ''), kg });
}

const addressOf = (child) => (child.rt || child.rw
  ? t('address', { rt: child.rt ?? '–', rw: child.rw ?? '–' }) : t('addressUnknown'));

/** By name as it is spoken; those without a name by birth. */
export const inOrder = (children) => [...children].sort((one, other) => (one.name ?? '~').localeCompare(other.name ?? '~', 'id')
  || one.birthDate.localeCompare(other.birthDate) || (one.id < other.id ? -1 : 1));

function row(app, child) {
  const measured = measuredOf(app, child);
  const judged = measured && app.judge(child, measured);
  return h('li', {},
    h('a', { class: 'row', href: `#timbang/${child.id}` },
      h('strong', {}, nameOf(child)),
      h('span', { class: 'muted' }, [child.mother && t('mother', { name: child.mother }), sexText(child.sex),
        ageText(child.birthDate, app.roster.day), addressOf(child)].filter(Boolean).join(' · ')),
      measured
        ? h('span', {}, `${number(measured.weightKg)} kg `, judged.card && status(
          judged.twice ? '2T' : judged.card.mark, t(`mark.${judged.twice ? '2T' : judged.card.mark}`)),
        judged.refer.length > 0 && h('b', { class: 'refer' }, ` ${t('advice')}`))
        : h('span', { class: 'muted' }, lastText(child, app.roster.day))));
}

export function dayScreen(app, main) {
  const { roster } = app;
  const children = inOrder(roster.children);
  const weighed = children.filter((child) => measuredOf(app, child));
  const open = children.filter((child) => !measuredOf(app, child));
  const list = h('ul', { class: 'list' });
  const fill = () => {
    const wanted = sought.trim().toLowerCase();
    const found = (shown === 'notYet' ? open : weighed).filter((child) => wanted === ''
      || [child.name, child.mother, child.birthDate, date(child.birthDate)].some((text) => text?.toLowerCase().includes(wanted)));
    list.replaceChildren(...(found.length > 0 ? found.map((child) => row(app, child)) : [h('li', { class: 'muted' }, t('nobody'))]));
  };
  const tab = (name, count) => h('button', {
    type: 'button', 'aria-pressed': String(shown === name), 'data-tab': name, click: () => { shown = name; app.render(); },
  }, t(name, { n: count }));
  fill();
  app.fill(main, 
    h('h1', { id: 'title' }, t('progress', { done: weighed.length, all: children.length })),
    h('p', { class: 'muted' }, t('weighDate', { date: date(roster.day) })),
    h('progress', { max: children.length, value: weighed.length, 'aria-labelledby': 'title' }),
    roster.names !== 'SHOWN' && h('p', { class: 'warning' }, t(roster.names === 'AWAY' ? 'namesAway' : 'namesRefused')),
    h('label', { class: 'field' }, t('search'),
      h('input', { type: 'search', id: 'search', value: sought, autocomplete: 'off', input: (event) => { sought = event.target.value; fill(); } })),
    h('div', { class: 'tabs', role: 'group', 'aria-label': t('filterDone') }, tab('notYet', open.length), tab('done', weighed.length)),
    list,
    h('p', { class: 'muted' }, t('keeping')),
    h('div', { class: 'buttons' },
      h('button', { type: 'button', id: 'refresh', click: () => download(app, roster.posyandu.id) }, t('refresh')),
      h('a', { class: 'button', href: '#posyandu' }, t('otherPosyandu'))),
  );
}

async function asked(path) {
  try {
    const answer = await fetch(path, { headers: page(), signal: AbortSignal.timeout(30000) });
    return { status: answer.status, body: answer.ok ? await answer.json() : null };
  } catch {
    return { status: 0, body: null };
  }
}

/** What stands in the way, in words, or null. */
function trouble(status) {
  if (status === 200) return null;
  if (status === 0) return navigator.onLine ? 'serverAway' : 'noSignal';
  if (status === 401) return 'signIn';
  if (status === 403) return 'roleWrong';
  return status === 404 ? 'noRoster' : 'serverAway';
}

async function download(app, posyandu) {
  app.say(t('loading'));
  const { status: answered, body } = await asked(`/v1/roster?posyandu=${posyandu}`);
  const wrong = trouble(answered);
  if (wrong === 'signIn') {
    app.go('masuk');
  } else if (wrong) {
    app.say(t(wrong), true);
  } else {
    await app.ready;
    await store.keepRoster({ ...body, keptOn: app.today() });
    await app.reload();
    app.say(t('refreshed'));
    app.go('hari');
  }
}

export async function chooseScreen(app, main) {
  app.fill(main, h('h1', {}, t('choose')), h('p', {}, t('chooseHint')), h('p', { class: 'muted' }, t('loading')));
  const { status: answered, body } = await asked('/v1/roster/posyandu');
  if (!app.isAt('posyandu')) return;
  const wrong = trouble(answered);
  if (wrong === 'signIn') {
    app.go('masuk');
    return;
  }
  if (wrong) {
    main.lastElementChild.replaceWith(h('p', { class: 'warning' }, t(wrong)),
      h('button', { type: 'button', class: 'primary', click: () => chooseScreen(app, main) }, t('tryAgain')));
    return;
  }
  const nameOfPlace = (place) => place.name ?? t('unnamedPosyandu', { area: place.area });
  const places = body.posyandu.sort((one, other) => nameOfPlace(one).localeCompare(nameOfPlace(other), 'id', { numeric: true }));
  const list = h('ul', { class: 'list' });
  const fill = (wanted) => list.replaceChildren(...places
    .filter((place) => nameOfPlace(place).toLowerCase().includes(wanted.trim().toLowerCase()))
    .map((place) => h('li', {}, h('button', { type: 'button', class: 'row', 'data-posyandu': place.id, click: () => download(app, place.id) },
      h('strong', {}, nameOfPlace(place)), h('span', { class: 'muted' }, `${place.area} · ${t('childrenCount', { n: place.children })}`)))));
  fill('');
  main.lastElementChild.replaceWith(
    ...(body.names === 'SHOWN' ? [] : [h('p', { class: 'warning' }, t('chooseNames'))]),
    ...(places.length === 0 ? [h('p', {}, t('chooseNone'))] : [
      h('label', { class: 'field' }, t('chooseSearch'), h('input', { type: 'search', autocomplete: 'off', input: (event) => fill(event.target.value) })),
      list]),
  );
}

export function signInScreen(app, main, spent = false) {
  app.fill(main, 
    h('h1', {}, t('signIn')),
    spent && h('p', { class: 'warning' }, t('linkSpent')),
    h('p', {}, t(document.body.dataset.issuer ? 'signInAtIssuer' : 'signInHint')),
    h('div', { class: 'buttons' },
      document.body.dataset.issuer && h('a', { class: 'button', id: 'to-issuer', href: '/kader/sign-in' }, t('signIn')),
      h('button', { type: 'button', class: 'primary', click: () => app.start() }, t('tryAgain'))),
  );
}
