/** Sends a vote until somebody says what became of it. The last one tapped counts, so there is never more than one under way. */

/**
 * @typedef {{ item: string, round: number, value: number | 'unknown', reason?: string }} Vote
 * @typedef {'sending' | 'retrying' | 'trouble' | 'paused' | 'counted' | 'refused' | 'faulty' | 'gone'} Progress
 */

const answerMs = 8_000;
const shortestWaitMs = 700;
const longestWaitMs = 5_000;

/** @param {string} base such as /api/v1/w/K7M4XQ @param {(progress: Progress, vote: Vote, state?: Record<string, any>) => void} tell */
export function voteSender(base, tell) {
  /** @type {Vote | undefined} */
  let wanted;
  let isSending = false;

  async function run() {
    if (isSending) return;
    isSending = true;
    for (let failures = 0; wanted; ) {
      const vote = wanted;
      const outcome = await attempt(vote);
      // Another level was tapped meanwhile: only that one matters.
      if (wanted !== vote) failures = 0;
      else if (outcome.settled) {
        wanted = undefined;
        tell(outcome.progress, vote, outcome.state);
      } else {
        tell(outcome.progress, vote);
        failures += 1;
        await pause(Math.min(longestWaitMs, shortestWaitMs * failures));
      }
    }
    isSending = false;
  }

  /** @param {Vote} vote @returns {Promise<{ settled: boolean, progress: Progress, state?: Record<string, any> }>} */
  async function attempt(vote) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), answerMs);
    try {
      const response = await fetch(`${base}/votes`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(vote),
        // Also when the phone is locked the moment after.
        keepalive: true,
        signal: abort.signal,
      });
      return await outcomeOf(response, vote);
    } catch {
      return { settled: false, progress: 'retrying' };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    /** @param {Vote} vote */
    send(vote) {
      wanted = vote;
      tell('sending', vote);
      run();
    },
    isBusy: () => wanted !== undefined,
  };
}

/** @param {Response} response @param {Vote} vote @returns {Promise<{ settled: boolean, progress: Progress, state?: Record<string, any> }>} */
async function outcomeOf(response, vote) {
  switch (response.status) {
    case 200:
      return { settled: true, progress: 'counted' };
    case 409: {
      const { state } = await response.json();
      return waits(state, vote)
        ? { settled: false, progress: 'paused' }
        : { settled: true, progress: 'refused', state };
    }
    case 422:
      return { settled: true, progress: 'faulty' };
    case 401:
    case 404:
    case 410:
      return { settled: true, progress: 'gone' };
    case 507:
      return { settled: false, progress: 'trouble' };
    default:
      return { settled: false, progress: 'retrying' };
  }
}

/** After a breakdown the workshop comes back paused: the round goes on where it was, and the vote is still wanted. @param {Record<string, any> | undefined} now @param {Vote} vote */
function waits(now, { item, round }) {
  return now?.workshop === 'paused' && now.state === 'open' && now.item === item && now.round === round;
}

/** @param {number} ms */
function pause(ms) {
  return new Promise(resolve => setTimeout(resolve, ms));
}
