// Keeps a wall screen true: it follows the stream, says how old its numbers are, and turns grey rather than lying.
const main = document.querySelector('main');
const state = document.getElementById('state');
const feed = document.getElementById('feed');
const locale = main.dataset.language === 'en' ? 'en' : 'id-ID';
const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit' });
const LINES = 6;
const QUIET = 15_000;
const NIGHT = 2; // o'clock
const HOUR = 3_600_000;

const time = (at) => clock.format(at).replace(':', '.');
let lastFigures = Date.now();
let goneSince = 0;

function tellState() {
  main.classList.toggle('gone', goneSince > 0);
  const { live, disconnected, lastFigures: figures, lastData, secondsAgo } = state.dataset;
  state.textContent = goneSince
    ? `${disconnected} ${time(goneSince)}, ${figures} ${time(lastFigures)}`
    : `${live}: ${lastData} ${integer.format(Math.round((Date.now() - lastFigures) / 1000))} ${secondsAgo}`;
}

const lost = () => { goneSince ||= Date.now(); };

async function ask(path) {
  const answer = await fetch(`${path}?area=${encodeURIComponent(main.dataset.area)}&lang=${main.dataset.language}`);
  if (answer.status === 401) location.reload(); // the sign-in has ended: the page asks for a new one, and comes back
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function refresh() {
  try {
    const [glance, cases] = await Promise.all([ask('/v1/glance'), ask('/v1/cases/summary')]);
    for (const number of glance.numbers) {
      const tile = document.querySelector(`[data-glance=${number.code}]`);
      tile.querySelector('[data-part=value]').textContent = number.value;
      tile.querySelector('[data-part=first]').textContent = number.first;
    }
    for (const area of cases.areas) {
      // hatched: nobody was ever told of there, which is no 0
      const count = document.querySelector(`[data-tile="${CSS.escape(area.code)}"]${area.stunted ? '' : ':not(.shade-none)'} .count`);
      if (count) count.textContent = integer.format(area.stunted);
    }
    lastFigures = Date.now();
    goneSince = 0;
  } catch {
    lost();
  }
  tellState();
}

let asked = 0;
function refreshSoon() {
  clearTimeout(asked);
  asked = setTimeout(refresh, 700);
}

const types = main.dataset.types.split(',');
const stream = new EventSource(`/v1/stream?area=${main.dataset.area}&types=${types.join(',')}`);
stream.addEventListener('open', refresh);
stream.addEventListener('error', () => { lost(); tellState(); });
for (const type of types) {
  stream.addEventListener(type, (message) => {
    refreshSoon();
    const kind = feed.getAttribute(`data-${type}`);
    if (!kind) return;
    const area = [...document.querySelectorAll('[data-tile]')]
      .find((one) => JSON.parse(message.data).data.areaCode.startsWith(one.dataset.tile));
    const line = document.createElement('li');
    line.textContent = area ? `${kind}, ${area.dataset.name}` : kind;
    feed.prepend(line);
    while (feed.children.length > LINES) feed.lastElementChild.remove();
  });
}
stream.addEventListener('gap', refresh);

setInterval(tellState, 1000);
// Without events nobody would notice a server that is gone.
setInterval(refresh, QUIET);

const inJakarta = new Date(Date.now() + 7 * HOUR);
const tonight = Date.UTC(inJakarta.getUTCFullYear(), inJakarta.getUTCMonth(), inJakarta.getUTCDate(), NIGHT) - 7 * HOUR;
setTimeout(() => location.reload(), (tonight > Date.now() ? tonight : tonight + 24 * HOUR) - Date.now());
addEventListener('pagehide', () => stream.close());
