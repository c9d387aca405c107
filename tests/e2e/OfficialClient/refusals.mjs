import assert from 'node:assert/strict';
import { code, refused } from './checks.mjs';

const many = (count, input) => ({ inputs: Array.from({ length: count }, (_, at) => input(at)) });

/** What HubSpot refuses; a stand-in that lets it pass would teach us nothing. */
export async function refusals({ check, world }) {
  const { basicApi, batchApi, searchApi } = world.tasks;
  const due = { hs_timestamp: '2026-11-25T10:00:00Z' };
  const update = async properties => basicApi.update(await world.newTask(), { properties });

  await check('an unknown property is refused by name', async () => {
    const body = await refused(400, () => update({ no_such_property: 'x' }));
    assert.equal(code(body), 'PROPERTY_DOESNT_EXIST');
    assert.deepEqual(body.errors[0].context.propertyName, ['no_such_property']);
  });

  await check('read-only values, unknown options and wrong forms are refused', async () => {
    for (const [property, value, expected] of [
      ['hs_createdate', '2026-01-01T00:00:00Z', 'READ_ONLY_VALUE'],
      ['hs_task_status', 'completed', 'INVALID_OPTION'],
      ['hs_timestamp', 'tomorrow', 'INVALID_DATE'],
      ['hs_task_reminders', '2026-01-01T00:00:00Z', 'INVALID_LONG'],
    ]) {
      assert.equal(code(await refused(400, () => update({ [property]: value }))), expected, property);
    }
  });

  await check('an unknown owner, a departed one and a user id are refused', async () => {
    const gone = (await world.client.crm.owners.ownersApi.getPage(undefined, undefined, 10, true)).results[0];
    const here = (await world.client.crm.owners.ownersApi.getPage()).results[0];
    for (const owner of ['1', gone.id, String(here.userId)]) {
      assert.equal(code(await refused(400, () => update({ hubspot_owner_id: owner }))), 'INVALID_OPTION', owner);
    }
  });

  await check('a task without a due date, and one linked to nothing, are refused', async () => {
    const body = await refused(400, () => basicApi.create({ properties: { hs_task_subject: 'x' }, associations: [] }));
    assert.deepEqual(body.context.properties, ['hs_timestamp']);
    const link = (id, category = 'HUBSPOT_DEFINED') => ({ to: { id }, types: [{ associationCategory: category, associationTypeId: 204 }] });
    await refused(400, () => basicApi.create({ properties: due, associations: [link('1')] }));
    const contact = await world.first('contacts');
    await refused(400, () => basicApi.create({ properties: due, associations: [link(contact, 'USER_DEFINED')] }));
  });

  await check('101 inputs and none are refused by every batch', async () => {
    const input = at => ({ id: String(at + 1), idProperty: 'next_step_code', properties: due, associations: [] });
    for (const call of ['create', 'read', 'update', 'upsert', 'archive']) {
      for (const count of [0, 101]) {
        assert.equal((await refused(400, () => batchApi[call](many(count, input)))).category, 'VALIDATION_ERROR', `${call} ${count}`);
      }
    }
  });

  await check('duplicate ids and duplicate trace ids are refused and change nothing', async () => {
    const id = await world.newTask();
    const twice = { inputs: [{ id, properties: { hs_task_subject: 'One' } }, { id, properties: { hs_task_subject: 'Two' } }] };
    await refused(400, () => batchApi.update(twice));
    assert.equal((await world.read(id, ['hs_task_subject'])).properties.hs_task_subject, 'A task');
    await refused(400, () => batchApi.create(many(2, () => ({ properties: due, associations: [], objectWriteTraceId: 'same' }))));
    await refused(400, () => batchApi.upsert(many(2, () => ({ id: 'same', idProperty: 'next_step_code', properties: due }))));
  });

  await check('an upsert by a property that is not unique is refused', async () => {
    await refused(400, () => batchApi.upsert(many(1, () => ({ id: 'x', idProperty: 'hs_task_subject', properties: due }))));
  });

  await check('a deleted task is gone for reading, updating and pinning', async () => {
    const [task, deal] = [await world.newTask(), await world.first('deals')];
    await world.client.crm.associations.v4.basicApi.createDefault('tasks', task, 'deals', deal);
    await basicApi.archive(task);
    assert.equal((await refused(404, () => basicApi.getById(task))).category, 'OBJECT_NOT_FOUND');
    await refused(404, () => basicApi.update(task, { properties: { hs_task_subject: 'x' } }));
    await refused(400, () => world.client.crm.deals.basicApi.update(deal, { properties: { hs_pinned_engagement_id: task } }));
    await refused(404, () => world.client.crm.associations.v4.basicApi.createDefault('tasks', task, 'deals', deal));
  });

  await check('notes hold 64 KiB and not one character more', async () => {
    assert.equal((await update({ hs_task_body: 'x'.repeat(65_536) })).properties.hs_task_body.length, 65_536);
    await refused(400, () => update({ hs_task_body: 'x'.repeat(65_537) }));
  });

  await check('more association pairs than a batch holds, and ends that are missing, are refused', async () => {
    const { batchApi: links } = world.client.crm.associations.v4;
    const pair = at => ({ _from: { id: String(at + 1) }, to: { id: '1' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 204 }] });
    await refused(400, () => links.create('tasks', 'contacts', many(2001, pair)));
    await refused(400, () => links.getPage('tasks', 'contacts', many(1001, at => ({ id: String(at + 1) }))));
    await refused(400, () => links.createDefault('tasks', 'contacts', many(1, () => ({ to: { id: '1' } }))));
  });

  await check('a record of another account is nowhere', async () => {
    const grant = await world.control('token?hubId=515151');
    const foreign = world.newClient({ accessToken: grant.access_token });
    const task = await world.newTask();
    await refused(404, () => foreign.crm.objects.tasks.basicApi.getById(task));
    await refused(404, () => foreign.crm.objects.tasks.basicApi.update(task, { properties: { hs_task_subject: 'x' } }));
    const contact = (await foreign.crm.contacts.basicApi.getPage(1)).results[0].id;
    await refused(400, () => foreign.crm.contacts.basicApi.update(contact, { properties: { hs_pinned_engagement_id: task } }));
    await refused(404, () => foreign.crm.associations.v4.basicApi.createDefault('tasks', task, 'contacts', contact));
  });

  await check('an update without any property, and one with null, are refused', async () => {
    await refused(400, () => update({}));
    await refused(400, () => update({ hs_task_body: null }));
  });

  await check('limits, cursors and kinds that do not exist are refused', async () => {
    await refused(400, () => basicApi.getPage(101));
    await refused(400, () => basicApi.getPage(10, 'abc'));
    await refused(400, () => basicApi.getPage(10, undefined, undefined, undefined, ['no_such_kind']));
    await refused(400, () => world.client.crm.objects.basicApi.getPage('no_such_kind'));
    await refused(400, () => searchApi.doSearch({ limit: 201 }));
    await refused(400, () => searchApi.doSearch({ limit: 100, after: '9950' }));
  });

  await check('searches beyond five groups, six filters or one sort are refused', async () => {
    const filter = { propertyName: 'hs_task_status', operator: 'EQ', value: 'WAITING' };
    const groups = (count, filters) => ({ filterGroups: Array.from({ length: count }, () => ({ filters: Array.from({ length: filters }, () => filter) })) });
    const sort = { propertyName: 'hs_timestamp', direction: 'ASCENDING' };
    for (const asked of [groups(6, 1), groups(1, 7), groups(5, 4), { sorts: [sort, sort] }]) {
      await refused(400, () => searchApi.doSearch(asked));
    }
  });
}
