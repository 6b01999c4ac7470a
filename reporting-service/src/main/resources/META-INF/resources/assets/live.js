// Keeps the numbers of the cockpit in step with the stream. Without it the page is complete and as of its own time.
const main = document.querySelector('main[data-area]');
const status = document.getElementById('live');
const feed = document.getElementById('feed');
const locale = main.dataset.language === 'en' ? 'en' : 'id-ID';
const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit' });
const moment = new Intl.DateTimeFormat(locale, {
  timeZone: 'Asia/Jakarta', day: 'numeric', month: 'long', year: 'numeric',
});
const LINES = 50;

const share = (value) => (value === undefined || value === null ? '–' : `${percent.format(value)}%`);
const at = (time) => `${moment.format(time)} ${clock.format(time).replace(':', '.')} WIB`;

function show(element, text) {
  if (!element || element.textContent === text) return;
  element.textContent = text;
  element.classList.remove('moved');
  void element.offsetWidth; // lets the animation start again
  element.classList.add('moved');
}

function moveFigures({ areaCode, month, asOf, figures }) {
  const byCode = Object.fromEntries(figures.map((figure) => [figure.code, figure]));
  if (areaCode === main.dataset.area) {
    if (!main.dataset.month && byCode['weighing-coverage']?.numerator) location.reload(); // the first figures of this area: the page has a month now
    for (const tile of document.querySelectorAll('[data-figure]')) {
      const figure = byCode[tile.dataset.figure];
      if (!figure || tile.dataset.month !== month) continue;
      show(tile.querySelector('[data-part=value]'), share(figure.value));
      show(tile.querySelector('[data-part=numerator]'), integer.format(figure.numerator));
      show(tile.querySelector('[data-part=denominator]'), integer.format(figure.denominator));
      show(tile.querySelector('[data-part=coverage]'), share(figure.coverage));
    }
    show(document.getElementById('asof'), at(new Date(asOf)));
  } else if (month === main.dataset.month) {
    const row = document.querySelector(`tr[data-area="${CSS.escape(areaCode)}"]`);
    if (!row) return;
    show(row.querySelector('[data-part=prevalence]'), share(byCode['stunting-prevalence']?.value));
    show(row.querySelector('[data-part=weighed]'), share(byCode['weighing-coverage']?.value));
  }
}

function tell(event, type) {
  const kind = feed.getAttribute(`data-${type}`);
  if (!kind) return;
  const line = document.createElement('li');
  const time = document.createElement('time');
  time.textContent = at(new Date(event.time));
  const row = [...document.querySelectorAll('tr[data-area]')]
    .find((one) => event.data.areaCode.startsWith(one.dataset.area));
  line.append(time, row ? ` ${kind}, ${row.dataset.name}` : ` ${kind}`);
  feed.querySelector('.empty')?.remove();
  feed.prepend(line);
  while (feed.children.length > LINES) feed.lastElementChild.remove();
}

// Counts of cases are asked for after a burst of events, once, rather than added up here: a page that counts by itself drifts.
let asking = 0;
function askForCases() {
  clearTimeout(asking);
  asking = setTimeout(async () => {
    const answer = await fetch(`/v1/cases/summary?area=${encodeURIComponent(main.dataset.area)}`);
    if (!answer.ok) return;
    const { severelyStunted, areas } = await answer.json();
    show(document.getElementById('severe-cases'), integer.format(severelyStunted));
    const highest = Math.max(1, ...areas.map((area) => area.stunted));
    for (const area of areas) {
      const row = document.querySelector(`tr[data-area="${CSS.escape(area.code)}"]`);
      if (!row) continue;
      show(row.querySelector('[data-part=stunted]'), integer.format(area.stunted));
      row.querySelector('[data-part=stunted]').dataset.count = area.stunted;
      row.querySelector('.bar').setAttribute('width', `${Math.round((100 * area.stunted) / highest)}%`);
      // hatched: nobody was ever told of there, which is no 0
      const tile = document.querySelector(`[data-tile="${CSS.escape(area.code)}"]${area.stunted ? '' : ':not(.shade-none)'} .count`);
      show(tile, integer.format(area.stunted));
    }
    rank();
  }, 500);
}

// The first seven numbers come as texts, formatted where the page is.
let glancing = 0;
function askForGlance() {
  clearTimeout(glancing);
  glancing = setTimeout(async () => {
    const answer = await fetch(`/v1/glance?area=${encodeURIComponent(main.dataset.area)}&lang=${main.dataset.language}`);
    if (!answer.ok) return;
    for (const number of (await answer.json()).numbers) {
      const tile = document.querySelector(`[data-glance=${number.code}]`);
      for (const part of ['value', 'first', 'second']) show(tile?.querySelector(`[data-part=${part}]`), number[part]);
    }
  }, 700);
}

function rank() {
  const body = document.querySelector('.ranking tbody');
  const rows = [...body.children];
  const count = (row) => Number(row.querySelector('[data-part=stunted]').dataset.count);
  const sorted = [...rows].sort((one, other) => count(other) - count(one)
    || one.dataset.name.localeCompare(other.dataset.name, 'id'));
  if (sorted.every((row, place) => row === rows[place]) || body.contains(document.activeElement)) return;
  sorted.forEach((row, place) => { row.firstElementChild.textContent = place + 1; });
  body.append(...sorted);
}

// The stream ends with the sign-in; the page then asks for a new one, and comes back.
async function signInAgain() {
  const answer = await fetch(`/v1/glance?area=${encodeURIComponent(main.dataset.area)}`).catch(() => null);
  if (answer?.status === 401) location.reload();
}

const types = main.dataset.types.split(',');
const stream = new EventSource(`/v1/stream?area=${main.dataset.area}&types=${types.join(',')}`);
stream.addEventListener('open', () => {
  status.hidden = false;
  status.classList.remove('gone');
  status.textContent = status.dataset.live;
});
stream.addEventListener('error', () => {
  status.hidden = false;
  if (stream.readyState === EventSource.CLOSED) signInAgain();
  if (status.classList.contains('gone')) return;
  status.classList.add('gone');
  status.textContent = `${status.dataset.disconnected} ${clock.format(new Date()).replace(':', '.')}`;
});
for (const type of types) {
  stream.addEventListener(type, (message) => {
    const event = JSON.parse(message.data);
    if (type === 'reporting.indicators-changed') {
      moveFigures(event.data);
      if (event.data.areaCode === main.dataset.area) askForGlance();
    } else {
      tell(event, type);
      if (type.startsWith('measurement.')) {
        askForCases();
        askForGlance();
      }
    }
  });
}
stream.addEventListener('gap', () => location.reload());
addEventListener('pagehide', () => stream.close());

// One stop for the keyboard, arrows inside: to the nearest tile on that side.
const tiles = [...document.querySelectorAll('[data-tile]')];
const sides = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
document.querySelector('.map')?.addEventListener('keydown', (press) => {
  const side = sides[press.key];
  const from = document.activeElement.closest?.('[data-tile]');
  if (!side || !from) return;
  press.preventDefault();
  const middle = (tile) => { const box = tile.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const [x, y] = middle(from);
  const nearest = tiles.filter((tile) => tile !== from)
    .map((tile) => { const [tx, ty] = middle(tile); return { tile, ahead: (tx - x) * side[0] + (ty - y) * side[1], aside: Math.abs((tx - x) * side[1]) + Math.abs((ty - y) * side[0]) }; })
    .filter((one) => one.ahead > 1)
    .sort((one, other) => one.ahead + 3 * one.aside - other.ahead - 3 * other.aside)[0]?.tile;
  if (!nearest) return;
  from.tabIndex = -1;
  nearest.tabIndex = 0;
  nearest.focus();
});
