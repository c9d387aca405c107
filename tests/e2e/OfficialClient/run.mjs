/*
 * HubSpot's own client library, unchanged, against the sandbox: every call the product needs and what must be refused, at the addresses
 * the library knows and at their dated twins. One line per check; the exit code tells whether all passed.
 *
 *   npm ci && node run.mjs http://127.0.0.1:5090 [v3|2026-03 [part]]
 */
import { associations } from './associations.mjs';
import { batches } from './batches.mjs';
import { Checks } from './checks.mjs';
import { datedTwin } from './dated.mjs';
import { limits } from './limits.mjs';
import { oauth } from './oauth.mjs';
import { pins } from './pins.mjs';
import { refusals } from './refusals.mjs';
import { settings } from './settings.mjs';
import { tasks } from './tasks.mjs';
import { World } from './world.mjs';

const parts = { tasks, batches, associations, pins, settings, oauth, refusals, limits };
const [sandbox, only, part] = process.argv.slice(2);
const twin = await datedTwin(sandbox);
let passed = 0;
let failed = 0;

for (const [version, address] of [['v3', sandbox], [twin.version, twin.address]]) {
  if (only && only !== version) {
    continue;
  }
  const checks = new Checks(version);
  await checks.check('the sandbox opens', async () => {
    const world = await World.open(sandbox, address);
    for (const run of part ? [parts[part]] : Object.values(parts)) {
      await run({ check: checks.check, world, version });
    }
  });
  passed += checks.passed;
  failed += checks.failed;
}

twin.close();
console.log(`done: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
