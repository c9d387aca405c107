// Gestures on their way to the server, each a few moves. One is kept in the tab's own storage until the server answered, so that a lost
// connection or a reload loses none; each move carries an operation id, so that telling it twice moves once.

/** An answer that takes longer was lost on the line, or its question was. */
const patience = 15000;
const firstPause = 500;
const longestPause = 15000;

/** After so many refusals to answer at all, on a line that stands, the person gets the cards back. */
const mostTries = 5;

export class Outbox {
  #key;
  #tell;
  #waiting;
  #tries = 0;
  #round = { busy: false };
  #later = null;

  /**
   * @param name of the board
   * @param tell { send(gesture) => Promise of { ok, sentence }, answered(gesture, answer), connected() }; a promise that is rejected or never
   *   settled is no answer. Call `restart` once there is a connection.
   */
  constructor(name, tell) {
    this.#key = `moves:${name}`;
    this.#tell = tell;
    this.#waiting = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
  }

  get waiting() {
    return this.#waiting;
  }

  put(gesture) {
    this.#keep([...this.#waiting, gesture]);
    this.flush();
  }

  /** Sends what waits, in order. Stops at the first that gets no answer and tries it again later. */
  async flush() {
    if (this.#round.busy || !this.#tell.connected()) return;
    const round = this.#round;
    round.busy = true;
    clearTimeout(this.#later);
    try {
      for (let next; round === this.#round && (next = this.#waiting[0]);) this.#take(next, await this.#asked(next));
    } catch (silence) {
      if (round === this.#round) this.#again(silence);
    } finally {
      round.busy = false;
    }
  }

  /** The line is a new one: what was told over the old one may have been heard or not, and its answer never comes. */
  restart() {
    this.#round = { busy: false };
    this.flush();
  }

  detach() {
    this.#round = { busy: true };
    clearTimeout(this.#later);
  }

  #asked(gesture) {
    let timer;
    const silence = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('no answer')), patience); });
    return Promise.race([this.#tell.send(gesture), silence]).finally(() => clearTimeout(timer));
  }

  #take(gesture, answer) {
    this.#tries = 0;
    if (!this.#waiting.some(other => other.operation === gesture.operation)) return;
    this.#keep(this.#waiting.filter(other => other.operation !== gesture.operation));
    this.#tell.answered(gesture, answer);
  }

  #again(silence) {
    if (!this.#tell.connected()) return;
    if (++this.#tries >= mostTries) {
      console.warn('A move was not answered:', String(silence));
      this.#take(this.#waiting[0], { ok: false, gaveUp: true, sentence: 'The move did not reach the server, so the card is back in its place. Try again.' });
    }
    this.#later = setTimeout(() => this.flush(), Math.min(firstPause * 2 ** this.#tries, longestPause));
  }

  #keep(gestures) {
    this.#waiting = gestures;
    try {
      if (gestures.length) sessionStorage.setItem(this.#key, JSON.stringify(gestures));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // A full storage: they live as long as this page does.
    }
  }
}
