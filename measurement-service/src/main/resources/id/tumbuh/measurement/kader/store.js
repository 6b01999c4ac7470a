// What lies on the phone: the roster of one day, and every record until, and a day after, it is sent.
// Several tabs share it; each change is told to the others.
const DATABASE = 'tumbuh-kader';
const channel = new BroadcastChannel(DATABASE);
const listeners = new Set();
let database;

export const onChange = (listener) => listeners.add(listener);

function changed() {
  channel.postMessage('changed');
  listeners.forEach((listener) => listener());
}
channel.addEventListener('message', () => listeners.forEach((listener) => listener()));

const result = (request) => new Promise((resolve, reject) => {
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error));
});

/** Runs the work in one transaction and returns when it is on the disk. */
function transaction(mode, work) {
  return new Promise((resolve, reject) => {
    const running = database.transaction(['meta', 'records'], mode, { durability: 'strict' });
    let answer;
    running.addEventListener('complete', () => resolve(answer));
    running.addEventListener('abort', () => reject(running.error ?? answer));
    Promise.resolve(work(running.objectStore('records'), running.objectStore('meta')))
      .then((value) => { answer = value; }, (failure) => { answer = failure; running.abort(); });
  });
}

export async function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('meta');
    request.result.createObjectStore('records', { keyPath: 'id' });
  });
  database = await result(request);
  database.addEventListener('versionchange', () => database.close());
}

export const roster = () => transaction('readonly', (_, meta) => result(meta.get('roster')));
export const records = () => transaction('readonly', (all) => result(all.getAll()));

/** Another posyandu's takes the place of the one before, whose unsent records keep their children. */
export async function keepRoster(next) {
  await transaction('readwrite', async (all, meta) => {
    const before = await result(meta.get('roster'));
    if (before && before.posyandu.id !== next.posyandu.id) await putAway(all, before, (child) => child);
    meta.put(next, 'roster');
  });
  changed();
}

/** What was sent goes with its roster; what is not sent takes along what is needed to mend it. */
async function putAway(all, before, told) {
  const children = new Map((before?.children ?? []).map((child) => [child.id, child]));
  for (const record of await result(all.getAll())) {
    const child = record.child ?? children.get(record.childId);
    if (record.state === 'sent') all.delete(record.id);
    else if (child) all.put({ ...record, child: told(child) });
  }
}

/**
 * Takes a weighing in. One a child and day: an unsent one is replaced under its id; one that is sent, or on its way, is the
 * server's and is not. Two tabs that weigh one child end with one record, since the look and the write are one transaction.
 */
export async function save(record) {
  const outcome = await transaction('readwrite', async (all) => {
    const present = (await result(all.getAll()))
      .find((one) => one.childId === record.childId && one.measuredOn === record.measuredOn);
    if (present && (present.state === 'sent' || present.state === 'sending')) return 'SENT';
    const id = present?.id ?? record.id;
    all.put({ ...record, id, child: present?.child, state: 'waiting' });
    return present ? 'REPLACED' : 'SAVED';
  });
  changed();
  return outcome;
}

/** Those on their way when their tab died; nobody else sends while the caller holds the lock. */
export const recover = () => move((record) => record.state === 'sending', () => ({ state: 'waiting' }));

/** The next records to send, marked as on their way. */
export const take = (most) => move((record) => record.state === 'waiting', () => ({ state: 'sending' }), most);

export const release = (batch) => {
  const ids = new Set(batch.map((record) => record.id));
  return move((record) => ids.has(record.id), () => ({ state: 'waiting' }));
};

/** What the server said of each; `PENDING_CHILD` is kept there until its child is known. */
export function settle(batch, outcomes) {
  const byId = new Map(batch.map((record, at) => [record.id, outcomes[at]]));
  return move((record) => byId.has(record.id), (record) => {
    const { outcome, problem } = byId.get(record.id);
    if (outcome === 'CONFLICT' || outcome === 'INVALID') {
      const reasons = (problem?.errors ?? []).map(({ pointer, title }) => ({ field: pointer.split('/')[2] ?? '', title }));
      return { state: 'failed', outcome, title: problem?.title, reasons };
    }
    return { state: 'sent', outcome, child: undefined, title: undefined, reasons: undefined };
  });
}

export const again = () => move((record) => record.state === 'failed', () => ({ state: 'waiting' }));

async function move(chosen, change, most = Infinity) {
  const moved = await transaction('readwrite', async (all) => {
    const some = (await result(all.getAll())).filter(chosen)
      .sort((one, other) => (one.savedAt < other.savedAt ? -1 : 1)).slice(0, most)
      .map((record) => ({ ...record, ...change(record) }));
    some.forEach((record) => all.put(record));
    return some;
  });
  if (moved.length > 0) changed();
  return moved;
}

/**
 * Names do not stay on a phone: the roster and what was sent go. What is not sent stays, with as much of its child as is
 * needed to mend it; at the sign-out without the name.
 */
export async function forget({ names }) {
  await transaction('readwrite', async (all, meta) => {
    const nameless = ({ name, mother, rt, rw, ...child }) => child;
    await putAway(all, await result(meta.get('roster')), names ? (child) => child : nameless);
    meta.delete('roster');
  });
  changed();
}

const WIRE = ['id', 'childId', 'measuredOn', 'posyanduId', 'weightKg', 'lengthHeightCm', 'position',
  'headCircumferenceCm', 'armCircumferenceCm', 'oedema', 'source'];

/** A record as `POST /v1/measurements:batch` takes it: no name, no state. */
export const wire = (record) => Object.fromEntries(
  WIRE.filter((field) => record[field] != null).map((field) => [field, record[field]]),
);
