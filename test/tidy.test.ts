/**
 * Holds the rules of style that a machine can hold. It reads files as text and imports with a regular expression: quick, and an import
 * that the expression does not see does not compile under this project's settings either.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const files = listed
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile());
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const generated = (file: string): boolean => file.startsWith('layers/contracts/generated/');
const sources = files.filter((file) => /\.(ts|js|mjs)$/.test(file) && !generated(file));
const typescript = sources.filter((file) => file.endsWith('.ts'));
const product = typescript.filter((file) => /^(cdk|functions|layers|runner|cli|local)\//.test(file));

const importsOf = (file: string): string[] =>
  [
    ...read(file).matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

/** First folder of the tree an import leads to, `npm:name` for a package, `node:x` as it stands. */
const placeOf = (file: string, specifier: string): string => {
  if (specifier.startsWith('node:')) return specifier;
  if (specifier.startsWith('#runner/')) return 'runner';
  if (specifier.startsWith('#')) return `layers/${specifier.slice(1).split('/')[0] ?? ''}`;
  if (!specifier.startsWith('.')) {
    const [first = '', second = ''] = specifier.split('/');
    return `npm:${first.startsWith('@') ? `${first}/${second}` : first}`;
  }
  const target = path.relative(root, path.resolve(root, path.dirname(file), specifier));
  const [first = '', second = ''] = target.split(path.sep);
  return first === 'layers' ? `layers/${second}` : first;
};

const homeOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/');
  return first === 'layers' ? `layers/${second}` : first;
};

const TEST_LIBRARIES = [
  'undici',
  'ajv',
  'ajv-draft-04',
  'ajv-formats',
  '@seriousme/openapi-schema-validator',
  'json-p3',
  'tough-cookie',
  'yaml',
].map((name) => `npm:${name}`);

/** What programs on somebody's machine may import: they know the API, not the plane behind it. */
const besideThePlane = (place: string): boolean =>
  ['layers/core', 'layers/contracts', 'layers/engines', 'runner'].includes(place) ||
  ['commander', 'listr2', 'yaml', 'jose', 'undici', 'ajv', 'ajv-formats'].some((name) => place === `npm:${name}`) ||
  place.startsWith('node:');

/** Style, section 2: who may import whom. Own folder and node: built-ins (except where told) are always fine. */
const allowed: { readonly [home: string]: (place: string, file: string) => boolean } = {
  'layers/core': (place) => place === 'layers/contracts' || place === 'node:crypto',
  'layers/contracts': (place, file) =>
    ['npm:ajv', 'npm:ajv-formats'].includes(place) ||
    (file.startsWith('layers/contracts/generate/') && (place.startsWith('node:') || place.startsWith('npm:'))),
  'layers/engines': (place) =>
    ['layers/core', 'layers/contracts', 'layers/ports', ...TEST_LIBRARIES].includes(place) || place.startsWith('node:'),
  'layers/ports': (place) => ['layers/core', 'layers/contracts'].includes(place),
  'layers/aws': (place) =>
    ['layers/core', 'layers/contracts', 'layers/ports'].includes(place) ||
    place.startsWith('npm:@aws-sdk/') ||
    place.startsWith('node:'),
  'layers/lambda': (place) =>
    ['layers/core', 'layers/contracts', 'layers/ports', 'npm:@middy/core'].includes(place) ||
    place.startsWith('npm:@aws-lambda-powertools/') ||
    place.startsWith('npm:@types/') ||
    place === 'npm:aws-lambda' ||
    place.startsWith('node:'),
  functions: (place, file) =>
    ['layers/core', 'layers/contracts', 'layers/engines', 'layers/ports'].includes(place) ||
    place.startsWith('node:') ||
    (file.startsWith('functions/authorizer/') && ['npm:jose', 'npm:aws-lambda'].includes(place)) ||
    (file.endsWith('/index.ts') && ['layers/aws', 'layers/lambda', 'runner', 'npm:undici'].includes(place)),
  runner: (place, file) =>
    ['layers/core', 'layers/contracts', 'layers/engines', 'layers/ports', 'npm:undici'].includes(place) ||
    place.startsWith('node:') ||
    (file === 'runner/main.ts' && ['layers/aws', 'layers/lambda'].includes(place)),
  cli: (place, file) =>
    besideThePlane(place) || (['cli/bundle.ts', 'cli/precompiled.ts'].includes(file) && place === 'npm:esbuild'),
  // The one-machine cloud is asked with AWS's own clients, as AWS would be.
  local: (place) => besideThePlane(place) || place.startsWith('npm:@aws-sdk/'),
  // Settings are checked by the code that reads them at the cold start.
  cdk: (place, file) =>
    ['npm:aws-cdk-lib', 'npm:constructs', 'npm:cdk-nag', 'npm:esbuild'].includes(place) ||
    place.startsWith('node:') ||
    (file === 'cdk/settings.ts' && place === 'layers/core'),
};

describe('layout', () => {
  test('files are named in kebab-case', () => {
    const odd = typescript
      .map((file) => path.basename(file))
      .filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.ts$/.test(name));

    expect(odd).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = sources.filter((file) => read(file).trimEnd().split('\n').length > 300);

    expect(long).toEqual([]);
  });

  test('no function is longer than 60 lines', () => {
    const long: string[] = [];
    for (const file of product) {
      const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
      const visit = (node: ts.Node): void => {
        if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
          const start = source.getLineAndCharacterOfPosition(node.body.getStart()).line;
          const end = source.getLineAndCharacterOfPosition(node.body.getEnd()).line;
          if (end - start + 1 > 60) long.push(`${file}:${String(start + 1)}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }

    expect(long).toEqual([]);
  });

  test('there is no folder for odds and ends', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)\//.test(file))).toEqual([]);
  });
});

describe('imports', () => {
  test('each layer imports only what the table of style allows', () => {
    const wrong: string[] = [];
    for (const file of product) {
      const home = homeOf(file);
      const rule = allowed[home];
      if (rule === undefined) throw new Error(`no rule says what ${home} may import`);
      for (const specifier of importsOf(file)) {
        const place = placeOf(file, specifier);
        if (place !== home && !rule(place, file)) wrong.push(`${file} imports ${specifier}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  test('no function imports another function', () => {
    const wrong = product
      .filter((file) => file.startsWith('functions/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .filter(
            (specifier) =>
              path.resolve(root, path.dirname(file), specifier).split(path.sep).at(-2) !== file.split('/')[1],
          )
          .filter(
            (specifier) =>
              !path
                .resolve(root, path.dirname(file), specifier)
                .startsWith(path.join(root, 'functions', file.split('/')[1] ?? '')),
          )
          .map((specifier) => `${file} imports ${specifier}`),
      );

    expect(wrong).toEqual([]);
  });

  test('the core knows no clock, randomness, environment or I/O', () => {
    const code = (file: string): string => read(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const wrong = product
      .filter((file) => file.startsWith('layers/core/'))
      .filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.|\bfetch\(|performance\.now/.test(code(file)),
      );

    expect(wrong).toEqual([]);
  });

  test('process.env is read only where a program is put together', () => {
    const reads =
      /process\.env\b|process\[['"]env['"]\]|\{[^{}]*\benv\b[^{}]*\}\s*=\s*process\b|\benv\b[^;]*from 'node:process'/;
    const wrong = product
      .filter((file) => reads.test(read(file)))
      .filter((file) => !/^functions\/[a-z-]+\/index\.ts$|^runner\/main\.ts$|^(cli|local|cdk)\//.test(file));

    expect(wrong).toEqual([]);
  });
});

describe('habits', () => {
  test('no default exports but in configuration files', () => {
    const wrong = typescript.filter((file) => !file.endsWith('.config.ts') && /^export default\b/m.test(read(file)));

    expect(wrong).toEqual([]);
  });

  test('no console outside the command line', () => {
    const wrong = product.filter((file) => !file.startsWith('cli/') && /\bconsole\.\w+\(/.test(read(file)));

    expect(wrong).toEqual([]);
  });

  test('process.exit stands only in a main.ts', () => {
    const wrong = product.filter((file) => !file.endsWith('/main.ts') && /\bprocess\.exit\(/.test(read(file)));

    expect(wrong).toEqual([]);
  });

  test('no unfinished marks, banners or code in comments', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].map((mark) => `\\b${mark}\\b`).join('|'));
    const wrong = sources.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => {
          const bad =
            marks.test(line) ||
            /^\s*\/\/\s*[-=*#]{4,}/.test(line) ||
            /^\s*\/\/\s*(const|let|import|return|await|if \(|for \(|\}).*[;{}]\s*$/.test(line) ||
            (/keep in sync with/i.test(line.replace(/\(\?.*$/, '')) && !file.endsWith('tidy.test.ts'));
          return bad ? [`${file}:${String(index + 1)}`] : [];
        }),
    );

    expect(wrong).toEqual([]);
  });

  test('tests neither sleep nor hide', () => {
    const wrong = typescript
      .filter((file) => file.endsWith('.test.ts') && file !== 'test/tidy.test.ts')
      .filter((file) =>
        /\b(test|it|describe)\.(skip|only|todo)\(|\bx(it|describe|test)\(|setTimeout\(\s*(resolve|done)|retryTimes\(/.test(
          read(file),
        ),
      );

    expect(wrong).toEqual([]);
  });

  test('types are not switched off', () => {
    const wrong = typescript.filter(
      (file) =>
        file !== 'test/tidy.test.ts' &&
        /@ts-(ignore|nocheck)|\bas any\b|: any[;,)\s=\]>]/.test(
          read(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|`[^`]*`/gm, ''),
        ),
    );

    expect(wrong).toEqual([]);
  });
});
