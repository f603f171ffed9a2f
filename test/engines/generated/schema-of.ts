import { schemaJudge, type SchemaJudge } from '#engines/generated/schema-judge';
import type { JsonObject } from '#core/units';

/** A judge for schemas without a document around them. */
export const judgeOf = (definitions: JsonObject = {}): SchemaJudge => schemaJudge({ $defs: definitions });
