import type { Reading } from '#engines/contract/media';
import { localPointer, refExpectation } from '#engines/contract/document-reader';
import type { Link, Operation } from '#engines/contract/model';

/** Links name their operation by operationId or by a reference; afterwards by the operation's id. */
export const resolveLinks = ({ reader }: Reading, operations: readonly Operation[]): readonly Operation[] => {
  const byName = new Map(
    operations.flatMap((one) => (one.operationId === undefined ? [] : [[one.operationId, one.id]])),
  );
  const byPointer = new Map(operations.map((one) => [one.pointer, one.id]));
  const resolved = (link: Link): Link => {
    const { operation, ...rest } = link;
    if (operation === undefined) {
      reader.report(link.pointer, 'a link with operationId or operationRef', null);
      return rest;
    }
    const pointer = operation.startsWith('#') ? localPointer(operation) : undefined;
    const id = byName.get(operation) ?? byPointer.get(pointer ?? '');
    const expected = pointer === undefined ? 'the operationId of an operation' : refExpectation(operation);
    if (id === undefined) reader.report(link.pointer, expected, operation);
    return id === undefined ? rest : { ...rest, operation: id };
  };
  return operations.map((operation) => {
    if (operation.responses.every(({ links }) => links.length === 0)) return operation;
    const responses = operation.responses.map((one) =>
      one.links.length === 0 ? one : { ...one, links: one.links.map(resolved) },
    );
    return { ...operation, responses };
  });
};
