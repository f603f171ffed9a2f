/** First step of every npm script: plain JavaScript, so that an old Node can still say what is missing. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Assay needs Node 24, this is Node ${process.versions.node}.\n` +
      'The npm package `node` brings it along: run `npm ci` in this folder, then start scripts with `npm run`.\n' +
      'If `npm ci` left it out because install scripts are blocked, run `npm rebuild node`.\n',
  );
  process.exitCode = 1;
  throw new Error('wrong Node version');
}
