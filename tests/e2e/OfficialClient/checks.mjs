import assert from 'node:assert/strict';

const oneLine = text => String(text).replaceAll(/\s+/g, ' ').trim().slice(0, 600);

/** Runs checks one by one and prints a line for each: "ok [version] name" or "FAILED [version] name: reason". */
export class Checks {
  passed = 0;
  failed = 0;

  constructor(version) {
    this.version = version;
    this.check = this.check.bind(this);
  }

  async check(name, run) {
    try {
      await run();
      this.passed++;
      console.log(`ok [${this.version}] ${name}`);
    } catch (fault) {
      this.failed++;
      console.log(`FAILED [${this.version}] ${name}: ${oneLine(fault.message ?? fault)}`);
    }
  }
}

/** The call must be refused with this status; answers with the error body as the client parsed it. */
export async function refused(status, call) {
  let answer;
  try {
    answer = await call();
  } catch (fault) {
    assert.equal(fault.code, status, `status ${fault.code} in place of ${status}: ${fault.message}`);
    return typeof fault.body === 'string' ? JSON.parse(fault.body) : fault.body;
  }
  assert.fail(`accepted, should have been refused with ${status}: ${JSON.stringify(answer)}`);
}

export const code = body => body.errors?.[0]?.code;
export const ids = page => page.results.map(one => one.id);
export const sorted = list => [...list].sort();
