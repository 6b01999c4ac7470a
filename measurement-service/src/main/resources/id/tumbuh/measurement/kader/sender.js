// Brings what lies on the phone to the server: one sender among all tabs, batches, and a pause that grows while it fails.
import * as store from './store.js';
import { language } from './dom.js';

const ROWS_A_BATCH = 50;
const SHORTEST_PAUSE = 2000;
const LONGEST_PAUSE = 60000;
const PATIENCE = 30000;

/** IDLE, SENDING, OFFLINE, SIGN_IN or BUSY. */
export let state = 'IDLE';
let failures = 0;
let timer = 0;
let asked = false;
const listeners = new Set();

export const onState = (listener) => listeners.add(listener);

function become(next) {
  if (state === next) return;
  state = next;
  listeners.forEach((listener) => listener());
}

export const page = () => ({ 'X-Tumbuh-Page': 'kader', 'Accept-Language': language() });

/** Sends until nothing waits. Whoever asks while another tab sends looks again after it, so nothing is left behind. */
export async function send() {
  if (asked) return;
  asked = true;
  await navigator.locks.request('tumbuh-kader-sender', async () => {
    asked = false;
    await store.recover();
    while (await sendSome());
  });
}

/** Whether there may be more. */
async function sendSome() {
  if (!navigator.onLine) {
    become('OFFLINE');
    return false;
  }
  const batch = await store.take(ROWS_A_BATCH);
  if (batch.length === 0) {
    if (state !== 'SIGN_IN') become('IDLE');
    return false;
  }
  become('SENDING');
  let answer;
  let outcomes;
  try {
    answer = await fetch('/v1/measurements:batch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...page() },
      body: JSON.stringify(batch.map(store.wire)),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) outcomes = await answer.json();
  } catch {
    // Whether it arrived is not known. The ids make it safe to send it again.
  }
  if (outcomes) {
    await store.settle(batch, outcomes);
    noPause();
    return true;
  }
  await store.release(batch);
  if (answer?.status === 401 || answer?.status === 403) {
    become('SIGN_IN');
  } else {
    become(answer ? 'BUSY' : 'OFFLINE');
    later(Number(answer?.headers.get('Retry-After') ?? 0) * 1000);
  }
  return false;
}

/** A little by chance, so that the phones of a kecamatan do not come back in one second. */
function later(atLeast) {
  if (timer) return; // a child saved meanwhile was tried as well; that makes the pause neither longer nor shorter
  const pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** failures) * (0.75 + Math.random() / 2);
  timer = setTimeout(() => {
    timer = 0;
    failures += 1;
    send();
  }, Math.max(atLeast, pause));
}

function noPause() {
  clearTimeout(timer);
  timer = 0;
  failures = 0;
}

addEventListener('online', () => { noPause(); send(); });
addEventListener('offline', () => become('OFFLINE'));
