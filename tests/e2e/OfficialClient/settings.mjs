import assert from 'node:assert/strict';
import { refused } from './checks.mjs';

export async function settings({ check, world }) {
  const { owners, properties, pipelines, schemas } = world.client.crm;

  await check('owners are paged, found by e-mail, by id and by user id, and the departed listed apart', async () => {
    const first = await owners.ownersApi.getPage(undefined, undefined, 3, false);
    const next = await owners.ownersApi.getPage(undefined, first.paging.next.after, 100, false);
    assert.equal(first.results.length, 3);
    assert.ok(next.results.length > 0 && !next.results.some(owner => owner.id === first.results[0].id));
    const [maya] = first.results;
    assert.ok(maya.createdAt instanceof Date);
    assert.equal((await owners.ownersApi.getPage(maya.email)).results[0].id, maya.id);
    assert.equal((await owners.ownersApi.getById(Number(maya.id))).email, maya.email);
    assert.equal((await owners.ownersApi.getById(maya.userId, 'userId')).id, maya.id);
    const gone = await owners.ownersApi.getPage(undefined, undefined, 100, true);
    assert.ok(gone.results.length > 0 && gone.results.every(owner => owner.archived && owner.userId === null));
    await refused(404, () => owners.ownersApi.getById(1));
  });

  await check('properties come with their options and what may be written', async () => {
    const all = (await properties.coreApi.getAll('tasks')).results;
    const status = all.find(property => property.name === 'hs_task_status');
    assert.ok(status.options.length > 5 && status.options.every(option => option.value && option.label && option.hidden === false));
    assert.ok(all.filter(property => property.modificationMetadata.readOnlyValue).length > 20);
    const owner = await properties.coreApi.getByName('0-27', 'hubspot_owner_id');
    assert.deepEqual([owner.type, owner.externalOptions, owner.referencedObjectType, owner.options.length], ['enumeration', true, 'OWNER', 0]);
    await refused(404, () => properties.coreApi.getByName('tasks', 'no_such_property'));
  });

  await check('properties are read in a batch', async () => {
    const read = await properties.batchApi.read('tasks', { archived: false, dataSensitivity: 'non_sensitive', inputs: [{ name: 'hs_task_type' }, { name: 'hs_task_priority' }] });
    assert.deepEqual(read.results.map(property => property.name), ['hs_task_type', 'hs_task_priority']);
  });

  await check('pipelines and stages say what is closed', async () => {
    const [pipeline] = (await pipelines.pipelinesApi.getAll('tasks')).results;
    assert.equal((await pipelines.pipelinesApi.getById('tasks', pipeline.id)).label, pipeline.label);
    const stages = (await pipelines.pipelineStagesApi.getAll('tasks', pipeline.id)).results;
    assert.deepEqual(stages.filter(stage => stage.metadata.isClosed === 'true').map(stage => stage.label), ['Completed', 'Cancelled']);
    const one = await pipelines.pipelineStagesApi.getById('tasks', pipeline.id, stages[0].id);
    assert.deepEqual([one.id, one.label, one.metadata.state], [stages[0].id, stages[0].label, 'OPEN']);
    await refused(404, () => pipelines.pipelineStagesApi.getById('tasks', pipeline.id, 'no-such-stage'));
  });

  await check('schemas of custom objects carry properties and association types', async () => {
    const [site] = (await schemas.coreApi.getAll()).results;
    assert.equal(site.objectTypeId, '2-7001');
    assert.ok(site.properties.some(property => property.name === site.primaryDisplayProperty));
    assert.ok(site.associations.some(one => one.fromObjectTypeId === '0-27' || one.toObjectTypeId === '0-27'));
    assert.equal((await schemas.coreApi.getById(site.fullyQualifiedName)).id, site.id);
  });

  await check('account details name the account and its host', async () => {
    const { body } = await world.request('GET', '/account-info/v3/details');
    assert.equal(body.portalId, world.hub);
    assert.ok(body.uiDomain && body.timeZone && body.dataHostingLocation);
  });
}
