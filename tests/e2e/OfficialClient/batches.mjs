import assert from 'node:assert/strict';
import { ids, sorted } from './checks.mjs';

const properties = (subject, more = {}) => ({ hs_timestamp: '2026-11-25T10:00:00Z', hs_task_subject: subject, ...more });

export async function batches({ check, world }) {
  const { batchApi } = world.tasks;
  const two = async () => [await world.newTask(), await world.newTask()];

  await check('a batch create makes all and repeats the trace ids', async () => {
    const deal = await world.first('deals');
    const link = { to: { id: deal }, types: [await world.plainType('tasks', 'deals')] };
    const made = await batchApi.create({ inputs: ['a', 'b'].map(trace => ({ properties: properties(trace), associations: [link], objectWriteTraceId: trace })) });
    assert.equal(made.status, 'COMPLETE');
    assert.equal(made.numErrors, undefined);
    assert.ok(made.startedAt instanceof Date && made.completedAt instanceof Date);
    assert.deepEqual(sorted(made.results.map(task => task.objectWriteTraceId)), ['a', 'b']);
    assert.deepEqual(ids((await world.read(made.results[0].id, [], ['deals'])).associations.deals), [deal]);
  });

  await check('a batch create with trace ids answers 207 and names the bad input', async () => {
    const made = await batchApi.create({
      inputs: [
        { properties: properties('good'), associations: [], objectWriteTraceId: 'good' },
        { properties: properties('bad', { hs_task_status: 'NO_SUCH_STATUS' }), associations: [], objectWriteTraceId: 'bad' },
      ],
    });
    assert.deepEqual(made.results.map(task => task.objectWriteTraceId), ['good']);
    assert.equal(made.numErrors, 1);
    assert.equal(made.errors[0].status, 'error');
    assert.equal(made.errors[0].category, 'VALIDATION_ERROR');
    assert.deepEqual(made.errors[0].context.objectWriteTraceId, ['bad']);
  });

  await check('a batch read answers 207 and names the missing ids', async () => {
    const [one, other] = await two();
    const read = await batchApi.read({ inputs: [one, other, '1'].map(id => ({ id })), properties: ['hs_task_subject'], propertiesWithHistory: [] });
    assert.deepEqual(sorted(ids(read)), sorted([one, other]));
    assert.equal(read.results[0].properties.hs_task_subject, 'A task');
    assert.equal(read.errors[0].category, 'OBJECT_NOT_FOUND');
    assert.deepEqual(read.errors[0].context.ids, ['1']);
  });

  await check('a batch read of the recycling bin', async () => {
    const id = await world.newTask();
    await world.tasks.basicApi.archive(id);
    const read = await batchApi.read({ inputs: [{ id }], properties: [], propertiesWithHistory: [] }, true);
    assert.deepEqual(ids(read), [id]);
  });

  await check('a batch update changes all, and a hundred go in one call', async () => {
    const made = await batchApi.create({ inputs: Array.from({ length: 100 }, (_, at) => ({ properties: properties(`Task ${at}`), associations: [] })) });
    const changed = await batchApi.update({ inputs: ids(made).map(id => ({ id, properties: { hs_task_priority: 'LOW' } })) });
    assert.equal(changed.results.length, 100);
    assert.ok(changed.results.every(task => task.properties.hs_task_priority === 'LOW'));
  });

  await check('a batch update answers 207 for what it could not change', async () => {
    const [one, other] = await two();
    const changed = await batchApi.update({
      inputs: [
        { id: one, properties: { hs_task_subject: 'Changed' }, objectWriteTraceId: 'one' },
        { id: other, properties: { hubspot_owner_id: '1' }, objectWriteTraceId: 'other' },
        { id: '7', properties: { hs_task_subject: 'Nobody' }, objectWriteTraceId: 'nobody' },
      ],
    });
    assert.deepEqual(ids(changed), [one]);
    assert.equal(changed.numErrors, 2);
    assert.deepEqual(sorted(changed.errors.map(error => error.category)), ['OBJECT_NOT_FOUND', 'VALIDATION_ERROR']);
  });

  await check('a batch upsert tells new from known by a unique property', async () => {
    const step = `step-${Date.now()}`;
    const input = subject => ({ inputs: [{ id: step, idProperty: 'next_step_code', properties: properties(subject) }] });
    const made = await batchApi.upsert(input('First'));
    const again = await batchApi.upsert(input('Second'));
    assert.deepEqual([made.results[0]._new, again.results[0]._new], [true, false]);
    assert.equal(again.results[0].id, made.results[0].id);
    assert.equal(again.results[0].properties.hs_task_subject, 'Second');
  });

  await check('a batch upsert with trace ids answers 207 for the bad input', async () => {
    const input = (code, more) => ({ id: code, idProperty: 'next_step_code', properties: properties(code, more), objectWriteTraceId: code });
    const [good, bad] = [`good-${Date.now()}`, `bad-${Date.now()}`];
    const made = await batchApi.upsert({ inputs: [input(good, {}), input(bad, { hs_task_type: 'NO_SUCH_TYPE' })] });
    assert.deepEqual(made.results.map(task => task.objectWriteTraceId), [good]);
    assert.deepEqual(made.errors[0].context.objectWriteTraceId, [bad]);
  });

  await check('a batch archive moves all to the recycling bin', async () => {
    const both = await two();
    await batchApi.archive({ inputs: both.map(id => ({ id })) });
    const read = await batchApi.read({ inputs: both.map(id => ({ id })), properties: [], propertiesWithHistory: [] });
    assert.equal(read.results.length, 0);
    assert.deepEqual(sorted(read.errors[0].context.ids), sorted(both));
  });
}
