import http from 'node:http';

const version = '2026-03';

/** Where the dated versions keep what the client calls by its older address. */
const moved = [
  [/^\/crm\/v[34]\/objects(?=[/?]|$)/, `/crm/objects/${version}`],
  [/^\/crm\/v4\/associations(?=[/?]|$)/, `/crm/associations/${version}`],
  [/^\/crm\/v3\/(owners|properties|pipelines)(?=[/?]|$)/, `/crm/$1/${version}`],
  [/^\/crm-object-schemas\/v3(?=[/?]|$)/, `/crm-object-schemas/${version}`],
  [/^\/account-info\/v3(?=[/?]|$)/, `/account-info/${version}`],
];

const rewritten = url => moved.reduce((path, [from, to]) => path.replace(from, to), url);

/** An address that passes each call on to the dated twin of its path, so that the client runs unchanged on both versions. */
export async function datedTwin(sandbox) {
  const target = new URL(sandbox);
  const server = http.createServer((asked, answer) => {
    const passed = http.request(
      { host: target.hostname, port: target.port, method: asked.method, path: rewritten(asked.url), headers: asked.headers },
      given => {
        answer.writeHead(given.statusCode, given.headers);
        given.pipe(answer);
      },
    );
    passed.on('error', fault => answer.destroy(fault));
    asked.pipe(passed);
  });
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  return { version, address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
