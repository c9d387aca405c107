import assert from 'node:assert/strict';
import { ids, refused } from './checks.mjs';
import { kinds } from './world.mjs';

export async function associations({ check, world, version }) {
  const { basicApi, batchApi, schema } = world.client.crm.associations.v4;
  const targets = async (task, kind) => (await basicApi.getPage('tasks', task, kind)).results;
  const seen = async (task, kind) => (await targets(task, kind)).map(one => String(one.toObjectId));

  await check('a default association to every kind is seen from both sides and removed again', async () => {
    const task = await world.newTask();
    for (const kind of kinds) {
      const record = await world.first(kind);
      const made = await basicApi.createDefault('0-27', task, kind, record);
      assert.equal(made.status, 'COMPLETE');
      assert.ok(made.results.some(one => one._from.id === task && one.to.id === record));
      assert.deepEqual(await seen(task, kind), [record]);
      assert.ok((await basicApi.getPage(kind, record, 'tasks')).results.some(one => String(one.toObjectId) === task));
      await basicApi.archive('tasks', task, kind, record);
      assert.deepEqual(await seen(task, kind), []);
    }
  });

  await check('labels are read, set beside the plain type, and replaced', async () => {
    const labels = (await schema.definitionsApi.getAll('tasks', 'contacts')).results;
    const plain = labels.find(type => type.label === null);
    const label = labels.find(type => type.category === 'USER_DEFINED');
    const [task, contact] = [await world.newTask(), await world.first('contacts')];
    const set = type => basicApi.create('tasks', task, 'contacts', contact, [{ associationCategory: type.category, associationTypeId: type.typeId }]);
    const made = await set(label);
    assert.deepEqual(made.labels, [label.label]);
    assert.deepEqual([String(made.fromObjectId), String(made.toObjectId)], [task, contact]);
    assert.equal((await targets(task, 'contacts'))[0].associationTypes.length, 2);
    await set(plain);
    assert.deepEqual((await targets(task, 'contacts'))[0].associationTypes.map(type => type.typeId), [plain.typeId]);
  });

  await check('batches associate, read, take labels away and remove', async () => {
    const [one, other, contact] = [await world.newTask(), await world.newTask(), await world.first('contacts')];
    const pairs = [one, other].map(id => ({ _from: { id }, to: { id: contact } }));
    const label = (await schema.definitionsApi.getAll('tasks', 'contacts')).results.find(type => type.category === 'USER_DEFINED');
    const types = [{ associationCategory: label.category, associationTypeId: label.typeId }];
    const made = await batchApi.createDefault('tasks', 'contacts', { inputs: pairs });
    assert.equal(made.status, 'COMPLETE');
    const labelled = await batchApi.create('tasks', 'contacts', { inputs: pairs.map(pair => ({ ...pair, types })) });
    assert.deepEqual(labelled.results.map(pair => pair.labels), [[label.label], [label.label]]);
    await batchApi.archiveLabels('tasks', 'contacts', { inputs: [{ ...pairs[0], types }] });
    const read = await batchApi.getPage('tasks', 'contacts', { inputs: [{ id: one }, { id: other }] });
    const lengths = Object.fromEntries(read.results.map(row => [row._from.id, row.to[0].associationTypes.length]));
    assert.deepEqual(lengths, { [one]: 1, [other]: 2 });
    await batchApi.archive('tasks', 'contacts', { inputs: pairs.map(pair => ({ _from: pair._from, to: [pair.to] })) });
    const left = await batchApi.getPage('tasks', 'contacts', { inputs: [{ id: one }] });
    assert.equal(left.results.length, 0);
    assert.equal(left.numErrors, 1);
  });

  await check('a default batch names pairs it could not make without failing the others', async () => {
    const [task, contact] = [await world.newTask(), await world.first('contacts')];
    const made = await batchApi.createDefault('tasks', 'contacts', { inputs: [contact, '1'].map(id => ({ _from: { id: task }, to: { id } })) });
    assert.equal(made.numErrors, 1);
    assert.deepEqual(await seen(task, 'contacts'), [contact]);
  });

  await check('the path of the tasks page adds and removes by number and by name', async () => {
    const [task, deal] = [await world.newTask(), await world.first('deals')];
    const path = type => `/crm/v3/objects/tasks/${task}/associations/deals/${deal}/${type}`;
    for (const type of ['216', 'task_to_deal']) {
      const put = await world.request('PUT', path(type));
      assert.equal(put.status, 200);
      assert.deepEqual(ids(put.body.associations.deals), [deal]);
      assert.equal((await world.request('DELETE', path(type))).status, 204);
      assert.deepEqual(await seen(task, 'deals'), []);
    }
  });

  await check('an association type of another pair is refused', async () => {
    const [task, deal] = [await world.newTask(), await world.first('deals')];
    const wrong = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 204 }];
    await refused(400, () => basicApi.create('tasks', task, 'deals', deal, wrong));
    await refused(400, () => world.request('PUT', `/crm/v3/objects/tasks/${task}/associations/deals/${deal}/204`));
  });

  if (version === 'v3') {
    await check('the older batch and type calls agree with the newer', async () => {
      const { batchApi: old, schema: types } = world.client.crm.associations;
      const [task, contact] = [await world.newTask(), await world.first('contacts')];
      const type = (await types.typesApi.getAll('tasks', 'contacts')).results.find(one => one.id === '204').name;
      await old.create('tasks', 'contacts', { inputs: [{ _from: { id: task }, to: { id: contact }, type }] });
      const read = await old.read('tasks', 'contacts', { inputs: [{ id: task }] });
      assert.deepEqual(read.results[0].to.map(one => [one.id, one.type]), [[contact, type]]);
      await old.archive('tasks', 'contacts', { inputs: [{ _from: { id: task }, to: { id: contact }, type }] });
      assert.deepEqual(await seen(task, 'contacts'), []);
    });
  }
}
