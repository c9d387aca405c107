// What is selected in a workspace, on whichever page it is looked at: kept in the tab's own storage, so that neither a reload nor the way
// from board to list lets go of it.
const most = 2000;
const workspaces = new Map();

export function chosenIn(workspace) {
  if (!workspaces.has(workspace)) workspaces.set(workspace, new Chosen(workspace));
  return workspaces.get(workspace);
}

/** The server knows what the filters let through. */
export function choose(workspace, ids) {
  chosenIn(workspace).replace(ids.map(String));
}

class Chosen extends EventTarget {
  #key;
  #ids;
  /** The one picked last: a run goes from there. */
  last = null;

  constructor(workspace) {
    super();
    this.#key = `selection:${workspace}`;
    try {
      this.#ids = new Set(JSON.parse(sessionStorage.getItem(this.#key) ?? '[]').map(String));
    } catch {
      this.#ids = new Set();
    }
  }

  get size() {
    return this.#ids.size;
  }

  get ids() {
    return [...this.#ids];
  }

  has(id) {
    return this.#ids.has(id);
  }

  toggle(id) {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.last = id;
    this.#changed();
  }

  add(ids) {
    for (const id of ids) this.#ids.add(id);
    this.#changed();
  }

  remove(ids) {
    for (const id of ids) this.#ids.delete(id);
    this.#changed();
  }

  replace(ids) {
    this.#ids = new Set(ids);
    this.#changed();
  }

  clear() {
    this.last = null;
    if (this.size) this.replace([]);
  }

  #changed() {
    if (this.size > most) this.#ids = new Set([...this.#ids].slice(0, most));
    try {
      if (this.size) sessionStorage.setItem(this.#key, JSON.stringify([...this.#ids]));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // A full storage: the selection lives as long as this page does.
    }
    this.dispatchEvent(new Event('change'));
  }
}
