/** Scripts of Postman collections: each usual way to expect something, and the check that it becomes. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { initFolder } from './init-folder.ts';

describe('row 1: scripts of a collection', () => {
  test.each<[string, unknown]>([
    ['pm.response.to.have.status(201)', { status: 201 }],
    ["pm.response.to.have.status('Created')", { status: 201 }],
    ['pm.response.to.be.ok', { status: '2xx' }],
    ['pm.expect(pm.response.code).to.be.oneOf([200, 202])', { status: [200, 202] }],
    ["pm.expect(pm.response.json().a.b).to.eql('x')", { path: '$.a.b', equals: 'x' }],
    ["pm.expect(pm.response.json()['a-b'][0]).to.equal(true)", { path: "$['a-b'][0]", equals: true }],
    ['pm.expect(pm.response.json().n).to.be.above(3)', { path: '$.n', '>': 3 }],
    ['pm.expect(pm.response.json().n).to.be.at.most(3)', { path: '$.n', '<=': 3 }],
    ['pm.expect(pm.response.json().n).to.be.within(1, 3)', { path: '$.n', '>=': 1, '<=': 3 }],
    ["pm.expect(pm.response.json().s).to.be.a('string')", { path: '$.s', type: 'string' }],
    ["pm.expect(pm.response.json().s).to.include('part')", { path: '$.s', contains: 'part' }],
    ['pm.expect(pm.response.json().s).to.match(/^a+$/)', { path: '$.s', matches: '^a+$' }],
    ['pm.expect(pm.response.json().s).to.not.be.null', { path: '$.s', not: null }],
    ["pm.expect(pm.response.json().s).to.not.eql('no')", { path: '$.s', not: 'no' }],
    ['pm.expect(pm.response.json().u).to.be.undefined', { path: '$.u', exists: false }],
    ["pm.expect(pm.response.json()).to.have.property('id')", { path: '$.id', exists: true }],
    ["pm.expect(pm.response.json()).to.have.property('id', 4)", { path: '$.id', equals: 4 }],
    ['pm.expect(pm.response.json().list.length).to.equal(2)', { path: '$.list', length: 2 }],
    ['pm.expect(pm.response.json().list.length).to.be.greaterThan(2)', { path: '$.list[2]', exists: true }],
    ["pm.response.to.have.header('ETag')", { header: 'ETag', exists: true }],
    [
      "pm.expect(pm.response.headers.get('Content-Type')).to.include('json')",
      { header: 'Content-Type', contains: 'json' },
    ],
    ["pm.expect(pm.response.text()).to.include('hello')", { body: 'text', contains: 'hello' }],
    ["pm.response.to.have.jsonBody('a.b', 1)", { path: '$.a.b', equals: 1 }],
    ["pm.response.to.have.jsonSchema({ type: 'object' })", { schema: { type: 'object' } }],
    ["pm.expect(tv4.validate(pm.response.json(), { type: 'array' })).to.be.true", { schema: { type: 'array' } }],
    ['tests["t"] = responseTime < 500', { timeMs: { '<': 500 } }],
    [
      "pm.expect(pm.response.json().who).to.eql(pm.environment.get('user-name'))",
      { path: '$.who', equals: '{{userName}}' },
    ],
  ])('%s', async (line, check) => {
    const folder = initFolder(await mkdtemp(path.join(tmpdir(), 'assay-script-')));
    const exec = line.startsWith('tests[') ? [line] : [`pm.test('t', function () { ${line}; });`];
    const request = { method: 'GET', url: 'http://127.0.0.1/x' };
    await folder.write('c.json', {
      info: { name: 'C' },
      item: [{ name: 'one', request, event: [{ listen: 'test', script: { exec } }] }],
    });

    const { exit, stderr } = await folder.init('c.json');

    expect([exit, stderr]).toEqual([0, '']);
    expect((await folder.cases())[0]?.checks).toContainEqual(check);
  });
});
