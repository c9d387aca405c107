import assert from 'node:assert/strict';
import { refused } from './checks.mjs';
import { kinds } from './world.mjs';

const property = 'hs_pinned_engagement_id';

export async function pins({ check, world }) {
  const { basicApi: objects } = world.client.crm.objects;
  const { basicApi: links } = world.client.crm.associations.v4;
  const typed = { contacts: world.client.crm.contacts, companies: world.client.crm.companies, deals: world.client.crm.deals, tickets: world.client.crm.tickets };
  const pin = (kind, record, value) => (typed[kind]
    ? typed[kind].basicApi.update(record, { properties: { [property]: value } })
    : objects.update(kind, record, { properties: { [property]: value } }));
  const pinned = async (kind, record) => (await objects.getById(kind, record, [property])).properties[property];
  const associated = async (kind, record) => {
    const task = await world.newTask();
    await links.createDefault('tasks', task, kind, record);
    return task;
  };

  for (const kind of kinds) {
    await check(`a task is pinned on, replaced on and unpinned from ${kind}`, async () => {
      const record = await world.first(kind);
      const [one, other] = [await associated(kind, record), await associated(kind, record)];
      await pin(kind, record, one);
      assert.equal(await pinned(kind, record), one);
      await pin(kind, record, other);
      assert.equal(await pinned(kind, record), other);
      await pin(kind, record, '');
      assert.equal(await pinned(kind, record), null);
    });

    await check(`an unassociated task is not pinned on ${kind}`, async () => {
      const record = await world.first(kind);
      const [kept, stranger] = [await associated(kind, record), await world.newTask()];
      await pin(kind, record, kept);
      const body = await refused(400, () => pin(kind, record, stranger));
      assert.equal(body.category, 'VALIDATION_ERROR');
      assert.equal(await pinned(kind, record), kept);
    });
  }

  await check('the pin goes with the association and with the task', async () => {
    const record = await world.first('deals');
    const one = await associated('deals', record);
    await pin('deals', record, one);
    await links.archive('tasks', one, 'deals', record);
    assert.equal(await pinned('deals', record), null);
    const other = await associated('deals', record);
    await pin('deals', record, other);
    await world.tasks.basicApi.archive(other);
    assert.equal(await pinned('deals', record), null);
  });

  await check('a record is created with its pinned task in one call', async () => {
    const task = await world.newTask();
    const made = await world.client.crm.contacts.basicApi.create({
      properties: { email: `pin-${task}@client.example`, [property]: task },
      associations: [{ to: { id: task }, types: [await world.plainType('contacts', 'tasks')] }],
    });
    assert.equal(await pinned('contacts', made.id), task);
  });
}
