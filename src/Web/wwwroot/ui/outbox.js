// Gestures on their way to the server, each a few moves. One is remembered in the tab's own storage until the server answered, so that a lost
// connection or a reload loses none; each move carries an operation id, so that telling it twice moves once.

export class Outbox {
  #key;
  #send;
  #answered;
  #busy = false;

  /** @param send (gesture) => Promise of { ok, sentence }; rejects while there is no connection. @param answered (gesture, answer) => void */
  constructor(name, send, answered) {
    this.#key = `moves:${name}`;
    this.#send = send;
    this.#answered = answered;
  }

  get waiting() {
    return JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
  }

  put(gesture) {
    this.#keep([...this.waiting, gesture]);
    this.flush();
  }

  /** Sends what waits, in order. Stops at the first that finds no connection; call again when there is one. */
  async flush() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next; (next = this.waiting[0]);) {
        const answer = await this.#send(next);
        this.#keep(this.waiting.filter(gesture => gesture.operation !== next.operation));
        this.#answered(next, answer);
      }
    } catch {
      // No connection: the moves stay, and the shell's banner says so.
    } finally {
      this.#busy = false;
    }
  }

  #keep(gestures) {
    if (gestures.length) sessionStorage.setItem(this.#key, JSON.stringify(gestures));
    else sessionStorage.removeItem(this.#key);
  }
}
