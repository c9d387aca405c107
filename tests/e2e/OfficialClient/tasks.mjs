import assert from 'node:assert/strict';
import { ids } from './checks.mjs';
import { kinds } from './world.mjs';

const due = '2026-11-25T10:00:00.000Z';

export async function tasks({ check, world }) {
  const { basicApi, searchApi } = world.tasks;

  await check('a task is created with associations to every kind in one call', async () => {
    const links = [];
    for (const kind of kinds) {
      links.push({ to: { id: await world.first(kind) }, types: [await world.plainType('tasks', kind)] });
    }
    const made = await basicApi.create({ properties: { hs_timestamp: due, hs_task_subject: 'Call Brian', hs_task_priority: 'HIGH' }, associations: links });
    assert.match(made.id, /^\d+$/);
    assert.ok(made.createdAt instanceof Date);
    assert.equal(made.archived, false);
    assert.equal(made.properties.hs_task_status, 'NOT_STARTED');
    const read = await world.read(made.id, [], kinds);
    for (const [at, link] of links.entries()) {
      const name = kinds[at] === '2-7001' ? Object.keys(read.associations).find(key => key.startsWith('p')) : kinds[at];
      assert.deepEqual(ids(read.associations[name]), [link.to.id], name);
    }
  });

  await check('milliseconds and ISO text are the same due date', async () => {
    const id = await world.newTask({ hs_timestamp: String(Date.parse(due)) });
    assert.equal((await world.read(id, ['hs_timestamp'])).properties.hs_timestamp, due);
  });

  await check('getById answers asked, empty and unknown properties apart', async () => {
    const { properties } = await world.read(await world.newTask(), ['hs_task_subject', 'hs_task_body', 'no_such_property']);
    assert.equal(properties.hs_task_subject, 'A task');
    assert.equal(properties.hs_task_body, null);
    assert.ok(!('no_such_property' in properties));
    assert.ok(properties.hs_createdate && properties.hs_lastmodifieddate && properties.hs_object_id);
  });

  await check('getById tells the history of a property', async () => {
    const id = await world.newTask({ hs_task_subject: 'One' });
    await basicApi.update(id, { properties: { hs_task_subject: 'Two' } });
    const { propertiesWithHistory } = await basicApi.getById(id, undefined, ['hs_task_subject']);
    assert.deepEqual(propertiesWithHistory.hs_task_subject.map(version => version.value), ['Two', 'One']);
    assert.ok(propertiesWithHistory.hs_task_subject[0].timestamp instanceof Date);
  });

  await check('getPage walks all tasks once, without a cursor at the end', async () => {
    const seen = new Set();
    let after;
    do {
      const page = await basicApi.getPage(50, after, ['hs_task_subject', 'hs_task_status'], undefined, ['contacts']);
      page.results.forEach(task => seen.add(task.id));
      assert.ok(page.results.length <= 50);
      after = page.paging?.next?.after;
      assert.ok(after === undefined || page.paging.next.link.includes(`after=${after}`));
    } while (after);
    assert.equal(seen.size, (await searchApi.doSearch({ limit: 1 })).total);
  });

  await check('getPage with archived shows only the recycling bin', async () => {
    const id = await world.newTask();
    await basicApi.archive(id);
    const bin = await basicApi.getPage(100, undefined, undefined, undefined, undefined, true);
    assert.ok(ids(bin).includes(id));
    assert.ok(bin.results.every(task => task.archived && task.archivedAt instanceof Date));
    assert.equal((await basicApi.getById(id, undefined, undefined, undefined, true)).archived, true);
  });

  await check('an update changes what it names and nothing else', async () => {
    const id = await world.newTask({ hs_task_body: '<p>Ring <b>twice</b></p>' });
    const changed = await basicApi.update(id, { properties: { hs_task_status: 'COMPLETED' } });
    assert.equal(changed.properties.hs_task_status, 'COMPLETED');
    assert.equal(changed.properties.hs_task_body, '<p>Ring <b>twice</b></p>');
    assert.ok(changed.properties.hs_task_completion_date);
  });

  await check('an empty string clears a value', async () => {
    const owner = (await world.client.crm.owners.ownersApi.getPage()).results.find(one => one.type === 'PERSON');
    const id = await world.newTask({ hubspot_owner_id: owner.id, hs_task_body: 'x', hs_task_reminders: String(Date.parse(due)) });
    await basicApi.update(id, { properties: { hubspot_owner_id: '', hs_task_body: '', hs_task_reminders: '' } });
    const { properties } = await world.read(id, ['hubspot_owner_id', 'hs_task_body', 'hs_task_reminders']);
    assert.deepEqual([properties.hubspot_owner_id, properties.hs_task_body, properties.hs_task_reminders], [null, null, null]);
  });

  await check('a task is archived, twice without complaint', async () => {
    const id = await world.newTask();
    await basicApi.archive(id);
    await basicApi.archive(id);
  });

  await check('a search filters, sorts and pages', async () => {
    const subject = `Search ${Date.now()}`;
    for (const day of ['03', '01', '02']) {
      await world.newTask({ hs_task_subject: subject, hs_timestamp: `2027-01-${day}T09:00:00Z` });
    }
    const asked = {
      filterGroups: [{ filters: [{ propertyName: 'hs_task_subject', operator: 'EQ', value: subject }] }],
      sorts: [{ propertyName: 'hs_timestamp', direction: 'DESCENDING' }],
      properties: ['hs_timestamp'],
      limit: 2,
    };
    const first = await searchApi.doSearch(asked);
    const rest = await searchApi.doSearch({ ...asked, after: first.paging.next.after });
    assert.equal(first.total, 3);
    assert.deepEqual([...first.results, ...rest.results].map(task => task.properties.hs_timestamp.slice(8, 10)), ['03', '02', '01']);
    assert.equal(rest.paging, undefined);
  });
}
