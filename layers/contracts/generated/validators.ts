// Made by layers/contracts/generate/main.ts from openapi.json and suite.schema.json. Change those.
export * from './compiled.js';
