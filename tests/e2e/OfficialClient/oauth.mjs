import assert from 'node:assert/strict';
import { refused } from './checks.mjs';

const redirect = 'http://localhost:5000/connect/hubspot/callback';
const id = 'tasklane-sandbox';
const secret = 'sandbox-secret';
const scope = 'oauth crm.objects.contacts.read crm.objects.contacts.write crm.objects.owners.read';

/** What a person does in the browser: allow, and come back with a code. */
async function consent(sandbox) {
  const form = new URLSearchParams({ client_id: id, redirect_uri: redirect, scope, state: 's', decision: 'allow' });
  const answer = await fetch(`${sandbox}/oauth/authorize/decision`, { method: 'POST', body: form, redirect: 'manual' });
  return new URL(answer.headers.get('location')).searchParams.get('code');
}

export async function oauth({ check, world }) {
  const { tokensApi, accessTokensApi, refreshTokensApi } = world.client.oauth;

  await check('a code becomes tokens once, and they work', async () => {
    const code = await consent(world.sandbox);
    const tokens = await tokensApi.create('authorization_code', code, redirect, id, secret);
    assert.deepEqual([tokens.tokenType, tokens.expiresIn], ['bearer', 1800]);
    const page = await world.newClient({ accessToken: tokens.accessToken }).crm.objects.tasks.basicApi.getPage(1);
    assert.equal(page.results.length, 1);
    const body = await refused(400, () => tokensApi.create('authorization_code', code, redirect, id, secret));
    assert.equal(body.status, 'BAD_AUTH_CODE');
  });

  await check('a refresh brings a new access token, and a wrong secret none', async () => {
    const renewed = await tokensApi.create('refresh_token', undefined, undefined, id, secret, world.refreshToken);
    assert.equal(renewed.refreshToken, world.refreshToken);
    assert.notEqual(renewed.accessToken, world.token);
    const body = await refused(400, () => tokensApi.create('refresh_token', undefined, undefined, id, 'wrong', world.refreshToken));
    assert.equal(body.status, 'BAD_CLIENT_SECRET');
  });

  await check('tokens tell what they are for', async () => {
    const access = await accessTokensApi.get(world.token);
    assert.deepEqual([access.hubId, access.tokenType], [world.hub, 'access']);
    assert.ok(access.scopes.includes('crm.objects.contacts.write') && access.expiresIn > 0 && access.userId > 0);
    const refresh = await refreshTokensApi.get(world.refreshToken);
    assert.deepEqual([refresh.hubId, refresh.clientId, refresh.tokenType], [world.hub, id, 'refresh']);
  });

  await check('an ended refresh token renews nothing', async () => {
    const tokens = await tokensApi.create('authorization_code', await consent(world.sandbox), redirect, id, secret);
    await refreshTokensApi.archive(tokens.refreshToken);
    const body = await refused(400, () => tokensApi.create('refresh_token', undefined, undefined, id, secret, tokens.refreshToken));
    assert.equal(body.status, 'BAD_REFRESH_TOKEN');
  });

  await check('a foreign token is refused, and a scope that was not granted', async () => {
    const stranger = world.newClient({ accessToken: 'no-such-token' });
    assert.equal((await refused(401, () => stranger.crm.objects.tasks.basicApi.getPage())).category, 'INVALID_AUTHENTICATION');
    const grant = await world.control(`token?scopes=${encodeURIComponent('oauth crm.objects.contacts.read')}`);
    const reader = world.newClient({ accessToken: grant.access_token });
    const input = { properties: { hs_timestamp: '2026-11-25T10:00:00Z' }, associations: [] };
    const body = await refused(403, () => reader.crm.objects.tasks.basicApi.create(input));
    assert.deepEqual([body.category, body.errors[0].context.requiredGranularScopes], ['MISSING_SCOPES', ['crm.objects.contacts.write']]);
  });
}
