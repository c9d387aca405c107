import hubspot from '@hubspot/api-client';

/** One sandbox, seen through the client: only its address and the token are set. */
export class World {
  static async open(sandbox, basePath) {
    const world = new World();
    world.sandbox = sandbox;
    world.basePath = basePath;
    const grant = await world.control('token');
    Object.assign(world, { token: grant.access_token, refreshToken: grant.refresh_token, hub: grant.hub_id });
    await world.control('switches', { rateLimits: false });
    world.client = world.newClient();
    return world;
  }

  newClient(more = {}) {
    return new hubspot.Client({ basePath: this.basePath, accessToken: this.token, ...more });
  }

  /** The sandbox's own handles; HubSpot has none of these. */
  async control(path, body, method = 'POST') {
    const answer = await fetch(`${this.sandbox}/__sandbox/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(`/__sandbox/${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
  }

  get tasks() {
    return this.client.crm.objects.tasks;
  }

  async newTask(properties = {}, associations = []) {
    const made = await this.tasks.basicApi.create({
      properties: { hs_timestamp: '2026-11-25T10:00:00Z', hs_task_subject: 'A task', ...properties },
      associations,
    });
    return made.id;
  }

  read(id, properties = [], associations = []) {
    return this.tasks.basicApi.getById(id, properties, undefined, associations);
  }

  /** Any record of a type, by the generic API. */
  async first(type) {
    return (await this.client.crm.objects.basicApi.getPage(type, 1)).results[0].id;
  }

  /** The unlabelled association type of a pair, as the account defines it. */
  async plainType(from, to) {
    const labels = await this.client.crm.associations.v4.schema.definitionsApi.getAll(from, to);
    const plain = labels.results.find(type => type.label === null || type.label === undefined);
    return { associationCategory: plain.category, associationTypeId: plain.typeId };
  }

  /** A call that the client has no method for, by its own request function; refusals are thrown as its APIs throw them. */
  async request(method, path, body) {
    const answer = await this.client.apiRequest({ method, path, body });
    const text = await answer.text();
    if (!answer.ok) {
      throw Object.assign(new Error(text), { code: answer.status, body: text });
    }
    return { status: answer.status, body: text ? JSON.parse(text) : undefined };
  }
}

/** The name under which each kind of record is called, with the custom object of the demo account. */
export const kinds = ['contacts', 'companies', 'deals', 'tickets', '2-7001'];
