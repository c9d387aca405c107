import assert from 'node:assert/strict';
import { refused } from './checks.mjs';

/** The limits are real here: the sandbox counts, refuses, and the client's own retry waits them out. */
export async function limits({ check, world, version }) {
  const under = async (switches, run) => {
    await world.control('switches', { rateLimits: true, ...switches });
    try {
      await run();
    } finally {
      await world.control('switches', { rateLimits: false, callsPerTenSeconds: 110, searchesPerSecond: 5 });
    }
  };

  await check('too many calls are refused with 429 and the policy', () => under({ callsPerTenSeconds: 1 }, async () => {
    const hasty = () => world.tasks.basicApi.getPage(1);
    const body = await refused(429, async () => [await hasty(), await hasty()]);
    assert.deepEqual([body.status, body.errorType, body.policyName], ['error', 'RATE_LIMIT', 'TEN_SECONDLY_ROLLING']);
  }));

  await check('the retry of the client waits a second for search', () => under({ searchesPerSecond: 1 }, async () => {
    const patient = world.newClient({ numberOfApiCallRetries: 3 }).crm.objects.tasks.searchApi;
    const started = performance.now();
    await patient.doSearch({ limit: 1 });
    await patient.doSearch({ limit: 1 });
    assert.ok(performance.now() - started >= 900, 'it never had to wait');
  }));

  if (version === 'v3') {
    await check('the retry of the client waits ten seconds for the rolling window', () => under({ callsPerTenSeconds: 1 }, async () => {
      const patient = world.newClient({ numberOfApiCallRetries: 3 }).crm.objects.tasks.basicApi;
      await refused(429, async () => [await world.tasks.basicApi.getPage(1), await world.tasks.basicApi.getPage(1)]);
      const started = performance.now();
      await patient.getPage(1);
      assert.ok(performance.now() - started >= 9000, 'it never had to wait');
    }));
  }

  // The library keeps its retries for the whole process.
  world.newClient();
}
