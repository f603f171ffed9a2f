import type { IncomingMessage } from 'node:http';
import type { Garage, User } from './garage-state.ts';
import { headerOf, Refusal } from './http-answer.ts';
import { userOfToken } from './token.ts';

export const unauthorised = (): Refusal =>
  new Refusal(401, 'expected credentials', { 'www-authenticate': 'Bearer realm="garage"' });

const bearer = (request: IncomingMessage): string | undefined =>
  /^Bearer (.+)$/u.exec(headerOf(request, 'authorization') ?? '')?.[1];

/** @throws Refusal 401 */
export const callerOf = async (garage: Garage, request: IncomingMessage): Promise<User> => {
  const token = bearer(request);
  const name = token === undefined ? undefined : await userOfToken(garage, token);
  const user = garage.users.get(name ?? '');
  if (user === undefined) throw unauthorised();
  return user;
};

/** With `any-token` and the like: whether somebody is let in, whoever it is. */
export const letIn = async (
  garage: Garage,
  request: IncomingMessage,
  isOpen: boolean,
  isAnyToken: boolean,
): Promise<void> => {
  if (isOpen || (isAnyToken && bearer(request) !== undefined)) return;
  await callerOf(garage, request);
};

const cookieOf = (request: IncomingMessage): string | undefined =>
  /(?:^|;\s*)garage_session=([^;]+)/u.exec(headerOf(request, 'cookie') ?? '')?.[1];

/** Who a session cookie belongs to. @throws Refusal 401 */
export const visitorOf = (
  garage: Garage,
  request: IncomingMessage,
): { readonly user: User; readonly session: string } => {
  const session = cookieOf(request) ?? '';
  const user = garage.users.get(garage.sessions.get(session) ?? '');
  if (user === undefined) throw unauthorised();
  return { user, session };
};
